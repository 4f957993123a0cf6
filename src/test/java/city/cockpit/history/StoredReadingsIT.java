package city.cockpit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.cockpit.harness.TestDatabase;
import city.cockpit.measurement.SeriesCatalog;
import java.time.Period;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store of production on a real database: plain PostgreSQL in one run, TimescaleDB in the other. */
class StoredReadingsIT extends ReadingStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final DataSource CONNECTIONS = DATABASE.dataSource(DATABASE.application());
    private static final JdbcClient SQL = JdbcClient.create(CONNECTIONS);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected ReadingStore openStore(SeriesCatalog catalog) {
        migrated();
        SQL.sql("TRUNCATE reading").update();
        var transaction = new TransactionTemplate(new JdbcTransactionManager(CONNECTIONS));
        return new StoredReadings(new JdbcTemplate(CONNECTIONS), transaction, catalog);
    }

    @Test
    void theTableIsTheBestThatTheDatabaseOffers() {
        assertThat(ReadingTable.editionOf(SQL))
                .isEqualTo(TestDatabase.isTimescale() ? Edition.TIMESCALE_APACHE : Edition.PLAIN);
        if (TestDatabase.isTimescale())
            assertThat(SQL.sql("SELECT hypertable_name FROM timescaledb_information.hypertables")
                            .query(String.class)
                            .list())
                    .containsExactly("reading");
    }

    @Test
    void startingAgainChangesNothing() {
        assertThat(migrated().migrationsExecuted).isZero();
    }

    @Test
    void whoStoresReadingsMayThrowOldOnesAway() {
        migrated();
        SQL.sql(
                        "INSERT INTO reading (ts, value, series_id, quality) VALUES ('2001-01-01', 1, 1, 0), ('2026-01-01', 1, 1, 0)")
                .update();
        if (TestDatabase.isTimescale())
            SQL.sql("SELECT drop_chunks('reading', TIMESTAMPTZ '2020-01-01')")
                    .query(String.class)
                    .list();
        else SQL.sql("DELETE FROM reading WHERE ts < '2020-01-01'").update();
        assertThat(years(SQL)).containsExactly(2026);
    }

    @Test
    void readingsOfATownThatBeganWithOneRoleAreHandedOver() {
        try (var town = TestDatabase.create()) {
            migrated(town.dataSource(), town.dataSource());
            var before = JdbcClient.create(town.dataSource());
            before.sql("INSERT INTO reading (ts, value, series_id, quality) VALUES ('2001-01-01', 1, 1, 0)")
                    .update();
            var connections = town.dataSource(town.application());
            if (TestDatabase.isTimescale()) {
                // Its older readings lie where the owner of the table may not hand over anything.
                var change = "ALTER TABLE public.reading OWNER TO city_cockpit";
                assertThatThrownBy(() -> migrated(town.dataSource(), connections))
                        .hasRootCauseMessage(
                                "the readings cannot be handed over to the role of the application; let an administrator of the database run: "
                                        + change);
                JdbcClient.create(town.dataSource(town.administrator()))
                        .sql(change)
                        .update();
            }
            migrated(town.dataSource(), connections);
            var after = JdbcClient.create(connections);
            after.sql("INSERT INTO reading (ts, value, series_id, quality) VALUES ('2026-01-01', 1, 1, 0)")
                    .update();
            assertThat(years(after)).containsExactly(2001, 2026);
            after.sql("TRUNCATE reading").update();
            assertThat(after.sql("SELECT has_schema_privilege(current_schema(), 'CREATE')")
                            .query((row, n) -> row.getBoolean(1))
                            .single())
                    .isFalse();
        }
    }

    @Test
    void aPlainTableThatBelongsToTheApplicationBecomesTheBestThatTheDatabaseOffers() {
        try (var town = TestDatabase.create()) {
            Flyway.configure().dataSource(town.dataSource()).load().migrate();
            var administrator = JdbcClient.create(town.dataSource(town.administrator()));
            administrator
                    .sql("INSERT INTO reading (ts, value, series_id, quality) VALUES ('2001-01-01', 1, 1, 0)")
                    .update();
            administrator.sql("ALTER TABLE reading OWNER TO city_cockpit").update();
            var connections = town.dataSource(town.application());
            var sql = JdbcClient.create(connections);
            migrated(town.dataSource(), connections);
            sql.sql("INSERT INTO reading (ts, value, series_id, quality) VALUES ('2026-01-01', 1, 1, 0)")
                    .update();
            assertThat(years(sql)).containsExactly(2001, 2026);
            assertThat(ReadingTable.editionOf(sql))
                    .isEqualTo(TestDatabase.isTimescale() ? Edition.TIMESCALE_APACHE : Edition.PLAIN);
        }
    }

    private static List<Integer> years(JdbcClient sql) {
        return sql.sql("SELECT extract(year FROM ts AT TIME ZONE 'UTC') FROM reading ORDER BY 1")
                .query((row, n) -> row.getInt(1))
                .list();
    }

    /** The owner makes the tables; everything else is done by the role that the cockpit works with. */
    private static MigrateResult migrated() {
        return migrated(DATABASE.dataSource(), CONNECTIONS);
    }

    private static MigrateResult migrated(DataSource owner, DataSource application) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .callbacks(
                        new ReadingTable(new HistorySettings(Period.ofMonths(24), Map.of(), null, false), application))
                .load()
                .migrate();
    }
}
