package city.cockpit.history;

import static java.time.ZoneOffset.UTC;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Bulk access to the table of readings. What it learns about repeats is not what the live readings are like, so it has a way of its own. */
@Repository
class StoredArchive implements Archive {

    private final JdbcClient sql;
    private final Appending appending;

    StoredArchive(JdbcOperations jdbc, TransactionTemplate transaction, SeriesCatalog catalog) {
        this.sql = JdbcClient.create(jdbc);
        this.appending = new Appending(jdbc, transaction, catalog);
    }

    @Override
    public Appended append(List<Reading> readings, Consumer<Appended> beside) {
        return appending.append(readings, beside);
    }

    @Override
    public Appended foresee(List<Reading> readings) {
        return appending.foresee(readings);
    }

    @Override
    public List<Reading> listFirst(Series series, Interval span, int most) {
        return sql.sql("""
                        SELECT ts, value, quality FROM reading
                         WHERE series_id = :series AND ts >= :from AND ts < :to
                         ORDER BY series_id, ts LIMIT :most""")
                .param("series", series.key())
                .param("from", span.from().atOffset(UTC))
                .param("to", span.to().atOffset(UTC))
                .param("most", most)
                .query((row, n) -> new Reading(
                        series.id(),
                        row.getObject("ts", OffsetDateTime.class).toInstant(),
                        row.getDouble("value"),
                        new Quality(row.getShort("quality"))))
                .list();
    }
}
