package city.cockpit.history;

import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesCatalog;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes which hours of which series got readings, so that their rollups are made anew. One short line for each batch, in the
 * transaction that stores it: whoever sees the line sees the readings, too, and none can be missed. See decision record 0033.
 */
final class Marks {

    private static final long SECONDS_PER_HOUR = 3_600;

    private final JdbcClient sql;
    private final SeriesCatalog catalog;

    Marks(JdbcClient sql, SeriesCatalog catalog) {
        this.sql = sql;
        this.catalog = catalog;
    }

    /** Blocks; to be called within the transaction that stores the readings. */
    void mark(List<Reading> stored) {
        if (stored.isEmpty()) return;
        var marks = new LinkedHashSet<Long>();
        for (var reading : stored) {
            var hour = Math.floorDiv(reading.phenomenonTime().getEpochSecond(), SECONDS_PER_HOUR);
            marks.add((long) catalog.series(reading.series()).key() << Integer.SIZE | (hour & 0xFFFF_FFFFL));
        }
        sql.sql("INSERT INTO reading_mark (series_ids, hours) VALUES (:series, :hours)")
                .param(
                        "series",
                        column(marks.stream()
                                .mapToInt(mark -> (int) (mark >> Integer.SIZE))
                                .toArray()))
                .param("hours", column(marks.stream().mapToInt(Long::intValue).toArray()))
                .update();
    }

    private static SqlTypeValue column(int[] numbers) {
        return (statement, index, type, name) -> statement.setObject(index, numbers);
    }
}
