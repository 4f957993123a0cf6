/** Screens for everybody, without sign-in. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "live",
            "measurement",
            "uikit",
            "town",
            "planning",
            "label",
            "access",
            "ingest",
            "basemap",
            "faults",
            "history",
            "sitefacts"
        })
package city.cockpit.citizens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
