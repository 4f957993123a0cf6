package city.cockpit.registry;

import java.util.Optional;

/**
 * A site as the database has it.
 *
 * @param changedBy the person or program that last changed it; empty as long as a table at the start alone speaks of it
 */
record RegisteredPlace(Place place, Optional<String> changedBy) {}
