/** The only user of the MQTT libraries: connections that publish and know what was acknowledged. */
@NullMarked
package city.sim.broker;

import org.jspecify.annotations.NullMarked;
