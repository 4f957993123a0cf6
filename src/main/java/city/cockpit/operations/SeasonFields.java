package city.cockpit.operations;

import city.cockpit.alerts.Season;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Part of the year in which a rule holds, or all of it. */
final class SeasonFields extends Div {

    private final Checkbox isPart;
    private final Div ends = new Div();
    private final End from;
    private final End until;

    SeasonFields(Wording words, Runnable changed) {
        isPart = new Checkbox(words.text("rule.season"));
        from = new End(words, "rule.season.from", "rule.season.from.month", MonthDay.of(Month.APRIL, 1), changed);
        until = new End(
                words, "rule.season.until", "rule.season.until.month", MonthDay.of(Month.SEPTEMBER, 30), changed);
        ends.add(from, until);
        ends.addClassName("rule-ends");
        ends.setVisible(false);
        isPart.addValueChangeListener(change -> {
            ends.setVisible(change.getValue());
            changed.run();
        });
        add(isPart, ends);
    }

    void show(Optional<Season> season) {
        isPart.setValue(season.isPresent());
        season.ifPresent(part -> {
            from.show(part.from());
            until.show(part.until());
        });
    }

    /** Empty for all year, and while a day is wrong. */
    Optional<Season> season() {
        if (!isPart.getValue()) return Optional.empty();
        return from.day().flatMap(first -> until.day().map(last -> new Season(first, last)));
    }

    List<String> missing() {
        var missing = new ArrayList<String>();
        if (!isPart.getValue()) return missing;
        if (from.day().isEmpty()) missing.add(from.label);
        if (until.day().isEmpty()) missing.add(until.label);
        return missing;
    }

    /** A day of any year. */
    private static final class End extends Div {

        private final String label;
        private final IntegerField day = new IntegerField();
        private final Select<Month> month = new Select<>();

        End(Wording words, String dayKey, String monthKey, MonthDay proposed, Runnable changed) {
            label = words.text(dayKey);
            day.setLabel(label);
            day.setMin(1);
            day.setMax(31);
            day.setStepButtonsVisible(true);
            month.setItems(Month.values());
            month.setItemLabelGenerator(one -> one.getDisplayName(TextStyle.FULL, words.locale()));
            month.setAriaLabel(words.text(monthKey));
            show(proposed);
            day.addValueChangeListener(change -> {
                day.setInvalid(day().isEmpty());
                changed.run();
            });
            month.addValueChangeListener(change -> {
                day.setInvalid(day().isEmpty());
                changed.run();
            });
            addClassName("rule-end");
            add(day, month);
        }

        void show(MonthDay shown) {
            day.setValue(shown.getDayOfMonth());
            month.setValue(shown.getMonth());
        }

        private Optional<MonthDay> day() {
            Integer number = day.getValue();
            if (number == null || number < 1 || number > month.getValue().maxLength()) return Optional.empty();
            return Optional.of(MonthDay.of(month.getValue(), number));
        }
    }
}
