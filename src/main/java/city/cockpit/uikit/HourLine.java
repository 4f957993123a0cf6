package city.cockpit.uikit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line of the last hour, one point for each minute, above zero. Decoration: its numbers must stand beside it. */
public final class HourLine extends Composite<Div> {

    private static final int MINUTES = 60;
    private static final int HEIGHT = 100;

    private final Sparkline line = new Sparkline();

    public HourLine() {
        getContent().addClassName("hour-line");
        getContent().add(line);
    }

    /**
     * Draws the minutes.
     *
     * @param minutes oldest first, none negative, at most 60; they end at the right edge; empty where the line breaks
     */
    public void show(List<OptionalDouble> minutes) {
        var highest =
                minutes.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(0);
        var before = Stream.generate(() -> "").limit(Math.max(0, MINUTES - minutes.size()));
        var heights = minutes.stream().map(minute -> minute.isEmpty() ? "" : height(minute.getAsDouble(), highest));
        line.show(Stream.concat(before, heights).collect(Collectors.joining(",")), "", "");
    }

    private static String height(double value, double highest) {
        return String.valueOf(highest == 0 ? 0 : Math.round(value / highest * HEIGHT));
    }
}
