/** How the town shows itself: name, arms, colours, boundary, contact and legal texts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"measurement", "access", "audit"})
package city.cockpit.town;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
