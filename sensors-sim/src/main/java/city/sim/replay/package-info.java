/** Recorded readings from files, published as if they happened again. */
@NullMarked
package city.sim.replay;

import org.jspecify.annotations.NullMarked;
