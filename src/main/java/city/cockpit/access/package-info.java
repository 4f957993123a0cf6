/** Who may do what: the administrator's account and the guards of every route. And how the town shows itself. */
@NullMarked
@ApplicationModule(allowedDependencies = "measurement")
package city.cockpit.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
