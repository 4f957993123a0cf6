/** Newest reading of each series, its age and state, and the picture of the city that every screen shows. */
@NullMarked
@ApplicationModule(allowedDependencies = {"measurement", "history", "mqtt"})
package city.cockpit.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
