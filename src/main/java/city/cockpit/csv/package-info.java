/** What all files of comma separated values have in common. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package city.cockpit.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
