package city.cockpit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.TestDatabase;
import city.cockpit.platform.DatabaseReport.Table;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a real database tells the role that the cockpit works with: plain PostgreSQL in one run, TimescaleDB in the other. */
class DatabaseReporterIT {

    private static final long MEGABYTE = 1_000_000;

    private final TestDatabase database = TestDatabase.create();
    private final DataSource owner = database.dataSource();
    private final DataSource application = database.dataSource(database.application());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theDatabaseTellsItsVersionsAndWhatTakesItsRoom() {
        var flyway = Flyway.configure().dataSource(owner).load();
        flyway.migrate();
        if (TestDatabase.isTimescale()) makeHypertable();
        sql("""
                SET cockpit.marks = 'on';
                INSERT INTO reading (ts, value, series_id, quality)
                SELECT TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 minute', n, 1, 0 FROM generate_series(1, 30000) n""");
        DatabaseRoles.grant(owner, application, flyway.getConfiguration().getTable());

        var report = new DatabaseReporter(JdbcClient.create(application)).report();

        assertThat(report.postgres()).matches("\\d+\\.\\d+");
        assertThat(report.timescale().isPresent()).isEqualTo(TestDatabase.isTimescale());
        assertThat(report.bytes()).isGreaterThan(7 * MEGABYTE);
        assertThat(report.tables()).hasSize(5);
        assertThat(report.tables().getFirst().name()).isEqualTo("reading");
        assertThat(report.tables().getFirst().bytes())
                .as("with the parts that a hypertable keeps elsewhere")
                .isBetween(MEGABYTE, report.bytes());
        assertThat(report.tables()).extracting(Table::bytes).allMatch(bytes -> bytes >= 0);
    }

    private void makeHypertable() {
        sql("CREATE EXTENSION timescaledb");
        JdbcClient.create(owner)
                .sql("SELECT create_hypertable('reading', 'ts', create_default_indexes => false)")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void sql(String statement) {
        JdbcClient.create(owner).sql(statement).update();
    }
}
