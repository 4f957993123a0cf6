package city.sim.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium with one page and no window, steered over its debugging protocol. To be used by one thread. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final TextSocket socket;
    private String session = "";
    private long questions;

    private Browser(Process process, TextSocket socket) {
        this.process = process;
        this.socket = socket;
    }

    /** @param folder what it writes */
    static Browser start(Path program, Path folder) throws IOException, BenchException, InterruptedException {
        Files.createDirectories(folder);
        var log = folder.resolve("browser.log");
        var process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--window-size=1440,900",
                        "--lang=de",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            var browser = new Browser(process, TextSocket.open(door(process, folder.resolve("profile")), Map.of()));
            browser.attach();
            return browser;
        } catch (IOException | BenchException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI door(Process process, Path profile) throws IOException, BenchException, InterruptedException {
        var file = profile.resolve("DevToolsActivePort");
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            var lines = Files.exists(file) ? Files.readString(file).split("\n", -1) : new String[0];
            if (lines.length == 2) return URI.create("ws://127.0.0.1:" + lines[0] + lines[1]);
            Thread.sleep(50);
        }
        throw new BenchException("Chromium did not start.");
    }

    private void attach() throws IOException, BenchException {
        var targets = call("Target.getTargets", Map.of()).path("targetInfos");
        for (var target : targets)
            if (target.path("type").asString().equals("page")) {
                session = call(
                                "Target.attachToTarget",
                                Map.of("targetId", target.path("targetId").asString(), "flatten", true))
                        .path("sessionId")
                        .asString();
                return;
            }
        throw new BenchException("Chromium opened no page.");
    }

    /** Opens a page, leaving the one before, and waits until it and its scripts are loaded. */
    void go(URI address) throws IOException, BenchException, InterruptedException {
        call("Page.navigate", Map.of("url", address.toString()));
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate("location.protocol === 'http:' && document.readyState")
                .asString()
                .equals("complete")) {
            if (System.nanoTime() > end) throw new BenchException("Chromium did not load %s.".formatted(address));
            Thread.sleep(50);
        }
    }

    /** What a script in the page says. */
    JsonNode evaluate(String script) throws IOException, BenchException {
        var answer = call("Runtime.evaluate", Map.of("expression", script, "returnByValue", true));
        if (answer.has("exceptionDetails")) throw new BenchException("The page could not be read: " + answer);
        return answer.path("result").path("value");
    }

    private JsonNode call(String method, Map<String, Object> parameters) throws IOException, BenchException {
        var number = ++questions;
        var question = JSON.createObjectNode().put("id", number).put("method", method);
        question.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) question.put("sessionId", session);
        socket.send(question.toString());
        while (true) {
            var answer = JSON.readTree(socket.receive().text());
            if (answer.path("id").asLong() != number) continue;
            if (answer.has("error")) throw new BenchException("Chromium refuses: " + answer.path("error"));
            return answer.path("result");
        }
    }

    /** Seconds of processor time of all its processes. */
    double cpuSeconds() {
        return Usage.cpuSeconds(Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList());
    }

    @Override
    public void close() throws IOException {
        var children = process.descendants().toList();
        socket.close();
        process.destroy();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
