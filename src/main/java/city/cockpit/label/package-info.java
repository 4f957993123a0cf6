/** The labels that hang on sensors, and where those are led who scan them; and posters. See decision record 0051. */
@NullMarked
@ApplicationModule(allowedDependencies = {"registry", "measurement", "access", "town"})
package city.cockpit.label;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
