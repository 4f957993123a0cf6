package city.sim;

import city.sim.Stretches.Stretch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Of which parts of its past each sensor has told, with the seed it was done with; kept in a file if there is one. Safe
 * for several threads. What was acknowledged after the last {@link #save} is told again by the next run, which the
 * cockpit recognises.
 */
final class Told {

    private static final String SEED = "seed";

    private final Optional<Path> file;
    private final long seed;
    private final Map<String, Stretches> bySensor = new TreeMap<>();

    private Told(Optional<Path> file, long seed) {
        this.file = file;
        this.seed = seed;
    }

    /** Remembers for as long as the process lives. */
    static Told inMemory(long seed) {
        return new Told(Optional.empty(), seed);
    }

    /**
     * Goes on where the file ends; a file that is not there is made at the first save.
     *
     * @param wantedSeed the seed of a new file; of an existing one it is the only seed allowed
     * @throws UnusableStateException the file is none of ours, cannot be read or belongs to another seed
     */
    static Told in(Path file, OptionalLong wantedSeed, long usualSeed) throws UnusableStateException {
        if (!Files.exists(file)) return new Told(Optional.of(file), wantedSeed.orElse(usualSeed));
        try {
            return read(file, wantedSeed);
        } catch (IOException e) {
            throw new UnusableStateException("The state file '%s' cannot be read.".formatted(file));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnusableStateException("The state file '%s' is none of a simulator.".formatted(file));
        }
    }

    private static Told read(Path file, OptionalLong wantedSeed) throws IOException, UnusableStateException {
        var content = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            content.load(in);
        }
        var seed = Long.parseLong(content.getProperty(SEED, ""));
        if (wantedSeed.isPresent() && wantedSeed.getAsLong() != seed)
            throw new UnusableStateException(
                    "The state file '%s' belongs to seed %d: leave --seed away or choose another --state."
                            .formatted(file, seed));
        var told = new Told(Optional.of(file), seed);
        for (var key : content.stringPropertyNames())
            if (!key.equals(SEED))
                Arrays.stream(content.getProperty(key).split(" ", -1))
                        .map(Told::stretch)
                        .forEach(stretch -> told.add(key, stretch));
        return told;
    }

    long seed() {
        return seed;
    }

    /** Of this part every report is acknowledged that was due. */
    synchronized void add(String sensor, Stretch stretch) {
        bySensor.computeIfAbsent(sensor, unknown -> new Stretches()).add(stretch);
    }

    /** What the sensor has told of so far; a copy. */
    synchronized Stretches of(String sensor) {
        var copy = new Stretches();
        copy.addAll(bySensor.getOrDefault(sensor, copy));
        return copy;
    }

    /** Replaces the file as a whole: after a failure the old one is still there. */
    synchronized void save() {
        if (file.isEmpty()) return;
        try {
            var target = file.get().toAbsolutePath();
            Files.createDirectories(target.getParent());
            var draft = target.resolveSibling(target.getFileName() + ".new");
            try (var out = Files.newBufferedWriter(draft)) {
                out.write(SEED + "=" + seed + "\n");
                for (var sensor : bySensor.entrySet())
                    out.write(sensor.getKey() + "=" + written(sensor.getValue()) + "\n");
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(Stretches stretches) {
        return stretches.list().stream()
                .map(stretch -> stretch.after() + "/" + stretch.until())
                .collect(Collectors.joining(" "));
    }

    private static Stretch stretch(String written) {
        var ends = written.split("/", 2);
        if (ends.length < 2) throw new IllegalArgumentException("no stretch: " + written);
        return new Stretch(Instant.parse(ends[0]), Instant.parse(ends[1]));
    }

    /** A state file that must not be used or overwritten; the message is a plain sentence. */
    static final class UnusableStateException extends Exception {
        UnusableStateException(String sentence) {
            super(sentence);
        }
    }
}
