package city.cockpit.history;

import city.cockpit.measurement.Interval;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much history there is and how it is kept.
 *
 * @param bytes of the readings with their index, on the server's disk
 * @param rollupBytes of their hours and days
 * @param readings about how many there are, by the database's own estimate; 0 while it has none
 * @param oldest when the oldest reading was observed; empty if there is none
 * @param nextClearance when old readings are thrown away next; empty before the first time
 * @param backlog what an earlier cockpit has stored and is not rolled up yet; empty when everything is
 * @param staleHours how many hours of series wait to be added up
 */
public record HistoryReport(
        long bytes,
        long rollupBytes,
        long readings,
        Optional<Instant> oldest,
        Optional<Instant> nextClearance,
        Optional<Interval> backlog,
        long staleHours) {

    /** Without those for hours and days; empty while nobody knows how many readings there are. */
    public OptionalDouble bytesPerReading() {
        return readings == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) bytes / readings);
    }
}
