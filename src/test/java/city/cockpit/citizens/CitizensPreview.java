package city.cockpit.citizens;

import city.cockpit.history.TimeSeriesStore;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Thresholds;
import city.cockpit.planning.Promises;
import city.cockpit.preview.PreviewCity;
import city.cockpit.sitefacts.SiteFactBook;
import city.cockpit.town.TownHall;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.SiteMarkerBoard;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of topics of a made-up town need. */
@Configuration(proxyBeanMethods = false)
public class CitizensPreview {

    @Bean
    BuildingYears buildingYears(
            PreviewCity city, SiteFactBook facts, TimeSeriesStore history, TownHall town, InstantSource clock) {
        return new BuildingYears(city, facts, history, town, clock);
    }

    @Bean
    Topics topics(
            CityFaces faces,
            SiteMarkerBoard markers,
            SeriesCatalog catalog,
            Thresholds thresholds,
            Promises promises,
            SiteFactBook facts,
            BuildingYears buildings,
            Background background,
            InstantSource clock) {
        return new Topics(faces, markers, catalog, thresholds, promises, facts, buildings, background, clock);
    }
}
