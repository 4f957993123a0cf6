/** What a strategy consists of, as people enter it. Plain records: to change one is to make another. */
@NullMarked
@NamedInterface("plan")
package city.cockpit.strategy.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
