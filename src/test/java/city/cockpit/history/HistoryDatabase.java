package city.cockpit.history;

import city.cockpit.harness.TestDatabase;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesCatalog;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with the tables of readings, for tests of what is made of them. */
public final class HistoryDatabase implements AutoCloseable {

    /** Where the edition has one; the tests' usual ones have none. */
    private static final boolean COLUMNSTORE = Boolean.getBoolean("cockpit.test.columnstore");

    private final TestDatabase database = TestDatabase.create();
    private final HikariDataSource connections = pool();

    public HistoryDatabase() {
        this("latest");
    }

    /** As an earlier cockpit has left it, which knew the migrations up to that one. */
    public HistoryDatabase(String version) {
        migrate(version);
    }

    public void migrate(String version) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .target(version)
                .callbacks(new ReadingTable(
                        new HistorySettings(Period.ofMonths(24), Map.of(), null, COLUMNSTORE), connections))
                .load()
                .migrate();
    }

    /** As the start of a cockpit does for all tables that are not those of readings. */
    public HistoryDatabase granted() {
        JdbcClient.create(database.dataSource())
                .sql("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO \"%s\""
                        .formatted(database.application().username()))
                .update();
        return this;
    }

    public JdbcClient sql() {
        return JdbcClient.create(connections);
    }

    public JdbcTransactionManager transactions() {
        return new JdbcTransactionManager(connections);
    }

    public ReadingStore store(SeriesCatalog catalog) {
        return new StoredReadings(new JdbcTemplate(connections), new TransactionTemplate(transactions()), catalog);
    }

    public Extremes extremes() {
        return new StoredExtremes(sql());
    }

    public Archive archive(SeriesCatalog catalog) {
        return new StoredArchive(new JdbcTemplate(connections), new TransactionTemplate(transactions()), catalog);
    }

    /** As if nobody had ever stored anything. */
    public void empty() {
        sql().sql(
                        "TRUNCATE reading, reading_mark, reading_stale_hour, reading_stale_day, reading_1h, reading_1d, reading_cleared")
                .update();
        sql().sql(
                        "UPDATE reading_upkeep SET time_zone = '', backlog_until = NULL, backlog_from = NULL, cleared_at = '2100-01-01'")
                .update();
    }

    /** What the table of readings is. */
    public Edition edition() {
        return ReadingTable.editionOf(sql());
    }

    public boolean hasColumnstore() {
        return COLUMNSTORE && edition() == Edition.TIMESCALE_COMMUNITY;
    }

    /** What lies there goes to the columnstore where there is one, as it does by itself after a week. */
    public void packAway() {
        if (hasColumnstore())
            sql().sql("SELECT compress_chunk(chunk, if_not_compressed => true) FROM show_chunks('reading') AS chunk")
                    .query((row, n) -> row.getString(1))
                    .list();
    }

    /** Where it lies. */
    public TestDatabase server() {
        return database;
    }

    /** As whoever stores readings and knows nothing of marks. */
    public JdbcClient stranger() {
        var role = database.application();
        return JdbcClient.create(new DriverManagerDataSource(database.url(), role.username(), role.password()));
    }

    /** What a batch does besides storing its readings, within a transaction. */
    public Consumer<List<Reading>> marking(SeriesCatalog catalog) {
        return new Marks(sql(), catalog)::mark;
    }

    /** As the database does by itself after a while. */
    public void vacuum() {
        JdbcClient.create(database.dataSource(database.administrator()))
                .sql("VACUUM ANALYZE")
                .update();
    }

    private HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.application().username());
        pool.setPassword(database.application().password());
        pool.setMaximumPoolSize(3);
        pool.setConnectionInitSql("SET cockpit.marks = 'on'");
        return pool;
    }

    @Override
    public void close() {
        connections.close();
        database.close();
    }
}
