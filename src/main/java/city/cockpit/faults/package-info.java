/** What people report that is wrong, and what staff answer. See decision record 0082. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "measurement"})
package city.cockpit.faults;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
