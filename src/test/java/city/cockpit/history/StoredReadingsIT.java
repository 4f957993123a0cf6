package city.cockpit.history;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.TestDatabase;
import city.cockpit.measurement.SeriesCatalog;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store of production on a real database: plain PostgreSQL in one run, TimescaleDB in the other. */
class StoredReadingsIT extends ReadingStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final DataSource CONNECTIONS = DATABASE.dataSource();
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
        return new StoredReadings(SQL, transaction, catalog);
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

    private static MigrateResult migrated() {
        return Flyway.configure()
                .dataSource(CONNECTIONS)
                .locations("classpath:db/migration")
                .callbacks(new ReadingTable(new HistorySettings(false)))
                .load()
                .migrate();
    }
}
