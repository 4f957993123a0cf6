package city.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Until when each sensor has published, with the seed it was done with; kept in a file if there is one. Safe for several
 * threads. What was acknowledged after the last {@link #save} is published again by the next run, which the cockpit
 * recognises.
 */
final class PublishedTimes {

    private static final String SEED = "seed";

    private final Optional<Path> file;
    private final long seed;
    private final Map<String, Instant> times = new ConcurrentHashMap<>();

    private PublishedTimes(Optional<Path> file, long seed) {
        this.file = file;
        this.seed = seed;
    }

    /** Remembers for as long as the process lives. */
    static PublishedTimes inMemory(long seed) {
        return new PublishedTimes(Optional.empty(), seed);
    }

    /**
     * Goes on where the file ends; a file that is not there is made at the first save.
     *
     * @param wantedSeed the seed of a new file; of an existing one it is the only seed allowed
     * @throws UnusableStateException the file is none of ours, cannot be read or belongs to another seed
     */
    static PublishedTimes in(Path file, OptionalLong wantedSeed, long usualSeed) throws UnusableStateException {
        if (!Files.exists(file)) return new PublishedTimes(Optional.of(file), wantedSeed.orElse(usualSeed));
        try {
            return read(file, wantedSeed);
        } catch (IOException e) {
            throw new UnusableStateException("The state file '%s' cannot be read.".formatted(file));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnusableStateException("The state file '%s' is none of a simulator.".formatted(file));
        }
    }

    private static PublishedTimes read(Path file, OptionalLong wantedSeed) throws IOException, UnusableStateException {
        var content = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            content.load(in);
        }
        var seed = Long.parseLong(content.getProperty(SEED, ""));
        if (wantedSeed.isPresent() && wantedSeed.getAsLong() != seed)
            throw new UnusableStateException(
                    "The state file '%s' belongs to seed %d: leave --seed away or choose another --state."
                            .formatted(file, seed));
        var published = new PublishedTimes(Optional.of(file), seed);
        for (var key : content.stringPropertyNames())
            if (!key.equals(SEED)) published.times.put(key, Instant.parse(content.getProperty(key)));
        return published;
    }

    long seed() {
        return seed;
    }

    /** The last published time, {@link Instant#EPOCH} if there is none. */
    Instant last(String sensor) {
        return times.getOrDefault(sensor, Instant.EPOCH);
    }

    void published(String sensor, Instant time) {
        times.put(sensor, time);
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
                for (var sensor : times.keySet().stream().sorted().toList())
                    out.write(sensor + "=" + times.get(sensor) + "\n");
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A state file that must not be used or overwritten; the message is a plain sentence. */
    static final class UnusableStateException extends Exception {
        UnusableStateException(String sentence) {
            super(sentence);
        }
    }
}
