/** What hangs where: municipalities, sites, sensors and their series. */
@NullMarked
@ApplicationModule(allowedDependencies = {"measurement", "mqtt"})
package city.cockpit.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
