/** How far a strategy is: every rule of computation, and figures that tell what they are made of. Pure functions. */
@NullMarked
@NamedInterface("progress")
package city.cockpit.strategy.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
