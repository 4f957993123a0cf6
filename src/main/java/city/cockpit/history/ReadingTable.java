package city.cockpit.history;

import java.sql.Connection;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Makes the table {@code reading} the best the database offers, after every migration: a database that gains TimescaleDB
 * later is converted at the next start. Repeating it changes nothing. See decision record 0003.
 */
@Component
class ReadingTable implements Callback {

    private static final Logger log = LoggerFactory.getLogger(ReadingTable.class);

    private final HistorySettings settings;

    ReadingTable(HistorySettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        prepare(context.getConnection());
    }

    @Override
    public String getCallbackName() {
        return "reading table";
    }

    private void prepare(Connection connection) {
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        if (isTimescaleLoaded(sql)) {
            sql.sql("CREATE EXTENSION IF NOT EXISTS timescaledb").update();
            sql.sql("""
                    SELECT create_hypertable('reading', 'ts', chunk_time_interval => INTERVAL '7 days',
                           create_default_indexes => false, if_not_exists => true, migrate_data => true)""").query((row, n) -> row.getString(1)).list();
        }
        var edition = editionOf(sql);
        if (edition == Edition.TIMESCALE_COMMUNITY && settings.columnstore()) addColumnstore(sql);
        log.info("Readings are kept in: {}{}", edition, settings.columnstore() ? " (columnstore asked for)" : "");
    }

    /** The extension works only where the server was started with its library, whatever packages are installed. */
    private static boolean isTimescaleLoaded(JdbcClient sql) {
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb')
                           AND current_setting('shared_preload_libraries') LIKE '%timescaledb%'""").query((row, n) -> row.getBoolean(1)).single();
    }

    private static void addColumnstore(JdbcClient sql) {
        sql.sql("""
                ALTER TABLE reading SET (timescaledb.compress, timescaledb.compress_segmentby = 'series_id',
                                         timescaledb.compress_orderby = 'ts DESC')""").update();
        sql.sql("SELECT add_compression_policy('reading', INTERVAL '7 days', if_not_exists => true)")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What the table is now. */
    static Edition editionOf(JdbcClient sql) {
        var license = sql.sql("""
                        SELECT coalesce(current_setting('timescaledb.license', true), '')
                         WHERE EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb')""").query((row, n) -> row.getString(1)).optional();
        if (license.isEmpty()) return Edition.PLAIN;
        return license.get().equals("timescale") ? Edition.TIMESCALE_COMMUNITY : Edition.TIMESCALE_APACHE;
    }
}
