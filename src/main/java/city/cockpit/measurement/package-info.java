/**
 * The kernel: what a reading is, what it measures and what its value means. Plain Java without Spring; every other
 * package may use it, it uses none of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package city.cockpit.measurement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
