/** The pipeline from a message to a stored reading, with its ledger and the messages it refused. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "registry",
            "registry :: rights",
            "history",
            "live",
            "mqtt",
            "measurement",
            "access",
            "audit",
            "secret",
            "transport"
        })
package city.cockpit.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
