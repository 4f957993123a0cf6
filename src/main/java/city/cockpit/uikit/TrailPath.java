package city.cockpit.uikit;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Draws what {@link TrailLine} wrote as SVG: the same line as city-sparkline.ts draws, for the time before that runs. */
final class TrailPath {

    private static final int HEIGHT = 100;

    private TrailPath() {}

    /** The line; empty where there is nothing to draw. */
    static Optional<Element> of(String points) {
        if (points.isEmpty()) return Optional.empty();
        var entries = points.split(",", -1);
        var svg = new Element("svg");
        svg.attr("preserveAspectRatio", "none");
        svg.attr("viewBox", String.format(Locale.ROOT, "0 0 %d %d", Math.max(1, entries.length - 1), HEIGHT));
        svg.appendElement("path").attr("d", path(entries));
        return Optional.of(svg);
    }

    /** A single height between two breaks becomes a dot: a line of no length with round ends. */
    private static String path(String[] entries) {
        var path = new StringBuilder();
        var drawing = false;
        for (var x = 0; x < entries.length; x++) {
            var entry = entries[x];
            if (entry.equals("~")) continue;
            if (!entry.isEmpty()) {
                var y = HEIGHT - Integer.parseInt(entry);
                path.append(String.format(Locale.ROOT, drawing ? "L%d %d" : "M%d %dh0", x, y));
            }
            drawing = !entry.isEmpty();
        }
        return path.toString();
    }
}
