package city.cockpit.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the readings flow through this process.
 *
 * @param at when it was looked at
 * @param counts since the process began
 * @param minutes the last hour, oldest first, at most {@link #MINUTES}; the last one is under way
 * @param waiting messages that wait to be interpreted
 * @param databaseAwaySince since when the database takes no readings; empty while it does
 */
public record Flow(
        Instant at, Counts counts, List<FlowMinute> minutes, long waiting, Optional<Instant> databaseAwaySince) {

    public static final int MINUTES = 60;

    public Flow {
        minutes = List.copyOf(minutes);
    }
}
