package city.cockpit.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.platform.DatabaseLogin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * The packaged cockpit ({@code -Dcockpit.jar}, by default {@code target/cockpit.jar}) as a process of its own, on ports
 * that were free and with its own data folder. Started means ready: the screens answer and the broker listens.
 *
 * <p>Its output goes to {@code cockpit.out} in the data folder and is part of the failure if it does not start.
 */
public final class RunningCockpit implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final String CHOSEN = "admin-password-chosen-by-the-test";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Builder setup;
    private final int webPort;
    private final int managementPort;
    private final int mqttPort;
    private final boolean records;
    private final Process process;

    private RunningCockpit(Builder setup, boolean mayRecord) throws IOException {
        this.setup = setup;
        this.webPort = FreePort.find();
        this.managementPort = FreePort.find();
        this.mqttPort = setup.mqttPort == 0 ? FreePort.find() : setup.mqttPort;
        this.records = mayRecord && UnpackedCockpit.get().startRecording();
        Files.createDirectories(setup.data);
        this.process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    /**
     * Sets up a cockpit with this data folder.
     *
     * @param data kept when the cockpit ends, so that the next one may start on it
     */
    public static Builder on(Path data) {
        return new Builder(data);
    }

    /** The public page, without a slash at its end. */
    public URI web() {
        return URI.create("http://127.0.0.1:" + webPort);
    }

    /** Where {@code /actuator} is, without a slash at its end. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** Where the embedded broker listens. */
    public int mqttPort() {
        return mqttPort;
    }

    /** Of the user {@code device}. */
    public String devicePassword() {
        return read(setup.data.resolve("secrets/mqtt-device-password"));
    }

    /**
     * Of the user {@code admin}: the first one, which opens nothing but the page for a new one, until
     * {@link TestBrowser#admit} has changed it; also of a cockpit that was started later on the same data.
     */
    public String adminPassword() {
        var chosen = setup.data.resolve(CHOSEN);
        return Files.exists(chosen) ? read(chosen) : read(setup.data.resolve("secrets/admin-password"));
    }

    /** The user {@code admin} has this password from now on. */
    void passwordChosen(String password) {
        try {
            Files.writeString(setup.data.resolve(CHOSEN), password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the cockpit has printed so far. */
    public String printed() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** The answer to a GET of the management port, e.g. {@code /actuator/ingest}. */
    public String manage(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(management() + path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString(UTF_8)).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process at once, as a power cut would (SIGKILL). An embedded PostgreSQL stays behind until the next start. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        if (records) UnpackedCockpit.get().ended(false);
    }

    /** Asks the process to end (SIGTERM) and waits for it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                if (records) UnpackedCockpit.get().ended(true);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        throw new AssertionError("the cockpit did not end within %s:%n%s".formatted(STOP, printed()));
    }

    private List<String> command() {
        var program = UnpackedCockpit.get();
        var command = new ArrayList<>(List.of(
                UnpackedCockpit.java(),
                "-Xmx512m",
                // A process of a few seconds spends half its time on compilers and collectors it does not need.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xlog:disable"));
        command.addAll(program.options(records));
        command.addAll(List.of("-jar", program.jar().toString(), "--cockpit.data=" + setup.data));
        var settings = new LinkedHashMap<>(Map.of(
                "cockpit.platform.programs", DatabaseServer.PROGRAMS.toString(),
                "cockpit.platform.mqtt-port", Integer.toString(mqttPort),
                "server.port", Integer.toString(webPort),
                "management.server.port", Integer.toString(managementPort)));
        settings.putAll(setup.settings);
        settings.forEach((setting, value) -> command.add("--%s=%s".formatted(setting, value)));
        return command;
    }

    private RunningCockpit awaitReady() {
        try {
            Awaitility.await("the cockpit to be ready")
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !process.isAlive() || isReady());
        } catch (RuntimeException e) {
            kill();
            throw new AssertionError("the cockpit is not ready after %s:%n%s".formatted(START, printed()), e);
        }
        if (!process.isAlive()) throw new AssertionError("the cockpit did not start:%n%s".formatted(printed()));
        return this;
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(management() + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Path output() {
        return setup.data.resolve("cockpit.out");
    }

    private static String read(Path secret) {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the cockpit is to start: on the embedded servers and without demo sensors, unless told otherwise. */
    public static final class Builder {

        private final Path data;
        private final Map<String, String> settings = new LinkedHashMap<>();
        private int mqttPort;
        private boolean demo;

        private Builder(Path data) {
            this.data = data.toAbsolutePath();
        }

        /** On this database instead of an embedded one, with a role for its owner and one for the application. */
        public Builder database(TestDatabase database) {
            return database(database, database.application())
                    .with("spring.flyway.user", database.owner().username())
                    .with("spring.flyway.password", database.owner().password());
        }

        /** On this database instead of an embedded one, with one role for everything. */
        public Builder database(TestDatabase database, DatabaseLogin login) {
            return with("spring.datasource.url", database.url())
                    .with("spring.datasource.username", login.username())
                    .with("spring.datasource.password", login.password());
        }

        /** With the sensors of the demo city. */
        public Builder demo() {
            demo = true;
            return this;
        }

        /** With these sensors, a table in the form of {@code demo-city.csv}. */
        public Builder sensors(Path table) {
            return with("cockpit.registry.sensors", table.toAbsolutePath().toString());
        }

        /** The broker listens here instead of on any free port, e.g. where the one before it did. */
        public Builder mqttPort(int port) {
            this.mqttPort = port;
            return this;
        }

        /** With a setting of any kind; the last one counts. */
        public Builder with(String setting, String value) {
            settings.put(setting, value);
            return this;
        }

        /** Starts the cockpit and waits until it is ready. */
        public RunningCockpit start() {
            return launch(true).awaitReady();
        }

        /** Starts a cockpit that is expected to give up, waits for its end and returns it. */
        public Ended startInVain() {
            var cockpit = launch(false);
            try {
                if (!cockpit.process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                    cockpit.kill();
                    throw new AssertionError("the cockpit did not give up:%n%s".formatted(cockpit.printed()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Ended(cockpit.process.exitValue(), cockpit.printed());
        }

        private RunningCockpit launch(boolean mayRecord) {
            with("cockpit.registry.demo", Boolean.toString(demo));
            try {
                return new RunningCockpit(this, mayRecord);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A cockpit that has ended. */
    public record Ended(int exitCode, String printed) {}
}
