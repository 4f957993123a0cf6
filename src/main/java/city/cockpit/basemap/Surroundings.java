package city.cockpit.basemap;

import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Site;
import org.springframework.stereotype.Component;

/** The region for which this server fetches tiles: the sites and what a map around them shows. Nobody gets the rest. */
@Component
class Surroundings {

    /** About 25 km. */
    private static final double MARGIN = 0.25;

    private final SeriesCatalog catalog;

    Surroundings(SeriesCatalog catalog) {
        this.catalog = catalog;
    }

    /** Whether the tile shows a part of the region; of a town without sites none does. */
    boolean touch(Tile tile) {
        return catalog.listSeries().stream().map(Series::site).anyMatch(site -> isNear(site, tile));
    }

    private static boolean isNear(Site site, Tile tile) {
        return site.longitude() + 2 * MARGIN > tile.west()
                && site.longitude() - 2 * MARGIN < tile.east()
                && site.latitude() + MARGIN > tile.south()
                && site.latitude() - MARGIN < tile.north();
    }
}
