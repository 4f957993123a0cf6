package city.cockpit.uikit;

import city.cockpit.basemap.BaseMap;
import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import city.cockpit.town.TownHall;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;

/**
 * The markers of the newest picture, made once for all pages of a language, and so is what changed since the one before. Safe
 * on any thread.
 */
@Component
public class SiteMarkerBoard {

    private final Map<Readers, Drawn> newest = new HashMap<>();
    private final BaseMap baseMap;
    private final TownHall town;

    SiteMarkerBoard(BaseMap baseMap, TownHall town) {
        this.baseMap = baseMap;
        this.town = town;
    }

    SiteMap newMap(Wording words) {
        var map = new SiteMap(words, baseMap.layer());
        if (town.now().profile().boundary().isPresent()) map.drawBoundary();
        return map;
    }

    /** A map for more than can stand on it. */
    public ClusterMap newClusterMap(Wording words, CityPicture picture) {
        var map = new ClusterMap(words, baseMap.layer());
        if (town.now().profile().boundary().isPresent()) map.drawBoundary();
        if (isDemoTown(picture)) map.layDemoPlan();
        return map;
    }

    /** The made-up town has a made-up plan; a real one never gets it, even where it has the same name or place. */
    void layPlan(SiteMap map, CityPicture picture) {
        if (isDemoTown(picture)) map.layDemoPlan();
    }

    private boolean isDemoTown(CityPicture picture) {
        return baseMap.layer().isEmpty()
                && !picture.series().isEmpty()
                && picture.series().values().stream()
                        .map(SeriesState::series)
                        .allMatch(series -> series.simulated() && DemoTown.holds(series.site()));
    }

    /** Who looks: a language, whether what is internal may be seen, and whether at the past. */
    private record Readers(Locale locale, boolean isWhole, boolean isPast) {}

    /** What a picture shows on maps. */
    static final class Drawn implements Feed.Edition<Drawn> {

        private final long version;
        private final Instant at;
        private final List<SiteMarker> markers;
        private final List<Domain> domains;
        private final News<Drawn, ArrayNode> news = new News<>();

        Drawn(CityPicture picture, List<SiteMarker> markers) {
            this.version = picture.version();
            this.at = picture.at();
            this.markers = List.copyOf(markers);
            var told = EnumSet.noneOf(Domain.class);
            for (var marker : markers) for (var face : marker.faces()) told.add(face.domain());
            this.domains = List.copyOf(told);
        }

        private boolean isOf(CityPicture picture) {
            return version == picture.version() && at.equals(picture.at());
        }

        /** One for each site. */
        List<SiteMarker> markers() {
            return markers;
        }

        /** Which domains tell something, in their order. */
        List<Domain> domains() {
            return domains;
        }

        @Override
        public ArrayNode since(@Nullable Drawn before) {
            return before == null ? MarkerWire.of(markers, List.of()) : news.since(before, this::differing);
        }

        private ArrayNode differing(Drawn before) {
            return MarkerWire.of(markers, before.markers);
        }
    }

    synchronized Drawn draw(CityPicture picture, Wording words) {
        var readers = new Readers(words.locale(), picture.isWhole(), picture.isPast());
        var before = newest.get(readers);
        if (before != null && before.isOf(picture)) return before;
        var drawn = new Drawn(picture, new SiteMarkers(words).of(picture));
        newest.put(readers, drawn);
        return drawn;
    }
}
