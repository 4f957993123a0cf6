/** How the sensors of the town are: what is wrong with which, since when, and how complete their histories are. */
@NullMarked
@ApplicationModule(allowedDependencies = {"registry", "live", "history", "ingest", "measurement"})
package city.cockpit.fleet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
