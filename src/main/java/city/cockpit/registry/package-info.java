/**
 * What hangs where: municipalities, sites, sensors and their series, changeable while the cockpit runs. See decision
 * record 0047.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measurement", "mqtt", "audit", "csv", "access", "secret"})
package city.cockpit.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
