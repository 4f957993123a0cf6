package city.cockpit.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own for a town without a database server. It runs as a process of its own that listens on
 * loopback only and writes durably; its files lie in the data folder: {@code postgresql} (the database itself),
 * {@code logs}, and the passwords of its two roles in {@code secrets}.
 *
 * <p>The process is detached from our terminal, so that Ctrl-C reaches us first and the database goes last. If we are
 * killed it stays behind; the next start on the same data folder finds it and ends it in order.
 *
 * <p>The caller sees to it that no two of these use one data folder at the same time.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String NAME = "cockpit";
    private static final String APPLICATION = "cockpit_application";
    private static final String WRONG_PASSWORD = "28P01";
    /** A crash may leave much write-ahead log to go through. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int TRIES_FOR_A_FREE_PORT = 3;

    private final Path cluster;
    private final Path logs;
    private final Path password;
    private final Path programs;
    private final DatabaseLogin owner;
    private final DatabaseLogin application;
    private int port;

    private EmbeddedPostgres(Path data, Path programs) throws IOException {
        var secrets = new Secrets(data);
        checkThatRootMayStepDown();
        this.cluster = data.resolve("postgresql");
        this.logs = Files.createDirectories(data.resolve("logs"));
        this.owner = new DatabaseLogin(NAME, secrets.secret(Secrets.DATABASE));
        this.application = new DatabaseLogin(APPLICATION, secrets.secret(Secrets.DATABASE_APPLICATION));
        this.password = secrets.file(Secrets.DATABASE);
        this.programs = PostgresPrograms.unpackedIn(programs);
    }

    /**
     * Starts the database, makes it first if the data folder has none, and waits until it accepts connections. After a
     * failure nothing of it runs.
     *
     * @param data the data folder of the cockpit
     * @param programs where the programs of PostgreSQL are unpacked; may be shared by several data folders
     * @param port where to listen; 0 for any free port
     * @throws StartRefusedException if it cannot run on this machine or with this data folder
     */
    public static EmbeddedPostgres start(Path data, Path programs, int port) {
        try {
            Files.createDirectories(data);
            var postgres = new EmbeddedPostgres(data.toRealPath(), programs.toAbsolutePath());
            postgres.start(port);
            return postgres;
        } catch (IOException e) {
            throw new StartRefusedException("The embedded PostgreSQL cannot use %s: %s".formatted(data, e), e);
        }
    }

    public String url() {
        return urlOf(NAME);
    }

    /** Made the database and may do everything in it. */
    public DatabaseLogin owner() {
        return owner;
    }

    /** May do what it is granted. */
    public DatabaseLogin application() {
        return application;
    }

    /** Where it listens on the loopback address. */
    public int port() {
        return port;
    }

    /** Ends the database in order and waits for it; connections still open are cut. Does nothing the second time. */
    @Override
    public void close() {
        try {
            end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(int wantedPort) throws IOException {
        checkMajorVersion();
        end();
        if (!Files.exists(cluster)) make();
        for (int tries = 1; ; tries++) {
            port = wantedPort == 0 ? freePort() : wantedPort;
            try {
                launch();
                makeDatabase();
                return;
            } catch (StartRefusedException e) {
                end();
                if (wantedPort != 0 || tries == TRIES_FOR_A_FREE_PORT) throw e;
            }
        }
    }

    /** Made beside its place and moved there, so that an interrupted start leaves no half-made database. */
    private void make() throws IOException {
        var unfinished = cluster.resolveSibling("postgresql.new");
        FileSystemUtils.deleteRecursively(unfinished);
        var initdb = run(
                program("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + NAME,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--data-checksums",
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (initdb.exitCode() != 0)
            throw new StartRefusedException("The embedded PostgreSQL could not make its database in %s: %s"
                    .formatted(cluster, initdb.lastLine()));
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        log.info("Made a new database in {}", cluster);
    }

    private void launch() throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), configuration());
        var complaints = logs.resolve("postgresql-start.log");
        Files.deleteIfExists(complaints);
        var start = run(
                program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "--pgdata=" + cluster,
                "--log=" + complaints);
        if (start.exitCode() != 0)
            throw new StartRefusedException("The embedded PostgreSQL did not start on port %d: %s (more in %s)"
                    .formatted(port, complaintIn(complaints, start), logs));
        log.info("Embedded PostgreSQL runs on port {} with its data in {}", port, cluster);
    }

    /** Written anew at each start: what a town wants to tune belongs on a PostgreSQL of its own. */
    private String configuration() {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = '128MB'
                max_wal_size = '1GB'
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                """.formatted(port, logs.toString().replace("'", "''"));
    }

    private void makeDatabase() {
        try (var connection = DriverManager.getConnection(urlOf("postgres"), owner.username(), owner.password());
                var statement = connection.createStatement()) {
            if (!isFound(statement, "SELECT FROM pg_database WHERE datname = '" + NAME + "'"))
                statement.execute("CREATE DATABASE " + NAME);
            // A data folder made by an earlier version has no such role, and the file of a password may have been lost.
            if (isFound(statement, "SELECT FROM pg_roles WHERE rolname = '" + APPLICATION + "'"))
                DatabaseRoles.setPassword(connection, application);
            else DatabaseRoles.make(connection, application);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState()))
                throw new StartRefusedException(
                        "The password in %s is not the one that the database in %s was made with."
                                .formatted(password, cluster),
                        e);
            throw new StartRefusedException("The embedded PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    private static boolean isFound(Statement statement, String question) throws SQLException {
        try (var found = statement.executeQuery(question)) {
            return found.next();
        }
    }

    private void checkMajorVersion() throws IOException {
        if (!Files.exists(cluster)) return;
        var version = cluster.resolve("PG_VERSION");
        if (!Files.isReadable(version))
            throw new StartRefusedException(
                    "The database in %s belongs to another user or is damaged: %s cannot be read."
                            .formatted(cluster, version));
        var ofData = Files.readString(version).strip();
        var ofPrograms = run(program("postgres"), "--version").output();
        if (!ofPrograms.contains(" " + ofData + "."))
            throw new StartRefusedException(
                    "The database in %s was made by PostgreSQL %s but this cockpit brings %s: use the cockpit that made it, or move the data with pg_dump."
                            .formatted(cluster, ofData, ofPrograms.strip()));
    }

    /** Ends whatever PostgreSQL works on our files, be it ours or left over from a process that was killed. */
    private void end() throws IOException {
        if (!Files.exists(cluster)) return;
        if (!processesHere().isEmpty())
            run(program("pg_ctl"), "stop", "--mode=fast", "--wait", "--timeout=60", "--pgdata=" + cluster);
        processesHere().forEach(EmbeddedPostgres::awaitEnd);
        // Nobody works here any more; the number in this file may since have gone to a process that is none of ours.
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        if (!process.isAlive()) return;
        log.warn("PostgreSQL process {} did not end in order and is killed", process.pid());
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The server processes that work in our folder: PostgreSQL makes its data folder the working directory. */
    private List<ProcessHandle> processesHere() {
        return ProcessHandle.allProcesses()
                .filter(process -> cluster.equals(link(process, "cwd")) && isPostgres(process))
                .toList();
    }

    private static boolean isPostgres(ProcessHandle process) {
        var program = link(process, "exe");
        return program != null && program.getFileName().toString().startsWith("postgres");
    }

    /** Null if the process is gone or another user's. */
    private static @Nullable Path link(ProcessHandle process, String name) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), name));
        } catch (IOException e) {
            return null;
        }
    }

    private String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What the server said before it gave up; what pg_ctl said if it never got so far. */
    private static String complaintIn(Path complaints, Ended start) throws IOException {
        if (!Files.exists(complaints)) return start.lastLine();
        try (var lines = Files.lines(complaints)) {
            return lines.filter(line -> line.contains("FATAL:") || line.contains("could not"))
                    .findFirst()
                    .map(line -> line.replaceFirst("^.*?(FATAL|log|WARNING): +", ""))
                    .orElseGet(start::lastLine);
        }
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    /** PostgreSQL refuses to be root. In a user namespace of its own it is nobody, while its files stay ours. */
    private static List<String> asNobodyIfRoot(List<String> command) throws IOException {
        if (!isRoot()) return command;
        return Stream.concat(Stream.of("unshare", "--user"), command.stream()).toList();
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static void checkThatRootMayStepDown() throws IOException {
        if (!isRoot()) return;
        var trial = run("true");
        if (trial.exitCode() != 0)
            throw new StartRefusedException(
                    "The embedded PostgreSQL cannot run for root here (%s): start the cockpit as an ordinary user, or set spring.datasource.url to a PostgreSQL of your own."
                            .formatted(trial.lastLine()));
    }

    private record Ended(int exitCode, String output) {

        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("no reason given", (first, second) -> second);
        }
    }

    private static Ended run(String... command) throws IOException {
        var builder = new ProcessBuilder(asNobodyIfRoot(List.of(command))).redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.onExit().join().exitValue(), output);
    }
}
