/**
 * Whole histories as files: taken over from elsewhere and handed out. Owns the tables {@code history_import*}. See decision
 * record 0037.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"history", "measurement", "audit", "csv"})
package city.cockpit.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
