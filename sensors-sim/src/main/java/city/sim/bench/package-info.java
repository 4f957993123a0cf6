/** Steady load, and a packaged cockpit measured from outside. */
@NullMarked
package city.sim.bench;

import org.jspecify.annotations.NullMarked;
