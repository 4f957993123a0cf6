package city.cockpit.uikit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import city.cockpit.basemap.BaseLayer;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any number of spots on a map: those that are close to each other stand there as one, with their number and the most urgent
 * look among them. The browser is told what is in sight and nothing else, anew whenever that changes.
 */
@Tag("city-map")
@JsModule("./city-map.ts")
public final class ClusterMap extends Component {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** So many pixels are one marker. */
    private static final double CELL = 96;

    /** So much more than what is in sight is told, as a part of it. */
    private static final double MARGIN = 0.1;

    private static final double EARTH = 6_378_137;

    private final Wording words;
    private final Map<String, String> shown = new HashMap<>();
    private List<Spot> spots = List.of();
    private Optional<View> view = Optional.empty();

    /**
     * A place on the map.
     *
     * @param count how many things are there
     * @param look of the most urgent of them: warning, notice, good or silent
     * @param words all of it in a sentence
     */
    public record Spot(
            String key, String title, double latitude, double longitude, int count, Look look, String words) {}

    /** Shape and colour, the most urgent first. */
    public enum Look {
        WARNING,
        NOTICE,
        GOOD,
        SILENT
    }

    /** What is in sight; metres for each pixel. */
    record View(double west, double south, double east, double north, double resolution) {

        boolean holds(Spot spot) {
            var wide = MARGIN * (east - west);
            var high = MARGIN * (north - south);
            return spot.longitude() >= west - wide
                    && spot.longitude() <= east + wide
                    && spot.latitude() >= south - high
                    && spot.latitude() <= north + high;
        }

        /** Aligned to the world, so that markers stay where they are while the map is moved. */
        Cell cellOf(Spot spot) {
            var size = CELL * resolution;
            var x = EARTH * Math.toRadians(spot.longitude());
            var y = EARTH * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(spot.latitude()) / 2));
            return new Cell((long) Math.floor(x / size), (long) Math.floor(y / size), Math.round(size));
        }
    }

    record Cell(long x, long y, long size) {}

    ClusterMap(Wording words, Optional<BaseLayer> base) {
        this.words = words;
        getElement().setProperty("words", JSON.writeValueAsString(SiteMap.texts(words)));
        base.ifPresent(layer -> getElement().setProperty("base", JSON.writeValueAsString(layer)));
        addListener(ViewChanged.class, event -> {
            view = Optional.of(event.view);
            send();
        });
    }

    void drawBoundary() {
        getElement().setProperty("boundary", "town/boundary.geojson");
    }

    void layDemoPlan() {
        getElement().setProperty("plan", true);
    }

    /** Shows these and no others; the map is moved only by people, once it has shown something. */
    public void show(List<Spot> next) {
        spots = List.copyOf(next);
        if (view.isEmpty() && !spots.isEmpty())
            getElement().setProperty("bounds", JSON.writeValueAsString(extent(spots)));
        send();
    }

    /** Calls with the key of a spot that a person chose. What stands for several is looked at closer by itself. */
    public void onChoice(Consumer<String> chosen) {
        addListener(SpotChosen.class, event -> chosen.accept(event.key));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        shown.clear();
    }

    private void send() {
        if (view.isEmpty()) return;
        var changed = news(view.get());
        if (!changed.isEmpty())
            getElement().callJsFunction("update", JSON.readTree("[" + String.join(",", changed) + "]"));
    }

    /** What a browser that sees this does not know yet: a marker each, without a face if it is gone. */
    List<String> news(View sight) {
        var next = new LinkedHashMap<String, String>();
        for (var marker : markers(sight)) next.put(String.valueOf(marker.get("key")), JSON.writeValueAsString(marker));
        var changed = new ArrayList<String>();
        next.forEach((key, json) -> {
            if (!json.equals(shown.get(key))) changed.add(json);
        });
        for (var key : shown.keySet())
            if (!next.containsKey(key)) changed.add(JSON.writeValueAsString(Map.of("key", key, "faces", List.of())));
        shown.clear();
        shown.putAll(next);
        return changed;
    }

    private List<Map<String, Object>> markers(View sight) {
        return spots.stream()
                .filter(sight::holds)
                .collect(groupingBy(sight::cellOf, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(cell -> marker(cell.getKey(), cell.getValue()))
                .toList();
    }

    private Map<String, Object> marker(Cell cell, List<Spot> together) {
        var first = together.getFirst();
        var count = together.stream().mapToInt(Spot::count).sum();
        var look = together.stream().map(Spot::look).min(Look::compareTo).orElseThrow();
        var alone = together.stream().allMatch(spot -> isAt(spot, first));
        var marker = new HashMap<String, Object>();
        marker.put("key", alone ? first.key() : "cell:%d:%d:%d".formatted(cell.size(), cell.x(), cell.y()));
        marker.put("title", alone ? first.title() : words.text("map.cluster.sites", (long) together.size()));
        marker.put("latitude", mean(together, Spot::latitude));
        marker.put("longitude", mean(together, Spot::longitude));
        marker.put(
                "faces",
                List.of(Map.of(
                        "domain",
                        "",
                        "look",
                        look.name().toLowerCase(Locale.ROOT),
                        "text",
                        words.formats().count(count),
                        "doubt",
                        false,
                        "words",
                        alone
                                ? first.words()
                                : words.text(
                                        "map.cluster.words",
                                        (long) count,
                                        together.stream()
                                                .filter(spot -> spot.look().compareTo(Look.GOOD) < 0)
                                                .count()))));
        if (!alone) marker.put("extent", extent(together));
        return marker;
    }

    /** No closer look parts what stands on the same spot. */
    private static boolean isAt(Spot one, Spot other) {
        return one.latitude() == other.latitude() && one.longitude() == other.longitude();
    }

    private static double mean(List<Spot> together, ToDoubleFunction<Spot> part) {
        return together.stream().mapToDouble(part).average().orElseThrow();
    }

    private static List<Double> extent(List<Spot> all) {
        var longitudes = all.stream().mapToDouble(Spot::longitude).summaryStatistics();
        var latitudes = all.stream().mapToDouble(Spot::latitude).summaryStatistics();
        return List.of(longitudes.getMin(), latitudes.getMin(), longitudes.getMax(), latitudes.getMax());
    }

    /** A person moved the map, or it was drawn. */
    @DomEvent("view-changed")
    public static final class ViewChanged extends ComponentEvent<ClusterMap> {

        private final View view;

        public ViewChanged(
                ClusterMap source,
                boolean fromClient,
                @EventData("event.detail.west") double west,
                @EventData("event.detail.south") double south,
                @EventData("event.detail.east") double east,
                @EventData("event.detail.north") double north,
                @EventData("event.detail.resolution") double resolution) {
            super(source, fromClient);
            this.view = new View(west, south, east, north, Math.max(resolution, 1e-3));
        }
    }

    /** A person chose a spot on the map. */
    @DomEvent("site-chosen")
    public static final class SpotChosen extends ComponentEvent<ClusterMap> {

        private final String key;

        public SpotChosen(ClusterMap source, boolean fromClient, @EventData("event.detail.key") String key) {
            super(source, fromClient);
            this.key = key;
        }
    }
}
