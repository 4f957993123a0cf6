package city.cockpit.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.WithoutDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code ./cockpit} as a newcomer meets it. */
@WithoutDatabase
class LauncherIT {

    private static final Path CHECKOUT = Path.of("").toAbsolutePath();
    private static final Path COCKPIT_JAR = CHECKOUT.resolve("target/cockpit.jar");
    private static final Path SIM_JAR = CHECKOUT.resolve("sensors-sim/target/sensors-sim.jar");

    @TempDir
    Path folder;

    private record Ended(int exitCode, String printed) {}

    @Test
    void helpListsTheCommands() throws Exception {
        var help = launch(Map.of(), "help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.printed()).contains("run", "test", "sim", "bench", "--http-port", "--data");
    }

    @ParameterizedTest
    @CsvSource({
        "fly, There is no command 'fly'",
        "run --fast, There is no option '--fast'",
        "run --http-port, --http-port needs a value",
        "run --http-port eighty, '--http-port takes a number from 1 to 65534, not ''eighty'''",
        "run --mqtt-port=0, '--mqtt-port takes a number from 1 to 65535, not ''0'''",
        "run --tls-cert, --tls-cert needs a value",
        "run --mqtts-port none, '--mqtts-port takes a number from 1 to 65535, not ''none'''",
        "run --sensors nowhere.csv, nowhere.csv cannot be read",
        "test --quick, There is no option '--quick'",
        "sensors, Usage: ./cockpit sensors import FILE",
        "sensors import, Usage: ./cockpit sensors import FILE",
        "sensors export sensors.csv, Set COCKPIT_TOKEN to an access key"
    })
    void whatItDoesNotUnderstandItNames(String arguments, String sentence) throws Exception {
        assertRefused(launch(Map.of(), arguments.split(" ")), sentence);
    }

    @Test
    void aBusyPortIsNamedBeforeAnythingIsBuiltOrStarted() throws Exception {
        try (var occupant = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(occupant.getLocalPort());
            assertRefused(
                    run("--http-port", port), "Port %s is in use: choose another one with --http-port".formatted(port));
            assertRefused(
                    run("--http-port", freePort(), "--mqtt-port", port),
                    "Port %s is in use: choose another one with --mqtt-port".formatted(port));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCertificateThatCannotBeUsedIsNamedBeforeAnythingIsBuiltOrStarted() throws Exception {
        var file = Files.writeString(folder.resolve("cert.pem"), "").toString();
        var ports = List.of("--http-port", freePort(), "--mqtt-port", freePort(), "--mqtts-port", freePort());
        assertRefused(
                run(ports, "--tls-cert", file),
                "A certificate and its key belong together: give both --tls-cert and --tls-key.");
        assertRefused(
                run(ports, "--tls-cert", file, "--tls-key", file + ".key"),
                "The key %s.key cannot be read: give another file with --tls-key.".formatted(file));
        assertRefused(
                run(ports, "--tls-cert", file + ".none", "--tls-key", file),
                "The certificate %s.none cannot be read: give another file with --tls-cert.".formatted(file));
    }

    private Ended run(List<String> ports, String... options) throws Exception {
        return run(Stream.concat(ports.stream(), Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void aMissingJdkIsNamed() throws Exception {
        var elsewhere = Map.of("JAVA_HOME", "", "COCKPIT_JVM_FOLDER", folder.toString(), "PATH", withoutBuildTools());
        assertRefused(launch(elsewhere, "run", "--http-port", freePort()), "The cockpit needs a JDK 25");
    }

    @Test
    void missingBuildToolsAreNamed() throws Exception {
        var checkout = Files.createDirectory(folder.resolve("checkout"));
        Files.copy(CHECKOUT.resolve("cockpit"), checkout.resolve("cockpit"));
        var builder = new ProcessBuilder(
                checkout.resolve("cockpit").toString(), "run", "--http-port", freePort(), "--mqtt-port", freePort());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PATH", withoutBuildTools());
        assertRefused(end(builder), "The cockpit needs npm");
    }

    @Test
    void aDataFolderThatCannotBeMadeIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "not a folder");
        assertRefused(
                run("--http-port", freePort(), "--data", file.resolve("data").toString()),
                "The data folder %s/data cannot be written to: choose another one with --data".formatted(file));
    }

    @Test
    void ctrlCEndsTheCockpitTheSimulatorAndTheDatabase() throws Exception {
        assertThat(SIM_JAR)
                .as("the packaged simulator; make it with 'mvn package' in sensors-sim")
                .exists();
        var data = folder.resolve("data with spaces");
        var printed = folder.resolve("printed");
        // A session of its own, so that the signal reaches all of its processes and not this test, as in a terminal.
        // Whoever
        // runs the tests in the background made them ignore Ctrl-C; a shell cannot undo that for itself.
        var process = launcher(
                        Map.of(),
                        List.of("env", "--default-signal=INT", "setsid"),
                        "run",
                        "--data",
                        data.toString(),
                        "--http-port",
                        freePort(),
                        "--mqtt-port",
                        freePort())
                .redirectOutput(printed.toFile())
                .start();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !process.isAlive() || Files.exists(data.resolve("logs/simulator.log")));
        assertThat(Files.readString(printed)).contains("is ready").contains("user admin");
        assertThat(processesOn(data)).hasSizeGreaterThan(2);

        signal("INT", process);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(processesOn(data)).isEmpty();
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    private static void assertRefused(Ended ended, String sentence) {
        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.printed()).contains(sentence).hasLineCount(1);
    }

    private Ended run(String... options) throws Exception {
        var arguments =
                Stream.concat(Stream.of("run", "--data", folder.resolve("data").toString()), Stream.of(options));
        return launch(Map.of(), arguments.toArray(String[]::new));
    }

    private static Ended launch(Map<String, String> environment, String... arguments) throws Exception {
        return end(launcher(environment, List.of(), arguments));
    }

    private static ProcessBuilder launcher(Map<String, String> environment, List<String> before, String... arguments) {
        var command = Stream.of(
                        before.stream(), Stream.of(CHECKOUT.resolve("cockpit").toString()), Stream.of(arguments))
                .flatMap(words -> words)
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("COCKPIT_JAR", COCKPIT_JAR.toString());
        builder.environment().put("COCKPIT_SIM_JAR", SIM_JAR.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private static Ended end(ProcessBuilder builder) throws Exception {
        var process = builder.redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    /** To the whole group, as the terminal does at Ctrl-C. */
    private static void signal(String name, Process leader) throws Exception {
        new ProcessBuilder("kill", "-" + name, "--", "-" + leader.pid()).start().waitFor();
    }

    private static List<String> processesOn(Path data) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(data.toString()))
                .toList();
    }

    /** A PATH on which a plain system is found, but neither Java nor Maven nor npm. */
    private String withoutBuildTools() throws IOException {
        var tools = Files.createDirectory(folder.resolve("tools"));
        for (var name :
                List.of("bash", "cat", "dirname", "find", "flock", "grep", "head", "mkdir", "readlink", "sed", "sort"))
            Files.createSymbolicLink(tools.resolve(name), Path.of("/usr/bin", name));
        return tools.toString();
    }

    /** The port after it, which management takes, is free too. */
    private static String freePort() throws IOException {
        while (true) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var next = new ServerSocket(socket.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return Integer.toString(next.getLocalPort() - 1);
            } catch (IOException e) {
                // taken by somebody else, try the next one
            }
        }
    }
}
