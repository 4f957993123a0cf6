package city.cockpit.history;

import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesCatalog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var marks = new Batch();
        for (var reading : stored) marks.add(catalog.series(reading.series()).key(), reading.phenomenonTime());
        write(marks);
    }

    /** The hours of one batch. */
    static final class Batch {

        /** The earliest second of each pair of series and hour. */
        private final Map<Long, Long> marks = new LinkedHashMap<>();

        void add(int series, Instant time) {
            var second = time.getEpochSecond();
            var hour = Math.floorDiv(second, SECONDS_PER_HOUR);
            marks.merge((long) series << Integer.SIZE | (hour & 0xFFFF_FFFFL), second, Math::min);
        }
    }

    /** Blocks; to be called within the transaction that stores the readings. */
    void write(Batch batch) {
        var marks = batch.marks;
        if (marks.isEmpty()) return;
        var pairs = marks.keySet();
        sql.sql("INSERT INTO reading_mark (series_ids, hours, seconds) VALUES (:series, :hours, :seconds)")
                .param(
                        "series",
                        column(pairs.stream()
                                .mapToInt(mark -> (int) (mark >> Integer.SIZE))
                                .toArray()))
                .param("hours", column(pairs.stream().mapToInt(Long::intValue).toArray()))
                .param(
                        "seconds",
                        column(marks.values().stream()
                                .mapToLong(Long::longValue)
                                .toArray()))
                .update();
    }

    private static SqlTypeValue column(Object numbers) {
        return (statement, index, type, name) -> statement.setObject(index, numbers);
    }
}
