/**
 * How bytes travel safely: the certificate of the pages and of MQTT, renewed while the cockpit runs, the certificates the
 * cockpit itself trusts, and the proxies whose word about a visitor counts.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package city.cockpit.transport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
