/** The background of the map: tiles of a public map service, fetched and kept by this server, never by a browser. */
@NullMarked
@ApplicationModule(allowedDependencies = "measurement")
package city.cockpit.basemap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
