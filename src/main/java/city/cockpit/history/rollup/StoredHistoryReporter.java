package city.cockpit.history.rollup;

import city.cockpit.history.Edition;
import city.cockpit.history.HistoryReport;
import city.cockpit.history.HistoryReporter;
import city.cockpit.history.ReadingStore;
import city.cockpit.history.Retention;
import city.cockpit.measurement.SeriesCatalog;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the database how much history there is. */
@Repository
class StoredHistoryReporter implements HistoryReporter {

    private final JdbcClient sql;
    private final SeriesCatalog catalog;
    private final boolean hasChunks;
    private final RollupTable table;
    private final HourReader reader;
    private final Clearance clearance;

    StoredHistoryReporter(JdbcClient sql, SeriesCatalog catalog, ReadingStore store, Retention retention) {
        this.sql = sql;
        this.catalog = catalog;
        this.hasChunks = store.edition() != Edition.PLAIN;
        this.table = new RollupTable(sql);
        this.reader = new HourReader(sql);
        this.clearance = new Clearance(sql, retention, store.edition());
    }

    @Override
    public HistoryReport report() {
        return new HistoryReport(
                number(hasChunks ? "SELECT hypertable_size('reading')" : "SELECT pg_total_relation_size('reading')"),
                number("SELECT pg_total_relation_size('reading_1h') + pg_total_relation_size('reading_1d')"),
                number(
                        hasChunks
                                ? "SELECT approximate_row_count('reading')"
                                : "SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'reading'::regclass"),
                oldest(),
                clearance.lastRun().map(last -> last.plus(Clearance.PERIOD)),
                table.backlog(),
                table.staleHours(catalog.listSeries()));
    }

    private long number(String question) {
        return sql.sql(question).query((row, n) -> row.getLong(1)).single();
    }

    /** By series, since that is how the index goes. */
    private Optional<Instant> oldest() {
        return reader.oldest(catalog.listSeries()).map(HourReader::instant);
    }
}
