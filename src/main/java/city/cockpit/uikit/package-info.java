/** What all screens are made of: layout, tile, chart, words and numbers, and the bridge from the live picture to the browser. */
@NullMarked
@ApplicationModule(allowedDependencies = {"live", "history", "measurement", "town", "access", "basemap", "sitefacts"})
package city.cockpit.uikit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
