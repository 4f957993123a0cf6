package city.cockpit.uikit;

import city.cockpit.basemap.BaseMap;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Site;
import city.cockpit.town.TownHall;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes maps on which a place is picked, with the background and the boundary of this town. */
@Component
public final class PlacePickers {

    private final BaseMap baseMap;
    private final TownHall town;
    private final LivePicture pictures;

    PlacePickers(BaseMap baseMap, TownHall town, LivePicture pictures) {
        this.baseMap = baseMap;
        this.town = town;
        this.pictures = pictures;
    }

    /** A map of this town that shows where these sites are. */
    public PlacePicker newPicker(Wording words, List<Site> sites) {
        return new PlacePicker(
                words,
                baseMap.layer(),
                town.now().profile().boundary().isPresent(),
                baseMap.layer().isEmpty() && isDemoTown(),
                sites);
    }

    /** The made-up town has a made-up plan; a real one never gets it, even where it has the same name or place. */
    private boolean isDemoTown() {
        var series = pictures.picture().series().values().stream()
                .map(SeriesState::series)
                .toList();
        return series.stream().anyMatch(Series::simulated)
                && series.stream().filter(Series::simulated).map(Series::site).allMatch(DemoTown::holds);
    }
}
