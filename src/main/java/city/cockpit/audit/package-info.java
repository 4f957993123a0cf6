/** Who did what to which object, when, before and after. Every package may write to it; it uses none of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package city.cockpit.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
