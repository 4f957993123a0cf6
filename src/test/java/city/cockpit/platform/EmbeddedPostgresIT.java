package city.cockpit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.WithoutDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithoutDatabase
class EmbeddedPostgresIT {

    private static final Path PROGRAMS = Path.of("target/programs");

    @TempDir
    Path folder;

    @Test
    void whatWasStoredIsThereAgainAtTheNextStart() throws Exception {
        try (var postgres = start()) {
            execute(postgres, "CREATE TABLE bench AS SELECT 'Saalepark' AS place");
        }
        try (var postgres = start()) {
            assertThat(answer(postgres, "SELECT place FROM bench")).isEqualTo("Saalepark");
        }
    }

    @Test
    void writesAreDurableAndOnlyThisMachineGetsIn() throws Exception {
        try (var postgres = start()) {
            assertThat(answer(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(answer(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(answer(postgres, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(answer(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(answer(postgres, "SHOW unix_socket_directories")).isEmpty();
            assertThat(answer(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void aWrongPasswordDoesNotGetIn() throws Exception {
        try (var postgres = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            postgres.url(), postgres.application().username(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void theApplicationIsNoAdministratorOfTheDatabase() throws Exception {
        try (var postgres = start();
                var connection = connect(postgres, postgres.application());
                var call = connection.createStatement()) {
            assertThatThrownBy(() -> call.execute("CREATE TABLE bench (place text)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> call.execute("COPY (SELECT 1) TO PROGRAM 'true'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> call.execute("ALTER ROLE cockpit PASSWORD 'x'"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aDatabaseThatHadOneRoleOnlyGetsTheSecondAndALostPasswordOfItIsMadeAnew() throws Exception {
        try (var postgres = start()) {
            execute(postgres, "CREATE TABLE bench AS SELECT 'Saalepark' AS place");
            execute(postgres, "DROP ROLE cockpit_application");
        }
        for (var start = 0; start < 2; start++) {
            Files.delete(folder.resolve("secrets/database-application-password"));
            try (var postgres = start();
                    var connection = connect(postgres, postgres.application())) {
                assertThat(connection.isValid(1)).isTrue();
                assertThat(answer(postgres, "SELECT place FROM bench")).isEqualTo("Saalepark");
            }
        }
    }

    @Test
    void aServerLeftOverFromAKilledRunIsEndedInOrderAndItsDataKept() throws Exception {
        var leftOver = start();
        execute(leftOver, "CREATE TABLE bench AS SELECT 'Saalepark' AS place");
        var pid = postmaster();
        try (var postgres = start()) {
            await().until(() -> ProcessHandle.of(pid).isEmpty());
            assertThat(postmaster()).isNotEqualTo(pid);
            assertThat(answer(postgres, "SELECT place FROM bench")).isEqualTo("Saalepark");
        }
    }

    @Test
    void aNumberInThePidFileThatNowBelongsToAnotherProcessHarmsNobody() throws Exception {
        start().close();
        var bystander = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    cluster().resolve("postmaster.pid"),
                    "%d\n%s\n1\n20001\n\n127.0.0.1\n".formatted(bystander.pid(), cluster()));
            try (var postgres = start()) {
                assertThat(answer(postgres, "SELECT 1")).isEqualTo("1");
            }
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void aServerThatCrashedRecoversWhatWasCommitted() throws Exception {
        var crashed = start();
        execute(crashed, "CREATE TABLE bench AS SELECT 'Saalepark' AS place");
        ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
        try (var postgres = start()) {
            assertThat(answer(postgres, "SELECT place FROM bench")).isEqualTo("Saalepark");
        }
    }

    @Test
    void dataOfAnotherMajorVersionAreRefusedInOneSentence() throws Exception {
        start().close();
        Files.writeString(cluster().resolve("PG_VERSION"), "14\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("was made by PostgreSQL 14 but this cockpit brings");
    }

    @Test
    void aBusyPortIsNamedAndNothingIsLeftRunning() throws Exception {
        try (var occupant = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, PROGRAMS, occupant.getLocalPort()))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("on port " + occupant.getLocalPort());
            assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void aLostPasswordFileIsNamed() throws Exception {
        start().close();
        Files.delete(folder.resolve("secrets/database-password"));
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("secrets/database-password");
        assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void closingEndsTheProcessEvenWithConnectionsOpen() throws Exception {
        var postgres = start();
        var process = ProcessHandle.of(postmaster()).orElseThrow();
        try (var connection = connect(postgres)) {
            postgres.close();
            await().atMost(Duration.ofSeconds(5)).until(() -> !process.isAlive());
            assertThat(connection.isValid(1)).isFalse();
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, PROGRAMS, 0);
    }

    private Path cluster() throws IOException {
        return folder.toRealPath().resolve("postgresql");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(cluster().resolve("postmaster.pid")).getFirst());
    }

    private static void execute(EmbeddedPostgres postgres, String statement) throws SQLException {
        try (var connection = connect(postgres);
                var call = connection.createStatement()) {
            call.execute(statement);
        }
    }

    private static String answer(EmbeddedPostgres postgres, String question) throws SQLException {
        try (var connection = connect(postgres);
                var call = connection.createStatement();
                var row = call.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return connect(postgres, postgres.owner());
    }

    private static Connection connect(EmbeddedPostgres postgres, DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(postgres.url(), login.username(), login.password());
    }
}
