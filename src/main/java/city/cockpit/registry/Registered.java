package city.cockpit.registry;

import java.util.List;
import java.util.Optional;

/**
 * A sensor as the database has it.
 *
 * @param kept its series by property, those that ended, too
 * @param changedBy the person or program that last changed it; empty as long as a table at the start alone speaks of it
 */
record Registered(Sensor sensor, List<KeptSeries> kept, Optional<String> changedBy) {

    Registered {
        kept = List.copyOf(kept);
    }
}
