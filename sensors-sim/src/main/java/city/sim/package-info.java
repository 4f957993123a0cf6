/** The sensors of a demo city, recorded cities and broken sensors: everything that publishes to the cockpit for trying it. */
@NullMarked
package city.sim;

import org.jspecify.annotations.NullMarked;
