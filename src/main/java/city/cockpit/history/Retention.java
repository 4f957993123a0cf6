package city.cockpit.history;

import city.cockpit.measurement.ObservedProperty;
import java.time.Instant;
import java.util.Optional;

/** How long readings are kept. From memory: cheap, never blocks; any thread. */
@FunctionalInterface
public interface Retention {

    /** The oldest phenomenon time that a reading of the property may have which arrives at that moment. */
    Instant keptFrom(ObservedProperty property, Instant arrival);

    /** Begin of the oldest hour of which the rollup is kept; empty if all are. */
    default Optional<Instant> rollupsKeptFrom(Instant now) {
        return Optional.empty();
    }
}
