package city.sim.bench;

import city.sim.broker.BrokerAddress;
import city.sim.broker.OwnBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cockpit as it is shipped, in a process of its own with free ports. Closing it ends the process and its children. */
final class PackagedCockpit implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final int LAST_LINES = 15;
    /** Instances, then bytes, of what is left after a collection. */
    private static final Pattern TOTAL_BYTES = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final Path log;
    private final int webPort = OwnBroker.freePort();
    private final int managementPort = OwnBroker.freePort();
    private final int mqttPort = OwnBroker.freePort();
    private final List<String> line;
    private long startNanos;
    private Process process;

    /** Starts the process and returns at once. */
    private PackagedCockpit(Path jar, Path data, Path log, int heapMegabytes, List<String> settings)
            throws IOException {
        this.data = data;
        this.log = log;
        this.line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx%dm".formatted(heapMegabytes),
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toAbsolutePath().toString(),
                "--cockpit.data=" + data,
                "--server.port=" + webPort,
                "--management.server.port=" + managementPort,
                "--cockpit.platform.mqtt-port=" + mqttPort));
        line.addAll(settings);
        this.startNanos = System.nanoTime();
        this.process = started();
    }

    private Process started() throws IOException {
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Ends the process and starts it again at the same addresses with the same data; returns when it begins. */
    void restart() throws IOException {
        close();
        startNanos = System.nanoTime();
        process = started();
    }

    /**
     * Starts a cockpit.
     *
     * @param log gets what the process prints
     * @param heapMegabytes the most it may take
     * @param settings further arguments of the process
     */
    static PackagedCockpit start(Path jar, Path data, Path log, int heapMegabytes, List<String> settings)
            throws IOException {
        return new PackagedCockpit(jar, data, log, heapMegabytes, settings);
    }

    /** Waits for the first answered page and returns how long that took since the start of the process. */
    Duration awaitFirstPage() throws BenchException, InterruptedException {
        await("the first page", () -> get("http://127.0.0.1:%d/".formatted(webPort)));
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** How long the first page takes to be answered now. */
    Duration page() throws BenchException, InterruptedException {
        var asked = System.nanoTime();
        await("the first page", () -> get("http://127.0.0.1:%d/".formatted(webPort)));
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /** Where the pages are. */
    URI pages() {
        return URI.create("http://127.0.0.1:" + webPort);
    }

    long pid() {
        return process.pid();
    }

    /** What lives in the heap after the garbage has been collected, in bytes. */
    double liveHeap() throws BenchException, IOException, InterruptedException {
        var count = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var text = new String(count.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        count.waitFor();
        var total = TOTAL_BYTES.matcher(text);
        if (!total.find()) throw new BenchException("Nobody counts the heap: %.200s".formatted(text));
        return Double.parseDouble(total.group(1));
    }

    Path data() {
        return data;
    }

    /** One of the figures that the cockpit gives to monitoring. */
    double metric(String name) throws BenchException, InterruptedException {
        var answer = await(name, () -> get("http://127.0.0.1:%d/actuator/metrics/%s".formatted(managementPort, name)));
        return json(answer).path("measurements").path(0).path("value").asDouble();
    }

    /** The figures of the cockpit's own ledger. */
    JsonNode ledger() throws BenchException, InterruptedException {
        var answer = await("the ledger", () -> get("http://127.0.0.1:%d/actuator/ingest".formatted(managementPort)));
        return json(answer);
    }

    private static JsonNode json(String answer) throws BenchException {
        try {
            return JsonMapper.shared().readTree(answer);
        } catch (JacksonException e) {
            throw new BenchException("What the cockpit says of itself is no JSON.");
        }
    }

    /** Where devices publish. */
    BrokerAddress devices() throws BenchException, InterruptedException {
        var password = await("the password of the devices", () -> {
            var file = data.resolve("secrets").resolve("mqtt-device-password");
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        });
        return new BrokerAddress(
                URI.create("mqtt://127.0.0.1:" + mqttPort), Optional.of(new BrokerAddress.Login("device", password)));
    }

    @FunctionalInterface
    private interface Question {
        Optional<String> ask() throws IOException, InterruptedException;
    }

    private String await(String what, Question question) throws BenchException, InterruptedException {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) throw new BenchException("The cockpit ended by itself:\n" + lastLines());
            try {
                var answer = question.ask();
                if (answer.isPresent()) return answer.get();
            } catch (IOException e) {
                // Not there yet.
            }
            Thread.sleep(20);
        }
        throw new BenchException(
                "The cockpit did not show %s in %d s:\n%s".formatted(what, LONGEST_START.toSeconds(), lastLines()));
    }

    private Optional<String> get(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    /** Asks the process to end; what is still there after half a minute is killed, children included. */
    @Override
    public void close() {
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
