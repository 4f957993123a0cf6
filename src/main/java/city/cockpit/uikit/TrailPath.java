package city.cockpit.uikit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Draws what {@link TrailLine} wrote as SVG: the same line as city-sparkline.ts draws, for the time before that runs. */
public final class TrailPath {

    /** Of the highest point; the lowest is at 0. */
    public static final int HEIGHT = 100;

    private TrailPath() {}

    /** A point of the line: which entry it is, from 0, and how high. */
    public record Point(int entry, int height) {}

    /** The pieces of the line, each of one point or more: between two of them nothing was measured. */
    public static List<List<Point>> pieces(String points) {
        var pieces = new ArrayList<List<Point>>();
        var entries = points.split(",", -1);
        var goesOn = false;
        for (var x = 0; x < entries.length; x++) {
            var entry = entries[x];
            if (entry.equals("~")) continue;
            if (!entry.isEmpty()) {
                if (!goesOn) pieces.add(new ArrayList<>());
                pieces.getLast().add(new Point(x, Integer.parseInt(entry)));
            }
            goesOn = !entry.isEmpty();
        }
        return pieces;
    }

    /** How many entries there are, drawn or not. */
    public static int length(String points) {
        return points.split(",", -1).length;
    }

    /** The line; empty where there is nothing to draw. */
    public static Optional<Element> of(String points) {
        if (points.isEmpty()) return Optional.empty();
        var svg = new Element("svg");
        svg.attr("preserveAspectRatio", "none");
        svg.attr("viewBox", String.format(Locale.ROOT, "0 0 %d %d", Math.max(1, length(points) - 1), HEIGHT));
        svg.appendElement("path").attr("d", path(points));
        return Optional.of(svg);
    }

    /** A single height between two breaks becomes a dot: a line of no length with round ends. */
    private static String path(String points) {
        var path = new StringBuilder();
        for (var piece : pieces(points))
            for (var i = 0; i < piece.size(); i++) {
                var at = piece.get(i);
                path.append(
                        String.format(Locale.ROOT, i == 0 ? "M%d %dh0" : "L%d %d", at.entry(), HEIGHT - at.height()));
            }
        return path.toString();
    }
}
