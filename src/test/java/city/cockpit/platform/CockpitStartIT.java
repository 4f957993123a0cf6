package city.cockpit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class CockpitStartIT {

    @TempDir
    Path folder;

    @Test
    @WithoutDatabase
    void theFirstStartTellsThePasswordTheNextOneWhereItIsAndOneThatIsAskedANewOne() {
        var data = folder.resolve("data with spaces");
        String password;
        try (var cockpit = RunningCockpit.on(data).start()) {
            password = cockpit.adminPassword();
            assertThat(cockpit.printed())
                    .contains("is ready")
                    .contains("user admin, password " + password)
                    .contains("tcp://127.0.0.1:" + cockpit.mqttPort())
                    .doesNotContain("Exception")
                    .doesNotContain("WARN");
        }
        try (var cockpit = RunningCockpit.on(data).start()) {
            assertThat(cockpit.adminPassword()).isEqualTo(password);
            assertThat(cockpit.printed()).doesNotContain(password).contains("secrets/admin-password");
        }
        try (var cockpit = RunningCockpit.on(data)
                .with("cockpit.access.new-administrator-password", "true")
                .start()) {
            assertThat(cockpit.adminPassword()).isNotEqualTo(password);
            assertThat(cockpit.printed())
                    .contains("user admin, password " + cockpit.adminPassword())
                    .contains("every start with --new-admin-password makes another one");
        }
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    @WithoutDatabase
    void aKilledCockpitStartsAgainOnItsData() {
        var killed = RunningCockpit.on(folder).start();
        var password = killed.adminPassword();
        killed.kill();
        assertThat(folder.resolve("postgresql/postmaster.pid")).exists();
        try (var cockpit = RunningCockpit.on(folder).start()) {
            assertThat(cockpit.adminPassword()).isEqualTo(password);
        }
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void withADatabaseOfItsOwnTheTownGetsNoEmbeddedOne() {
        try (var database = TestDatabase.create();
                var cockpit = RunningCockpit.on(folder).database(database).start()) {
            assertThat(folder.resolve("postgresql")).doesNotExist();
            assertThat(cockpit.manage("/actuator/health")).contains("UP");
            assertThat(tables(database)).isPositive();
        }
    }

    @Test
    @WithoutDatabase
    void twoCockpitsDoNotShareADataFolder() {
        try (var first = RunningCockpit.on(folder).start()) {
            var second = RunningCockpit.on(folder).startInVain();
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.printed())
                    .startsWith("Another cockpit is running on the data folder " + folder)
                    .hasLineCount(1);
            assertThat(first.manage("/actuator/health")).contains("UP");
        }
    }

    @Test
    @WithoutDatabase
    void aBusyPortIsNamedWithItsOption() throws IOException {
        try (var occupant = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = occupant.getLocalPort();
            assertInVain(RunningCockpit.on(folder).mqttPort(port), "Port %d is in use".formatted(port), "--mqtt-port");
            assertInVain(
                    RunningCockpit.on(folder).with("server.port", Integer.toString(port)),
                    "Port %d is in use".formatted(port),
                    "--http-port");
        }
    }

    @Test
    @WithoutDatabase
    void aDataFolderThatCannotBeWrittenToIsNamed() throws IOException {
        // Root may write everywhere, but not into a folder as if it were a file.
        Files.createDirectory(folder.resolve("cockpit.lock"));
        assertInVain(RunningCockpit.on(folder), "The data folder %s cannot be written to".formatted(folder), "--data");
    }

    @Test
    @WithoutDatabase
    void anUnreachableDatabaseIsNamedWithItsSetting() {
        assertInVain(
                RunningCockpit.on(folder).with("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/cockpit"),
                "The database cannot be used",
                "spring.datasource.url");
    }

    @Test
    void aDatabaseUserWithoutRightsIsNamedWithItsSetting() {
        try (var database = TestDatabase.create()) {
            assertInVain(
                    RunningCockpit.on(folder).database(database, database.application()),
                    "'city_cockpit' may not create tables",
                    "spring.datasource.username");
        }
    }

    @Test
    @WithoutDatabase
    void aWrongPasswordOfTheDatabaseIsNamedWithItsSetting() {
        try (var database = TestDatabase.create()) {
            assertInVain(
                    RunningCockpit.on(folder).database(database).with("spring.flyway.password", "guess"),
                    "The database cannot be used",
                    "spring.flyway.password");
            assertInVain(
                    RunningCockpit.on(folder).database(database).with("spring.datasource.password", "guess"),
                    "The database cannot be used",
                    "spring.datasource.password");
        }
    }

    @Test
    @WithoutDatabase
    void aBrokerThatRefusesIsNamedWithItsSettings() {
        try (var broker = RunningCockpit.on(folder.resolve("broker")).start()) {
            assertInVain(
                    RunningCockpit.on(folder.resolve("cockpit"))
                            .with("cockpit.mqtt.broker", "tcp://127.0.0.1:" + broker.mqttPort())
                            .with("cockpit.mqtt.username", "device")
                            .with("cockpit.mqtt.password", "guess"),
                    "refuses the cockpit",
                    "cockpit.mqtt.password");
            assertThat(folder.resolve("cockpit/postgresql/postmaster.pid")).doesNotExist();
        }
    }

    private static void assertInVain(RunningCockpit.Builder setup, String... words) {
        var ended = setup.startInVain();
        assertThat(ended.exitCode()).isNotZero();
        // "guess" is the password of all that try one.
        assertThat(ended.printed()).contains(words).doesNotContain("guess").hasLineCount(1);
    }

    private static int tables(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                .query(Integer.class)
                .single();
    }
}
