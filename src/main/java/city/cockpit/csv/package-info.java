/** What all files of comma separated values have in common: cells, and tables that somebody brings with what is wrong in them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package city.cockpit.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
