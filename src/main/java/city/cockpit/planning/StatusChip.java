package city.cockpit.planning;

import city.cockpit.strategy.progress.ScheduleProgress.Light;
import city.cockpit.strategy.progress.Status;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;

/** How something stands, as a word with a shape in a colour; grey where nobody knows. */
final class StatusChip extends Span {

    private StatusChip(String severity, String word) {
        var shape = new Span();
        shape.addClassName("shape");
        shape.getElement().setAttribute("aria-hidden", "true");
        addClassName("band");
        if (severity.isEmpty()) addClassName("none");
        else getElement().setAttribute("data-severity", severity);
        add(shape, new Text(word));
    }

    static StatusChip of(Status status, String word) {
        return new StatusChip(
                switch (status) {
                    case ACHIEVED, ON_TRACK -> "good";
                    case AT_RISK -> "notice";
                    case OFF_TRACK -> "warning";
                    case MISSED -> "alarm";
                    case NO_DATA -> "";
                },
                word);
    }

    static StatusChip of(Standing standing, String word) {
        return new StatusChip(
                switch (standing) {
                    case DONE, UNDER_WAY -> "good";
                    case DELAYED -> "notice";
                    case PLANNED, GIVEN_UP -> "";
                },
                word);
    }

    static StatusChip of(Light light, String word) {
        return new StatusChip(
                switch (light) {
                    case GREEN -> "good";
                    case AMBER -> "notice";
                    case RED -> "alarm";
                    case NONE -> "";
                },
                word);
    }

    static StatusChip good(String word) {
        return new StatusChip("good", word);
    }

    static StatusChip notice(String word) {
        return new StatusChip("notice", word);
    }

    static StatusChip none(String word) {
        return new StatusChip("", word);
    }
}
