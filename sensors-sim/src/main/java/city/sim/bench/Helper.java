package city.sim.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that answers each line with a number, see {@link Yardstick}. */
final class Helper implements AutoCloseable {

    private final Process process;
    private final OutputStream questions;
    private final BufferedReader answers;

    private Helper(Process process) {
        this.process = process;
        this.questions = process.getOutputStream();
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Helper start(Path log, String... arguments) throws IOException, BenchException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dio.netty.noUnsafe=false",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                ownJar().toString(),
                Yardstick.class.getName()));
        line.addAll(List.of(arguments));
        var helper =
                new Helper(new ProcessBuilder(line).redirectError(log.toFile()).start());
        var first = helper.answers.readLine();
        if (!"ready".equals(first)) {
            helper.close();
            throw new BenchException("The yardstick did not start: " + Files.readString(log));
        }
        return helper;
    }

    /** The answer to a question; what it may be is told by the {@link Yardstick}. */
    long ask(String question) throws IOException, BenchException {
        questions.write((question + "\n").getBytes(StandardCharsets.UTF_8));
        questions.flush();
        var answer = answers.readLine();
        if (answer == null) throw new BenchException("The yardstick ended by itself.");
        return Long.parseLong(answer);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        questions.close();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /** The simulator that is running, to start parts of it as processes of their own. */
    static Path ownJar() throws BenchException {
        try {
            var place = Path.of(Helper.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(place)) return place;
        } catch (URISyntaxException e) {
            // The same sentence.
        }
        throw new BenchException("This needs the packaged simulator: make it with 'mvn package'.");
    }
}
