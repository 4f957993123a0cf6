package city.cockpit.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Makes the table {@code reading} the best the database offers, after every migration: a database that gains TimescaleDB
 * later is converted at the next start. Then the tables of readings belong to the role that the cockpit works with, since
 * whoever throws old readings away must own them. Repeating it changes nothing. See decision records 0003 and 0020.
 */
@Component
class ReadingTable implements Callback {

    private static final Logger log = LoggerFactory.getLogger(ReadingTable.class);

    private final HistorySettings settings;
    private final DataSource application;

    ReadingTable(HistorySettings settings, DataSource application) {
        this.settings = settings;
        this.application = application;
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
        try {
            // The conversion of years of readings takes longer than any question of the pages may.
            context.getConnection().setNetworkTimeout(Runnable::run, 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
        handOver(sql);
        var edition = editionOf(sql);
        log.info("Readings are kept in: {}", edition);
        if (!settings.columnstore()) return;
        if (edition == Edition.TIMESCALE_COMMUNITY) addColumnstore(sql);
        else log.warn("The columnstore is switched on, but only the community edition of TimescaleDB has one");
    }

    /**
     * The extension works only where the server was started with its library, whatever packages are installed. Not every
     * role may read which libraries those are, but everybody sees the setting that this one brings.
     */
    private static boolean isTimescaleLoaded(JdbcClient sql) {
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb')
                           AND current_setting('timescaledb.disable_load', true) IS NOT NULL""").query((row, n) -> row.getBoolean(1)).single();
    }

    private void handOver(JdbcClient sql) {
        var role = text(JdbcClient.create(application), "SELECT quote_ident(current_user)");
        if (tablesOfOthersThan(role, sql).isEmpty()) return;
        // One node at a time; whoever waited finds nothing left to do.
        sql.sql("LOCK TABLE reading IN ACCESS EXCLUSIVE MODE").update();
        var schema = text(sql, "SELECT quote_ident(current_schema())");
        var lend = !mayMakeTables(role, sql);
        if (lend)
            sql.sql("GRANT CREATE ON SCHEMA %s TO %s".formatted(schema, role)).update();
        tablesOfOthersThan(role, sql)
                .forEach(table -> handOver(sql, "ALTER TABLE %s OWNER TO %s".formatted(table, role)));
        if (lend)
            sql.sql("REVOKE CREATE ON SCHEMA %s FROM %s".formatted(schema, role))
                    .update();
        log.info("The tables of readings belong to {} now", role);
    }

    /** TimescaleDB keeps older readings in a schema of its own, in which only an administrator may do this. */
    private static void handOver(JdbcClient sql, String change) {
        try {
            sql.sql(change).update();
        } catch (DataAccessException e) {
            log.error("The readings cannot be handed over", e);
            throw new IllegalStateException(
                    "the readings cannot be handed over to the role of the application; let an administrator of the database run: "
                            + change);
        }
    }

    private static List<String> tablesOfOthersThan(String role, JdbcClient sql) {
        return sql.sql("""
                        SELECT format('%I.%I', n.nspname, c.relname)
                          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE n.nspname = current_schema() AND c.relname LIKE 'reading%' AND c.relkind IN ('r', 'p')
                           AND quote_ident(pg_get_userbyid(c.relowner)) <> :role""")
                .param("role", role)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Whoever gets a table needs this right at that moment, and only then. */
    private static boolean mayMakeTables(String role, JdbcClient sql) {
        return sql.sql("SELECT has_schema_privilege(:role::regrole, current_schema(), 'CREATE')")
                .param("role", role)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private static String text(JdbcClient sql, String question) {
        return sql.sql(question).query((row, n) -> row.getString(1)).single();
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
