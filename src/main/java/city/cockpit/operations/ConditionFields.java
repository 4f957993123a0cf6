package city.cockpit.operations;

import city.cockpit.alerts.Averagings;
import city.cockpit.alerts.Bound;
import city.cockpit.alerts.Comparison;
import city.cockpit.alerts.Condition;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Threshold;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When it is too much. Only what can be judged of the chosen property is offered. */
final class ConditionFields extends Div {

    private static final int MOST_MARKS = 3;

    private final Wording words;
    private final Runnable changed;
    private final Paragraph first = new Paragraph();
    private final Select<Form> form = new Select<>();
    private final Select<Averaging> averaging = new Select<>();
    private final Select<Comparison> comparison = new Select<>();
    private final Select<Against> against = new Select<>();
    private final Select<Integer> mark = new Select<>();
    private final NumberField value = new NumberField();
    private final IntegerField intervals = new IntegerField();
    private final IntegerField minutes = new IntegerField();
    private final NumberField back = new NumberField();
    private Optional<ObservedProperty> property = Optional.empty();

    /** The texts are {@code rule.form.NAME}. */
    private enum Form {
        BEYOND,
        UNUSUAL,
        RISING,
        FALLING,
        SILENT,
        DOUBTFUL
    }

    /** The texts are {@code rule.against.NAME}. */
    private enum Against {
        VALUE,
        MARK,
        SHARE
    }

    ConditionFields(Wording words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        addClassName("plan-fields");
        choice(form, "rule.form", "rule.form.");
        choice(averaging, "rule.averaging", "limits.averaging.");
        choice(comparison, "rule.comparison", "rule.comparison.");
        choice(against, "rule.against", "rule.against.");
        mark.setLabel(words.text("rule.mark"));
        mark.setItemLabelGenerator(number -> words.text("rule.mark.number", (long) number));
        mark.addValueChangeListener(change -> changed.run());
        averaging.setHelperText(words.text("rule.averaging.help"));
        comparison.setItems(Comparison.values());
        comparison.setValue(Comparison.ABOVE);
        intervals.setLabel(words.text("rule.intervals"));
        intervals.setMin(2);
        intervals.setMax(100);
        intervals.setValue(4);
        intervals.setStepButtonsVisible(true);
        minutes.setMin(0);
        minutes.setMax((int) Condition.LONGEST.toMinutes());
        minutes.setValue(0);
        minutes.setSuffixComponent(new Span(words.text("rule.minutes")));
        back.setLabel(words.text("rule.back"));
        back.setHelperText(words.text("rule.back.help"));
        back.setMin(0);
        back.setValue(0.0);
        for (var field : List.of(intervals, minutes)) {
            field.setErrorMessage(words.text("rule.number.wrong"));
            field.addValueChangeListener(change -> hasChanged());
        }
        for (var field : List.of(value, back)) {
            field.setErrorMessage(words.text("rule.number.wrong"));
            field.addValueChangeListener(change -> hasChanged());
        }
        form.addClassName("plan-whole");
        first.setText(words.text("rule.when.first"));
        first.addClassNames("panel-note", "plan-whole");
        add(first, form, averaging, comparison, against, mark, value, intervals, minutes, back);
        of(Optional.empty(), List.of(), false);
    }

    private <T> void choice(Select<T> select, String label, String prefix) {
        select.setLabel(words.text(label));
        select.setItemLabelGenerator(one -> one == null ? "" : words.text(prefix + one));
        select.addValueChangeListener(change -> hasChanged());
    }

    private void hasChanged() {
        arrange();
        changed.run();
    }

    /** What is offered from now on; what was chosen stays where it still makes sense. */
    void of(Optional<ObservedProperty> chosen, List<Series> concerned, boolean isChosen) {
        property = chosen;
        offer(form, isChosen ? forms() : List.of());
        offer(averaging, chosen.map(Averagings::of).orElse(List.of()));
        var marks = concerned.stream().mapToInt(one -> one.marks().size()).max().orElse(0);
        var hasCapacity = concerned.stream().anyMatch(one -> one.capacity().isPresent());
        offer(
                against,
                Stream.of(Against.values())
                        .filter(one -> switch (one) {
                            case VALUE -> true;
                            case MARK -> marks > 0;
                            case SHARE -> hasCapacity;
                        })
                        .toList());
        offer(
                mark,
                Stream.iterate(1, number -> number + 1)
                        .limit(Math.max(marks, MOST_MARKS))
                        .toList());
        arrange();
    }

