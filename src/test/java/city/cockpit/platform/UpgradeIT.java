package city.cockpit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.audit.AuditProtection.Guard;
import city.cockpit.audit.AuditTables;
import city.cockpit.harness.FreePort;
import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.WithoutDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A town goes on with the data folder that an earlier version of the cockpit made. */
@WithoutDatabase
class UpgradeIT {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final List<String> OF_THE_FIRST_VERSION =
            List.of("V005__access.sql", "V010__registry.sql", "V020__history.sql", "V030__ingest.sql");

    @TempDir
    Path folder;

    @Test
    void aDataFolderOfTheFirstVersionStartsWithItsPeopleAndReadingsAndAnAuditTrailThatNobodyCanChange()
            throws IOException {
        var data = folder.resolve("data");
        makeAsTheFirstVersionDid(data);
        var port = Integer.toString(FreePort.find());
        try (var cockpit = RunningCockpit.on(data)
                .with("cockpit.platform.database-port", port)
                .start()) {
            assertThat(cockpit.printed()).doesNotContain("Exception");
            var url = "jdbc:postgresql://127.0.0.1:%s/cockpit".formatted(port);
            var application = connections(
                    url,
                    "cockpit_application",
                    Files.readString(data.resolve("secrets/database-application-password")));
            var sql = JdbcClient.create(application);
            assertThat(sql.sql("SELECT name FROM account").query(String.class).list())
                    .containsExactly("admin");
            assertThat(sql.sql("SELECT value FROM reading WHERE series_id = 1")
                            .query(Double.class)
                            .list())
                    .containsExactly(12.5);
            assertThat(sql.sql("SELECT tableowner FROM pg_tables WHERE tablename = 'reading'")
                            .query(String.class)
                            .single())
                    .isEqualTo("cockpit_application");
            assertThat(AuditTables.guard(application)).isEqualTo(Guard.ROLE);
        }
    }

    private static void makeAsTheFirstVersionDid(Path data) throws IOException {
        var migrations = Files.createDirectories(data.resolveSibling("migrations"));
        for (var migration : OF_THE_FIRST_VERSION)
            Files.copy(MIGRATIONS.resolve(migration), migrations.resolve(migration));
        try (var postgres = EmbeddedPostgres.start(data, Path.of("target/programs"), 0)) {
            var owner = connections(
                    postgres.url(),
                    postgres.owner().username(),
                    postgres.owner().password());
            Flyway.configure()
                    .dataSource(owner)
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            var sql = JdbcClient.create(owner);
            sql.sql(
                            "INSERT INTO account VALUES ('admin', '{argon2id}$argon2id$v=19$m=16384,t=2,p=1$c2FsdA$aGFzaA', now())")
                    .update();
            sql.sql("INSERT INTO reading VALUES ('2026-01-01T12:00:00Z', 12.5, 1, 0)")
                    .update();
            sql.sql("DROP ROLE cockpit_application").update();
        }
        Files.delete(data.resolve("secrets/database-application-password"));
    }

    private static DataSource connections(String url, String user, String password) {
        return new DriverManagerDataSource(url, user, password.strip());
    }
}
