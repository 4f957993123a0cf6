/** What may happen to the demo city on request: the same laws of nature with other causes. */
@NullMarked
package city.sim.scenario;

import org.jspecify.annotations.NullMarked;
