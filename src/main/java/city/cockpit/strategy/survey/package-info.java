/** The ten components a strategy should have, beside how many strategies have them. */
@NullMarked
@NamedInterface("survey")
package city.cockpit.strategy.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
