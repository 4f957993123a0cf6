package city.cockpit.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.platform.DatabaseLogin;
import city.cockpit.platform.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The one database server of this JVM. Its files lie below {@code target} and go with it. */
record DatabaseServer(String address, DatabaseLogin administrator) {

    static final String EMBEDDED = "embedded";
    static final String TIMESCALEDB = "timescaledb";

    /** Where the embedded PostgreSQL is unpacked once for all tests. */
    static final Path PROGRAMS = Path.of("target/programs").toAbsolutePath();

    private static final Path SCRIPTS = Path.of("src/test/timescaledb").toAbsolutePath();

    /** As a town makes them: the owner may hand over tables to the application; neither may do more than it must. */
    static final DatabaseLogin OWNER = new DatabaseLogin("city_owner", "owner");

    static final DatabaseLogin APPLICATION = new DatabaseLogin("city_cockpit", "application");

    private static @Nullable DatabaseServer running;

    static String wanted() {
        return System.getProperty("cockpit.test.database", EMBEDDED);
    }

    /** Starts the server at the first call. */
    static synchronized DatabaseServer running() {
        if (running == null) {
            running = start(wanted());
            running.makeRoles();
        }
        return running;
    }

    private static DatabaseServer start(String kind) {
        try {
            var target = Files.createDirectories(Path.of("target").toAbsolutePath());
            var folder = Files.createTempDirectory(target, "database-");
            return switch (kind) {
                case EMBEDDED -> embedded(folder);
                case TIMESCALEDB -> timescaledb(folder);
                default ->
                    throw new AssertionError("-Dcockpit.test.database is '%s', but there are only %s and %s"
                            .formatted(kind, EMBEDDED, TIMESCALEDB));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatabaseServer embedded(Path folder) {
        var postgres = EmbeddedPostgres.start(folder, PROGRAMS, 0);
        atExit(postgres::close, folder);
        return new DatabaseServer("127.0.0.1:" + postgres.port(), postgres.owner());
    }

    private static DatabaseServer timescaledb(Path folder) throws IOException {
        var installed = Path.of(System.getProperty("cockpit.test.timescaledb", ".tools/timescaledb"))
                .toAbsolutePath();
        var install = "%s/install '%s'".formatted(SCRIPTS, installed);
        if (!Files.isDirectory(installed.resolve("usr/lib/postgresql")))
            throw new AssertionError("TimescaleDB is not installed; run: " + install);
        var data = folder.resolve("data");
        var port = FreePort.find();
        run("start", installed, data, Integer.toString(port));
        atExit(() -> run("stop", installed, data), folder);
        var server = new DatabaseServer("127.0.0.1:" + port, new DatabaseLogin("postgres", ""));
        server.checkExtension(install);
        return server;
    }

    private static void run(String command, Path installed, Path data, String... more) {
        try {
            var call = new ArrayList<>(
                    List.of(SCRIPTS.resolve("server").toString(), command, installed.toString(), data.toString()));
            call.addAll(List.of(more));
            var process = new ProcessBuilder(call).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.onExit().join().exitValue() != 0)
                throw new AssertionError("TimescaleDB could not " + command + ": " + output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void atExit(Runnable stop, Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            deleteAll(folder);
        }));
    }

    private static void deleteAll(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://%s/%s".formatted(address, database);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), administrator.username(), administrator.password());
    }

    private void makeRoles() {
        for (var login : List.of(OWNER, APPLICATION))
            execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(login.username(), login.password()));
        execute("GRANT %s TO %s".formatted(APPLICATION.username(), OWNER.username()));
    }

    void execute(String statement) {
        try (var connection = connect();
                var call = connection.createStatement()) {
            call.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError("'%s' failed".formatted(statement), e);
        }
    }

    private void checkExtension(String install) {
        try (var connection = connect();
                var call = connection.createStatement();
                var found = call.executeQuery("SELECT 1 FROM pg_available_extensions WHERE name = 'timescaledb'")) {
            if (!found.next()) throw new AssertionError("This PostgreSQL has no TimescaleDB; run: " + install);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
