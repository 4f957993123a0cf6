package city.cockpit.operations;

import city.cockpit.alerts.QuietHours;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Hours in which nobody is told, or none. */
final class QuietFields extends Div {

    private static final int STEP_MINUTES = 30;
    private static final int STEPS_OF_DAY = 48;

    private final Checkbox isQuiet;
    private final Div ends = new Div();
    private final Select<LocalTime> from = new Select<>();
    private final Select<LocalTime> until = new Select<>();

    QuietFields(Wording words, Runnable changed) {
        isQuiet = new Checkbox(words.text("rule.quiet"));
        from.setLabel(words.text("rule.quiet.from"));
        until.setLabel(words.text("rule.quiet.until"));
        offer(from, LocalTime.of(22, 0));
        offer(until, LocalTime.of(6, 0));
        from.addValueChangeListener(change -> changed.run());
        until.addValueChangeListener(change -> changed.run());
        ends.add(from, until);
        ends.addClassName("rule-ends");
        ends.setVisible(false);
        isQuiet.addValueChangeListener(change -> {
            ends.setVisible(change.getValue());
            changed.run();
        });
        add(isQuiet, ends);
    }

    /** Every half hour, and the one that is chosen. */
    private static void offer(Select<LocalTime> end, LocalTime chosen) {
        var times = new TreeSet<LocalTime>();
        for (var step = 0; step < STEPS_OF_DAY; step++)
            times.add(LocalTime.MIDNIGHT.plusMinutes((long) step * STEP_MINUTES));
        times.add(chosen);
        end.setItems(times);
        end.setValue(chosen);
    }

    void show(Optional<QuietHours> hours) {
        isQuiet.setValue(hours.isPresent());
        hours.ifPresent(quiet -> {
            offer(from, quiet.from());
            offer(until, quiet.until());
        });
    }

    /** Empty for none, and while a time is wrong. */
    Optional<QuietHours> hours() {
        return isQuiet.getValue() && missing().isEmpty()
                ? Optional.of(new QuietHours(from.getValue(), until.getValue()))
                : Optional.empty();
    }

    List<String> missing() {
        return isQuiet.getValue() && from.getValue().equals(until.getValue()) ? List.of(until.getLabel()) : List.of();
    }
}
