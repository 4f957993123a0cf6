/** Who did what to which object, when, before and after. Every package may write to it; it uses none of them but the one of CSV. */
@NullMarked
@ApplicationModule(allowedDependencies = "csv")
package city.cockpit.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
