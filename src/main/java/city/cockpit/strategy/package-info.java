/**
 * The digital strategy: what the town has promised, how far it is, and what its own sensors say to that. Keeps versions of
 * the plan, publishes one of them, and computes every figure. See decision records 0040, 0041 and 0042.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"history", "measurement", "town", "audit", "csv"})
package city.cockpit.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
