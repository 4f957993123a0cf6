/** Screens for the people who hang up sensors: what was refused and why. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "ingest",
            "ingest :: kept",
            "ingest :: connection",
            "registry",
            "mqtt",
            "measurement",
            "uikit",
            "access"
        })
package city.cockpit.technicians;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
