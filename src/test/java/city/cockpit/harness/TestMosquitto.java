package city.cockpit.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A Mosquitto of the version and with the configuration of {@code docker-compose.yml}, as a process of its own on a port
 * that was free. What it has acknowledged outlives {@link #stop} and {@link #start}; a {@link #kill} may take the last
 * second of it. It is unpacked by {@code src/test/mosquitto/install}.
 *
 * <p>A Mosquitto that is missing fails the test; it is never skipped.
 */
public final class TestMosquitto implements AutoCloseable {

    /** As whom the cockpit signs in. */
    public static final String COCKPIT = "cockpit";

    private static final String PASSWORD = "password-of-the-test";
    private static final Path SCRIPTS = Path.of("src/test/mosquitto").toAbsolutePath();
    private static final Path SHIPPED = Path.of("src/docker/mosquitto").toAbsolutePath();

    private final Path installed;
    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private TestMosquitto(Path installed, Path folder, int port) {
        this.installed = installed;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param folder what it keeps and writes; made if need be
     */
    public static TestMosquitto in(Path folder) {
        var installed = Path.of(System.getProperty("cockpit.test.mosquitto", ".tools/mosquitto"))
                .toAbsolutePath();
        if (!Files.isExecutable(installed.resolve("usr/sbin/mosquitto")))
            throw new AssertionError("Mosquitto is not installed, so nothing was tried with an external broker; run: "
                    + "%s/install '%s'".formatted(SCRIPTS, installed));
        try {
            Files.createDirectories(folder);
            var mosquitto = new TestMosquitto(installed, folder, FreePort.find());
            mosquitto.configure();
            mosquitto.start();
            return mosquitto;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** Of the users {@link #COCKPIT} and {@code device}. */
    public String password() {
        return PASSWORD;
    }

    /** The configuration that we ship, on this port and in this folder, and saved often enough for a test. */
    private void configure() throws IOException {
        var shipped = Files.readString(SHIPPED.resolve("mosquitto.conf"))
                .replace("listener 1883", "listener %d 127.0.0.1".formatted(port))
                .replace("autosave_interval 5", "autosave_interval 1")
                .replace("/run/mosquitto/", folder.toAbsolutePath() + "/")
                .replace("/mosquitto/data/", folder.toAbsolutePath() + "/")
                .replace("/usr/lib/mosquitto_dynamic_security.so", plugin().toString());
        // As root it would become somebody else, to whom the folder does not belong.
        Files.writeString(folder.resolve("given.conf"), shipped + "user root\n");
    }

    /** Debian keeps it with its other libraries. */
    private Path plugin() throws IOException {
        try (var files = Files.walk(installed.resolve("usr/lib"))) {
            return files.filter(file -> file.endsWith("mosquitto_dynamic_security.so"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Returns when it listens. */
    public void start() {
        var command = new ProcessBuilder(
                        "sh",
                        SHIPPED.resolve("start").toString(),
                        folder.resolve("given.conf").toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        var environment = command.environment();
        environment.put("PATH", "%1$s/usr/sbin:%1$s/usr/bin:%2$s".formatted(installed, environment.get("PATH")));
        environment.put("MOSQUITTO_RUN", folder.toAbsolutePath().toString());
        environment.put("MOSQUITTO_DATA", folder.toAbsolutePath().toString());
        environment.put("MOSQUITTO_TLS", folder.resolve("no-certificate").toString());
        environment.put("COCKPIT_MQTT_PASSWORD", PASSWORD);
        environment.put("COCKPIT_DEVICE_PASSWORD", PASSWORD);
        try {
            var started = command.start();
            process = started;
            Awaitility.await("Mosquitto to listen")
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !started.isAlive() || listens());
            if (!started.isAlive()) throw new AssertionError("Mosquitto did not start: " + log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end (SIGTERM), which makes it save everything, and waits. */
    public void stop() {
        var running = process;
        if (running == null) return;
        running.destroy();
        try {
            if (!running.waitFor(20, TimeUnit.SECONDS)) throw new AssertionError("Mosquitto did not end: " + log());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once (SIGKILL). */
    public void kill() {
        var running = process;
        if (running != null) running.destroyForcibly().onExit().join();
    }

    public void restart() {
        stop();
        start();
    }

    /** What it has printed so far. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private boolean listens() {
        try (var knock = new Socket()) {
            knock.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
