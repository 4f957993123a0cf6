package city.cockpit.citizens;

import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Thresholds;
import city.cockpit.planning.Promises;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.SiteMarkerBoard;
import java.time.InstantSource;

/** What the pages of topics draw on. */
record Topics(
        CityFaces faces,
        SiteMarkerBoard markers,
        SeriesCatalog catalog,
        Thresholds thresholds,
        Promises promises,
        InstantSource clock) {}
