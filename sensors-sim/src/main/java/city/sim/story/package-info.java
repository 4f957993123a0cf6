/** What the sensors of the demo city really say: nature, and what happens to the sensors themselves. */
@NullMarked
package city.sim.story;

import org.jspecify.annotations.NullMarked;
