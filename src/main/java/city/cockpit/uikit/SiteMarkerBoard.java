package city.cockpit.uikit;

import static java.util.stream.Collectors.toMap;

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
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The markers of the newest picture, made once for all pages of a language. A marker that did not change is the same
 * object as before, so a page finds out cheaply what to send. Safe on any thread.
 */
@Component
public class SiteMarkerBoard {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<Readers, Drawn> newest = new HashMap<>();
    private final BaseMap baseMap;
    private final TownHall town;

    SiteMarkerBoard(BaseMap baseMap, TownHall town) {
        this.baseMap = baseMap;
        this.town = town;
    }

    /**
     * A marker and how it travels.
     *
     * @param json for {@code city-map.ts}
     */
    record Sent(SiteMarker marker, String json) {}

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

    /**
     * What a picture shows on maps.
     *
     * @param markers one for each site
     * @param domains which of them tell something, in their order
     */
    record Drawn(long version, Instant at, List<Sent> markers, List<Domain> domains) {

        private boolean isOf(CityPicture picture) {
            return version == picture.version() && at.equals(picture.at());
        }
    }

    /** A marker for each site. */
    List<Sent> markers(CityPicture picture, Wording words) {
        return draw(picture, words).markers();
    }

    synchronized Drawn draw(CityPicture picture, Wording words) {
        var readers = new Readers(words.locale(), picture.isWhole(), picture.isPast());
        var before = newest.get(readers);
        if (before != null && before.isOf(picture)) return before;
        var known = before == null
                ? Map.<String, Sent>of()
                : before.markers().stream()
                        .collect(toMap(sent -> sent.marker().site().key(), Function.identity()));
        var markers = new SiteMarkers(words)
                .of(picture).stream().map(marker -> sent(marker, known)).toList();
        var drawn = new Drawn(picture.version(), picture.at(), markers, domains(markers));
        newest.put(readers, drawn);
        return drawn;
    }

    private static List<Domain> domains(List<Sent> markers) {
        var domains = EnumSet.noneOf(Domain.class);
        for (var sent : markers) for (var face : sent.marker().faces()) domains.add(face.domain());
        return List.copyOf(domains);
    }

    private Sent sent(SiteMarker marker, Map<String, Sent> known) {
        var before = known.get(marker.site().key());
        if (before != null && before.marker().equals(marker)) return before;
        return new Sent(marker, json.writeValueAsString(onTheWire(marker)));
    }

    private static Map<String, Object> onTheWire(SiteMarker marker) {
        var site = marker.site();
        return Map.of(
                "key", site.key(),
                "title", site.title(),
                "latitude", site.latitude(),
                "longitude", site.longitude(),
                "faces", marker.faces().stream().map(SiteMarkerBoard::onTheWire).toList());
    }

    private static Map<String, Object> onTheWire(SiteMarker.Face face) {
        return Map.of(
                "domain", TileFaces.slug(face.domain()),
                "look", face.look().name().toLowerCase(Locale.ROOT),
                "text", face.text(),
                "doubt", !face.doubt().isEmpty(),
                "words", face.words());
    }
}
