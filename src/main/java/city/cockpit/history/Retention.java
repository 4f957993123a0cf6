package city.cockpit.history;

import java.time.Instant;

/** How long readings are kept. From memory: cheap, never blocks; any thread. */
@FunctionalInterface
public interface Retention {

    /** The oldest phenomenon time that a reading may have which arrives at that moment. */
    Instant keptFrom(Instant arrival);
}
