/** Screens for the people who hang up sensors: what was refused and why; and for histories that are brought from elsewhere. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "ingest",
            "ingest :: kept",
            "ingest :: connection",
            "ingest :: hook",
            "registry",
            "label",
            "fleet",
            "live",
            "history",
            "registry :: rights",
            "platform",
            "onboarding",
            "transfer",
            "csv",
            "mqtt",
            "measurement",
            "sitefacts",
            "uikit",
            "access"
        })
package city.cockpit.technicians;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