    private List<Form> forms() {
        return Stream.of(Form.values()).filter(this::isPossible).toList();
    }

    private boolean isPossible(Form one) {
        var kind = property.map(ObservedProperty::kind);
        return switch (one) {
            case BEYOND ->
                property.map(Averagings::of).filter(some -> !some.isEmpty()).isPresent();
            case UNUSUAL ->
                kind.filter(known -> known != Kind.DIRECTION && known != Kind.PERCENTILE)
                        .isPresent();
            case RISING, FALLING ->
                kind.filter(known -> known != Kind.DIRECTION).isPresent();
            case SILENT, DOUBTFUL -> true;
        };
    }

    private static <T> void offer(Select<T> select, List<T> items) {
        var before = select.getValue();
        select.setItems(items);
        if (before != null && items.contains(before)) select.setValue(before);
        else if (!items.isEmpty()) select.setValue(items.getFirst());
    }

    /** Each form has fields of its own. */
    private void arrange() {
        var chosen = Optional.ofNullable(form.getValue());
        var isBeyond = chosen.filter(one -> one == Form.BEYOND).isPresent();
        var isUnusual = chosen.filter(one -> one == Form.UNUSUAL).isPresent();
        var isSilent = chosen.filter(one -> one == Form.SILENT).isPresent();
        var isMark = isBeyond && against.getValue() == Against.MARK;
        var isThreeHours = isBeyond && averaging.getValue() == Averaging.THREE_HOURS_EACH;
        first.setVisible(chosen.isEmpty());
        form.setVisible(chosen.isPresent());
        averaging.setVisible(isBeyond);
        comparison.setVisible(isBeyond || isUnusual);
        against.setVisible(isBeyond && against.getListDataView().getItemCount() > 1);
        mark.setVisible(isMark);
        value.setVisible(chosen.isPresent() && !isMark && !isSilent);
        intervals.setVisible(isSilent);
        minutes.setVisible(chosen.filter(one -> one != Form.DOUBTFUL).isPresent() && !isThreeHours);
        back.setVisible(isBeyond || isUnusual);
        chosen.ifPresent(this::label);
    }

    private void label(Form chosen) {
        value.setLabel(words.text("rule.value." + chosen));
        minutes.setLabel(words.text("rule.minutes." + chosen));
        minutes.setHelperText(words.findText("rule.minutes.help." + chosen).orElse(""));
        var isShare = chosen == Form.DOUBTFUL || (chosen == Form.BEYOND && against.getValue() == Against.SHARE);
        var unit = isShare ? "%" : property.map(one -> one.unit().symbol()).orElse("");
        value.setSuffixComponent(unit.isEmpty() ? null : new Span(unit));
        back.setSuffixComponent(unit.isEmpty() ? null : new Span(unit));
    }

    void show(Condition condition) {
        switch (condition) {
            case Condition.Beyond(var side, var bound, var over, var lasting, var hysteresis) -> {
                form.setValue(Form.BEYOND);
                comparison.setValue(side);
                averaging.setValue(over);
                minutes.setValue((int) lasting.toMinutes());
                back.setValue(hysteresis);
                show(bound);
            }
            case Condition.Unusual(var side, var margin, var lasting, var hysteresis) -> {
                form.setValue(Form.UNUSUAL);
                comparison.setValue(side.isUpward() ? Comparison.ABOVE : Comparison.BELOW);
                value.setValue(margin);
                minutes.setValue((int) lasting.toMinutes());
                back.setValue(hysteresis);
            }
            case Condition.Changing(var rising, var by, var within) -> {
                form.setValue(rising ? Form.RISING : Form.FALLING);
                value.setValue(by);
                minutes.setValue((int) within.toMinutes());
            }
            case Condition.Silent(var missed, var atLeast) -> {
                form.setValue(Form.SILENT);
                intervals.setValue(missed);
                minutes.setValue((int) atLeast.toMinutes());
            }
            case Condition.Doubtful(var percent) -> {
                form.setValue(Form.DOUBTFUL);
                value.setValue(percent);
            }
        }
        arrange();
    }

