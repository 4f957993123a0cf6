package city.cockpit.citizens;

import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Thresholds;
import city.cockpit.planning.Promises;
import city.cockpit.sitefacts.SiteFactBook;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.SiteMarkerBoard;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What the pages of topics draw on. */
@Component
record Topics(
        CityFaces faces,
        SiteMarkerBoard markers,
        SeriesCatalog catalog,
        Thresholds thresholds,
        Promises promises,
        SiteFactBook facts,
        BuildingYears buildings,
        Background background,
        InstantSource clock) {}
