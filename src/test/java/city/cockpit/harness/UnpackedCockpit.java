package city.cockpit.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged cockpit in the form in which the launcher starts it: unpacked, and with a cache of its classes, which
 * together halve the time of a start. The first cockpit of this JVM that ends in order records the cache, all after it use
 * it; without one everything works, only slower. The files lie below {@code target} and go with the JVM.
 */
final class UnpackedCockpit {

    private static @Nullable UnpackedCockpit unpacked;

    private final Path jar;
    private final Path cache;
    private final Path recording;
    private boolean isRecording;

    private UnpackedCockpit(Path jar) {
        this.jar = jar;
        this.cache = jar.resolveSibling("classes.jsa");
        this.recording = jar.resolveSibling("recording.jsa");
    }

    /** Unpacks it at the first call. */
    static synchronized UnpackedCockpit get() {
        if (unpacked == null)
            unpacked = unpack(Path.of(System.getProperty("cockpit.jar", "target/cockpit.jar"))
                    .toAbsolutePath());
        return unpacked;
    }

    private static UnpackedCockpit unpack(Path packed) {
        try {
            var target = Files.createDirectories(Path.of("target").toAbsolutePath());
            var folder = Files.createTempDirectory(target, "unpacked-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteAll(folder)));
            var process = new ProcessBuilder(
                            java(),
                            "-Djarmode=tools",
                            "-jar",
                            packed.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.onExit().join().exitValue() != 0)
                throw new AssertionError("%s cannot be unpacked: %s".formatted(packed, output));
            return new UnpackedCockpit(folder.resolve(packed.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Path jar() {
        return jar;
    }

    /** Whether the process that is started next with {@link #options} has to tell its end to {@link #ended}. */
    synchronized boolean startRecording() {
        if (isRecording || Files.exists(cache)) return false;
        isRecording = true;
        return true;
    }

    List<String> options(boolean records) {
        if (records) return List.of("-XX:ArchiveClassesAtExit=" + recording);
        return Files.exists(cache) ? List.of("-XX:SharedArchiveFile=" + cache) : List.of();
    }

    /** The recording process has ended; only one that ended in order leaves a cache. */
    synchronized void ended(boolean inOrder) {
        isRecording = false;
        try {
            if (inOrder && Files.exists(recording)) Files.move(recording, cache, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
