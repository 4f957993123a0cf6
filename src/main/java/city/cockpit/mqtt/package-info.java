/** The broker connection: the only user of Paho. Subscribes, acknowledges, publishes, and comes back by itself. */
@NullMarked
@ApplicationModule(allowedDependencies = {"measurement", "transport"})
package city.cockpit.mqtt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
