package city.cockpit.uikit;

import static java.util.stream.Collectors.toMap;

import city.cockpit.uikit.SiteMarker.Face;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How markers travel to {@code city-map.ts} and {@code city-nearby.ts}: each whole at first, then what changed of its faces. */
final class MarkerWire {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MarkerWire() {}

    /** What has to be told to a map that shows the markers of before. */
    static ArrayNode of(List<SiteMarker> now, List<SiteMarker> before) {
        var gone = before.stream().collect(toMap(marker -> marker.site().key(), Function.identity()));
        var news = JSON.arrayNode();
        for (var marker : now) {
            var known = gone.remove(marker.site().key());
            if (known == null || !isSameButForValues(marker, known)) news.add(whole(marker));
            else if (!marker.equals(known)) news.add(changed(marker, known));
        }
        for (var key : gone.keySet()) news.add(JSON.objectNode().put("key", key).set("faces", JSON.arrayNode()));
        return news;
    }

    private static boolean isSameButForValues(SiteMarker marker, SiteMarker known) {
        return marker.site().equals(known.site())
                && marker.faces().stream()
                        .map(Face::domain)
                        .toList()
                        .equals(known.faces().stream().map(Face::domain).toList());
    }

    static ObjectNode whole(SiteMarker marker) {
        var site = marker.site();
        var faces = JSON.arrayNode();
        for (var face : marker.faces()) faces.add(values(face).put("domain", TileFaces.slug(face.domain())));
        return JSON.objectNode()
                .put("key", site.key())
                .put("title", site.title())
                .put("district", site.district())
                .put("latitude", site.latitude())
                .put("longitude", site.longitude())
                .set("faces", faces);
    }

    private static ObjectNode changed(SiteMarker marker, SiteMarker known) {
        var faces = JSON.objectNode();
        IntStream.range(0, marker.faces().size())
                .filter(place -> !marker.faces().get(place).equals(known.faces().get(place)))
                .forEach(place ->
                        faces.set(String.valueOf(place), values(marker.faces().get(place))));
        return JSON.objectNode().put("key", marker.site().key()).set("changed", faces);
    }

    private static ObjectNode values(Face face) {
        return JSON.objectNode()
                .put("look", face.look().name().toLowerCase(Locale.ROOT))
                .put("text", face.text())
                .put("doubt", !face.doubt().isEmpty())
                .put("words", face.words());
    }
}
