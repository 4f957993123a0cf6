/** Screens that look back: charts and tables of the past. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "csv",
            "transfer",
            "history",
            "live",
            "measurement",
            "sitefacts",
            "uikit",
            "town",
            "access",
            "planning"
        })
package city.cockpit.explorer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
