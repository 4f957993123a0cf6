/** The passwords that the cockpit makes for itself and for whoever starts it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package city.cockpit.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
