/** What a town without servers of its own gets inside the process: a database, a broker, and a start that explains itself. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "registry", "registry :: rights", "mqtt", "secret", "transport"})
package city.cockpit.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
