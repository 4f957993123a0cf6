/**
 * What a town says of its sites that no sensor measures: opening hours, special bays, and how large a building is. See
 * decision record 0083.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "csv", "measurement", "registry"})
package city.cockpit.sitefacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
