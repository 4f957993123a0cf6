package city.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A temporary folder and the processes that work in it. Closing it ends the processes and deletes the folder; so does an
 * interrupted program.
 */
final class Workbench implements AutoCloseable {

    private final Path folder;
    private static final int SHIPPED_HEAP_MEGABYTES = 512;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Thread whenInterrupted = new Thread(this::clear, "clear");

    Workbench() throws IOException {
        // The embedded database may run as another user, which must be able to pass through.
        folder = Files.createTempDirectory(
                "cockpit-bench-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
    }

    Path folder() {
        return folder;
    }

    /** With as much memory as it is shipped with. */
    PackagedCockpit cockpit(Path jar, List<String> settings) throws IOException {
        return cockpit(jar, SHIPPED_HEAP_MEGABYTES, settings);
    }

    PackagedCockpit cockpit(Path jar, int heapMegabytes, List<String> settings) throws IOException {
        var data = folder.resolve("data");
        return keep(PackagedCockpit.start(jar, data, folder.resolve("cockpit.log"), heapMegabytes, settings));
    }

    /** Ends what was started last, when it is no longer needed. */
    <T extends AutoCloseable> T keep(T resource) {
        synchronized (running) {
            running.push(resource);
        }
        return resource;
    }

    /** Ends everything that runs; the folder stays. */
    void stopAll() {
        synchronized (running) {
            while (!running.isEmpty()) stop(running.pop());
        }
    }

    @Override
    public void close() {
        clear();
        Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    }

    private void clear() {
        stopAll();
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Workbench::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
