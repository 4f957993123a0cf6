/** What happens in the demo city: each value is a function of sensor, property, time and seed, and of nothing else. */
@NullMarked
package city.sim.nature;

import org.jspecify.annotations.NullMarked;
