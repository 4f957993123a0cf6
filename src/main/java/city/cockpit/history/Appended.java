package city.cockpit.history;

import city.cockpit.measurement.Reading;
import java.util.List;

/**
 * What became of the readings of one {@link ReadingStore#append}.
 *
 * @param stored new rows, durable
 * @param duplicates repeats of a stored reading
 * @param conflicts readings whose key is taken by another value, which stays
 */
public record Appended(List<Reading> stored, List<Reading> duplicates, List<Conflict> conflicts) {

    public Appended {
        stored = List.copyOf(stored);
        duplicates = List.copyOf(duplicates);
        conflicts = List.copyOf(conflicts);
    }

    /** A reading that came too late: the key already has another value. */
    public record Conflict(Reading refused, double storedValue) {}
}
