/**
 * What deserves that somebody acts: rules, the incidents that follow from what is stored, and who is told. See decision
 * records 0055 to 0058.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "live",
            "history",
            "registry::rights",
            "registry",
            "mqtt",
            "measurement",
            "audit",
            "csv",
            "faults"
        })
package city.cockpit.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
