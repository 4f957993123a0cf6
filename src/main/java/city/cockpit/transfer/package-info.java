/**
 * Whole histories as files: taken over from elsewhere and handed out. Owns the tables {@code history_import*}. See decision
 * records 0037 and 0043.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"history", "live", "measurement", "audit", "csv"})
package city.cockpit.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