    private void show(Bound bound) {
        switch (bound) {
            case Bound.Fixed(var fixed) -> {
                against.setValue(Against.VALUE);
                value.setValue(fixed);
            }
            case Bound.LocalMark(var number) -> {
                add(against, Against.MARK);
                mark.setValue(number);
            }
            case Bound.ShareOfCapacity(var percent) -> {
                add(against, Against.SHARE);
                value.setValue(percent);
            }
        }
    }

    /** Also where no place has such a bound at the moment. */
    private static <T> void add(Select<T> select, T item) {
        var items = new ArrayList<>(select.getListDataView().getItems().toList());
        if (!items.contains(item)) {
            items.add(item);
            select.setItems(items);
        }
        select.setValue(item);
    }

    /** Names of the fields that are missing or wrong. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (form.getValue() == null) missing.add(form.getLabel());
        if (isWrong(value)) missing.add(value.getLabel());
        if (isWrong(intervals, 2)) missing.add(intervals.getLabel());
        if (isWrong(minutes, isChange() ? 1 : 0)) missing.add(minutes.getLabel());
        if (isWrongDistance(back)) missing.add(back.getLabel());
        return missing;
    }

    private boolean isChange() {
        return form.getValue() == Form.RISING || form.getValue() == Form.FALLING;
    }

    private boolean isWrong(NumberField field) {
        if (!field.isVisible()) return false;
        Double typed = field.getValue();
        if (typed == null || !Double.isFinite(typed)) return true;
        return switch (form.getValue()) {
            case BEYOND -> against.getValue() == Against.SHARE && (typed < 0 || typed > 100);
            case UNUSUAL -> typed < 0;
            case RISING, FALLING -> typed <= 0;
            case DOUBTFUL -> typed <= 0 || typed > 100;
            case SILENT -> false;
        };
    }

    private static boolean isWrongDistance(NumberField field) {
        Double typed = field.getValue();
        return field.isVisible() && (typed == null || !(typed >= 0 && Double.isFinite(typed)));
    }

    private static boolean isWrong(IntegerField field, int least) {
        Integer typed = field.getValue();
        return field.isVisible() && (typed == null || typed < least || typed > field.getMax());
    }

    void mark() {
        value.setInvalid(isWrong(value));
        intervals.setInvalid(isWrong(intervals, 2));
        minutes.setInvalid(isWrong(minutes, isChange() ? 1 : 0));
        back.setInvalid(isWrongDistance(back));
    }

    /** Empty while something is missing or wrong. */
    Optional<Condition> condition() {
        if (!missing().isEmpty()) return Optional.empty();
        return Optional.of(
                switch (form.getValue()) {
                    case BEYOND ->
                        new Condition.Beyond(
                                comparison.getValue(),
                                bound(),
                                averaging.getValue(),
                                minutes.isVisible() ? lasting() : Duration.ZERO,
                                number(back));
                    case UNUSUAL ->
                        new Condition.Unusual(comparison.getValue(), number(value), lasting(), number(back));
                    case RISING -> new Condition.Changing(true, number(value), lasting());
                    case FALLING -> new Condition.Changing(false, number(value), lasting());
                    case SILENT -> new Condition.Silent(intervals.getValue(), lasting());
                    case DOUBTFUL -> new Condition.Doubtful(number(value));
                });
    }

    private Bound bound() {
        return switch (against.getValue()) {
            case VALUE -> new Bound.Fixed(number(value));
            case MARK -> new Bound.LocalMark(mark.getValue());
            case SHARE -> new Bound.ShareOfCapacity(number(value));
        };
    }

    private Duration lasting() {
        return Duration.ofMinutes(minutes.getValue());
    }

    private static double number(NumberField field) {
        @Nullable Double typed = field.getValue();
        return typed == null ? 0 : typed;
    }

    /** That the chosen value is published for another averaging time, so that nobody takes one for the other. */
    Optional<String> mistaken() {
        if (form.getValue() != Form.BEYOND || against.getValue() != Against.VALUE || value.isEmpty())
            return Optional.empty();
        return property.flatMap(one -> Averagings.findMistaken(one, number(value), averaging.getValue())
                .map(published -> mistaken(one, published)));
    }

    private String mistaken(ObservedProperty one, Threshold published) {
        return words.text(
                "rule.mistaken",
                words.formats().quantity(published.value(), one),
                published.word(words.locale()),
                published.origin().name(words.locale()),
                words.text("limits.averaging." + published.measure().averaging()));
    }
}
