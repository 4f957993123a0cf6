/** Who may do what: the administrator's account and the guards of every route. */
@NullMarked
@ApplicationModule(allowedDependencies = "measurement")
package city.cockpit.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
