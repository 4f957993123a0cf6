package city.cockpit.uikit;

import city.cockpit.live.SeriesState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The single bays of a car park: their sum in words and each of them as a small field. */
final class BayGrid extends Composite<Section> {

    private final Wording words;
    private final Text sum = new Text("");
    private final UnorderedList grid = new UnorderedList();
    private final Map<String, Bay> fields = new LinkedHashMap<>();

    private enum Use {
        FREE,
        TAKEN,
        UNKNOWN;

        static Use of(SeriesState bay) {
            if (!bay.state().isCurrent()) return UNKNOWN;
            return bay.newest().orElseThrow().value() > 0 ? TAKEN : FREE;
        }
    }

    BayGrid(Wording words) {
        this.words = words;
        grid.addClassName("bays");
        var heading = new H2(words.text("bays.title"));
        heading.addClassName("bays-title");
        getContent().add(heading, new Paragraph(sum), grid);
    }

    void show(List<SeriesState> bays) {
        setVisible(!bays.isEmpty());
        var free = bays.stream().filter(bay -> Use.of(bay) == Use.FREE).count();
        var unknown = bays.stream().filter(bay -> Use.of(bay) == Use.UNKNOWN).count();
        var known = words.text(
                "bays.free-of", words.formats().count(free), words.formats().count(bays.size()));
        sum.setText(unknown == 0 ? known : words.text("bays.unknown", known, unknown));
        var keys = bays.stream().map(BayGrid::number).toList();
        if (!keys.equals(List.copyOf(fields.keySet()))) {
            fields.clear();
            grid.removeAll();
            for (var key : keys) {
                var field = new Bay(key);
                fields.put(key, field);
                grid.add(field);
            }
        }
        for (var bay : bays) Objects.requireNonNull(fields.get(number(bay))).show(Use.of(bay));
    }

    /** What distinguishes a bay from its neighbours: what follows the last dash of its sensor. */
    private static String number(SeriesState bay) {
        var sensor = bay.series().id().sensor().value();
        return sensor.substring(sensor.lastIndexOf('-') + 1);
    }

    private final class Bay extends ListItem {

        private final Text spoken = new Text("");

        Bay(String number) {
            var use = new Span(spoken);
            use.addClassName("sr-only");
            add(new Span(number), use);
        }

        void show(Use use) {
            var name = words.text("bay." + use);
            getElement().setAttribute("data-use", use.name().toLowerCase(Locale.ROOT));
            getElement().setAttribute("title", name);
            spoken.setText(" " + name);
        }
    }
}
