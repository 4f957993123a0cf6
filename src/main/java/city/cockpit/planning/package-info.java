/**
 * Screens of the digital strategy: what citizens were promised, and the pages of those who write and watch it. See decision
 * record 0045.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "strategy",
            "strategy::plan",
            "strategy::progress",
            "strategy::survey",
            "audit",
            "history",
            "live",
            "measurement",
            "uikit",
            "town",
            "access"
        })
package city.cockpit.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
