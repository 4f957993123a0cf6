package city.cockpit.operations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A day and a time of the town, typed or picked as the device of the reader does it. */
final class MomentField extends Div {

    private final Input input = new Input();
    private final Span problem = new Span();

    /** @param id on the page */
    MomentField(String id, String label) {
        var name = new NativeLabel(label);
        name.setFor(id);
        input.setId(id);
        input.setType("datetime-local");
        problem.setId(id + "-problem");
        problem.addClassName("moment-problem");
        input.getElement().setAttribute("aria-describedby", id + "-problem");
        addClassName("moment-field");
        add(name, input, problem);
    }

    void set(LocalDateTime moment) {
        input.setValue(moment.truncatedTo(ChronoUnit.MINUTES).toString());
    }

    /** Empty if nothing, or nothing that can be read, was typed. */
    Optional<LocalDateTime> moment() {
        try {
            return Optional.of(input.getValue()).filter(text -> !text.isEmpty()).map(LocalDateTime::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Says what is wrong, or nothing. */
    void say(String text) {
        problem.setText(text);
        input.getElement().setAttribute("aria-invalid", String.valueOf(!text.isEmpty()));
    }
}
