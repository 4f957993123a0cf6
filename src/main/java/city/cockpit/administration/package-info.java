/** Screens that keep the cockpit itself running: sign-in and the status page. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "platform",
            "history",
            "ingest",
            "ingest :: connection",
            "mqtt",
            "nodes",
            "live",
            "measurement",
            "uikit",
            "town",
            "transport",
            "access",
            "audit"
        })
package city.cockpit.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
