package city.cockpit.administration;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** A line for each part of the cockpit; only what changed goes to the browser. */
final class PartList extends UnorderedList {

    private final StatusWords words;
    private final Map<Part, Line> lines = new EnumMap<>(Part.class);

    PartList(StatusWords words, String label) {
        this.words = words;
        addClassNames("panel", "parts");
        getElement().setAttribute("aria-label", label);
    }

    void show(PartState state, Instant now) {
        lines.computeIfAbsent(state.part(), this::line).show(state, now);
    }

    private Line line(Part part) {
        var line = new Line(words.name(part));
        add(line);
        return line;
    }

    private final class Line extends ListItem {

        private final Span chip = new Span();
        private final Span sentence = new Span();
        private String shown = "";

        Line(String name) {
            var heading = new Span(name);
            heading.addClassName("name");
            sentence.addClassName("sentence");
            chip.addClassName("band");
            add(heading, chip, sentence);
        }

        void show(PartState state, Instant now) {
            var text = words.sentence(state, now);
            if (shown.equals(state.condition() + text)) return;
            shown = state.condition() + text;
            sentence.setText(text);
            chip.removeAll();
            chip.add(shape(), new Span(words.name(state.condition())));
            chip.setClassName("none", state.condition() == Condition.UNUSED);
            chip.getElement().setAttribute("data-severity", severity(state.condition()));
        }

        private static Span shape() {
            var shape = new Span();
            shape.addClassName("shape");
            shape.getElement().setAttribute("aria-hidden", "true");
            return shape;
        }

        private static String severity(Condition condition) {
            return switch (condition) {
                case GOOD -> "good";
                case UNUSED -> "none";
                case NOTICE -> "notice";
                case BAD -> "alarm";
            };
        }
    }
}
