/** Readings at rest. Owns the tables {@code reading*}; nobody else names them in SQL. */
@NullMarked
@ApplicationModule(allowedDependencies = "measurement")
package city.cockpit.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
