/** Values of indicators that the town's sensors measure. */
@NullMarked
package city.cockpit.strategy.measured;

import org.jspecify.annotations.NullMarked;
