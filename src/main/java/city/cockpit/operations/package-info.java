/** Screens of city staff: the live cockpit. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "live",
            "measurement",
            "uikit",
            "access",
            "alerts",
            "faults",
            "history",
            "ingest",
            "planning",
            "town"
        })
package city.cockpit.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
