package city.cockpit.planning;

import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * The fields of a form, one below the other, and lists of rows that grow and shrink. What is missing or cannot be read is
 * said at its field.
 */
final class Fields {

    private final Wording words;
    private final State state;
    private final Div form = new Div();
    private final List<HasValidationProperties> inputs = new ArrayList<>();
    private final List<HasValidationProperties> marked = new ArrayList<>();
    private Div group = form;
    private boolean touched;

    Fields(Wording words) {
        this(words, new State());
        form.addClassName("plan-form");
    }

    private Fields(Wording words, State state) {
        this.words = words;
        this.state = state;
    }

    /** What a form and its rows have in common. */
    private static final class State {
        private final List<String> wrong = new ArrayList<>();
        private Optional<Component> first = Optional.empty();
        private boolean changed;
        private Runnable whenChanged = () -> {};

        private void change() {
            var isNew = !changed;
            changed = true;
            if (isNew) whenChanged.run();
        }
    }

    Component component() {
        return form;
    }

    Wording words() {
        return words;
    }

    /** Whether somebody typed something since {@link #settle}. */
    boolean isChanged() {
        return state.changed;
    }

    /** What stands in the form is kept elsewhere now. */
    void settle() {
        state.changed = false;
    }

    /** As if somebody had typed what stands in the form. */
    void change() {
        state.change();
    }

    void whenChanged(Runnable told) {
        state.whenChanged = told;
    }

    /** Labels of the fields in which something is wrong, as it was found since {@link #begin}. */
    List<String> wrong() {
        return List.copyOf(state.wrong);
    }

    /** Before the form is read: what was wrong before is forgotten, what cannot be read is found. */
    void begin() {
        state.wrong.clear();
        state.first = Optional.empty();
        check();
    }

    /** The first field that is wrong gets the focus. */
    void focusOnWrong() {
        state.first.ifPresent(field -> {
            if (field instanceof Focusable<?> focusable) focusable.focus();
        });
    }

    private void check() {
        marked.forEach(field -> field.setInvalid(false));
        marked.clear();
        for (var field : inputs) if (field.isInvalid()) tell(field);
    }

    private void tell(HasValidationProperties field) {
        if (field instanceof HasLabel labelled) state.wrong.add(labelled.getLabel());
        if (state.first.isEmpty() && field instanceof Component component) state.first = Optional.of(component);
    }

    /** Says at the field what is wrong with it. */
    void wrong(HasValidationProperties field, String key) {
        field.setErrorMessage(words.text(key));
        field.setInvalid(true);
        marked.add(field);
        tell(field);
    }

    /** Whether something stands in each of the fields; one in which nothing does says that it is needed. */
    boolean needs(AbstractField<?, ?>... fields) {
        return Arrays.stream(fields).filter(field -> !has(field)).count() == 0;
    }

    private boolean has(AbstractField<?, ?> field) {
        if (!field.isEmpty() && !(field.getValue() instanceof String text && text.isBlank())) return true;
        if (field instanceof HasValidationProperties one && !one.isInvalid()) wrong(one, "edit.missing");
        return false;
    }

    /** What follows stands below that heading. */
    Section group(String heading) {
        return groupOf(words.text(heading));
    }

    Section groupOf(String heading) {
        var fields = new Div();
        fields.addClassName("plan-fields");
        var section = new Section(new H2(heading), fields);
        section.addClassName("plan-card");
        form.add(section);
        group = fields;
        return section;
    }

    /** Something between the fields that is none. */
    <C extends Component> C add(C other) {
        other.addClassName("plan-whole");
        group.add(other);
        return other;
    }

    private <C extends Component & HasValue<?, ?> & HasValidationProperties> C input(C field) {
        field.addValueChangeListener(changed -> {
            touched = true;
            state.change();
        });
        inputs.add(field);
        group.add(field);
        return field;
    }

    TextField text(String label, String value) {
        var field = new TextField(words.text(label));
        field.setValue(value);
        field.setMaxLength(500);
        return input(field);
    }

    TextArea area(String label, String value) {
        var field = new TextArea(words.text(label));
        field.setValue(value);
        field.setMaxLength(5_000);
        field.addClassName("plan-whole");
        return input(field);
    }

    /** A list of words, one in each line. */
    TextArea lines(String label, List<String> values) {
        var field = area(label, String.join("\n", values));
        field.setHelperText(words.text("edit.one-a-line"));
        return field;
    }

    static List<String> lines(TextArea field) {
        return Arrays.stream(field.getValue().split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    Checkbox check(String label, boolean value) {
        return input(new Checkbox(words.text(label), value));
    }

    DayField day(String label, Optional<LocalDate> value) {
        var field = new DayField(words, words.text(label));
        value.ifPresent(field::setValue);
        field.setClearButtonVisible(true);
        return input(field);
    }

    NumberField number(String label, OptionalDouble value) {
        var field = new NumberField(words.text(label));
        value.ifPresent(field::setValue);
        field.setI18n(new NumberField.NumberFieldI18n().setBadInputErrorMessage(words.text("edit.no-number")));
        return input(field);
    }

    <E extends Enum<E>> Select<E> choice(String label, String texts, E[] all, E value) {
        var field = new Select<E>();
        field.setLabel(words.text(label));
        field.setItems(all);
        field.setItemLabelGenerator(one -> words.text(texts + one.name(), "…"));
        field.setValue(value);
        return input(field);
    }

    /** One of them or none. */
    <E extends Enum<E>> Select<E> maybe(String label, String texts, E[] all, Optional<E> value) {
        var field = new Select<E>();
        field.setLabel(words.text(label));
        field.setEmptySelectionAllowed(true);
        field.setItems(all);
        field.setItemLabelGenerator(one -> one == null ? "–" : words.text(texts + one.name()));
        value.ifPresent(field::setValue);
        return input(field);
    }

    /** One of many, found by typing, or none. */
    <T> ComboBox<T> find(ComboBox<T> field) {
        field.setClearButtonVisible(true);
        return input(field);
    }

    <T> MultiSelectComboBox<T> several(MultiSelectComboBox<T> field) {
        field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        return input(field);
    }

    /** Any number of items, by their titles. */
    <I extends Item> MultiSelectComboBox<I> several(String label, List<I> all, List<ItemId> chosen) {
        var field = new MultiSelectComboBox<I>(words.text(label));
        field.setItems(all);
        field.setItemLabelGenerator(Item::title);
        // In the order that they had, so that who changes nothing changes nothing.
        field.setValue(chosen.stream()
                .flatMap(id -> all.stream().filter(one -> one.id().equals(id)))
                .toList());
        return several(field);
    }

    /** One item or none. */
    <I extends Item> Select<I> one(String label, List<I> all, Optional<ItemId> chosen) {
        var field = new Select<I>();
        field.setLabel(words.text(label));
        field.setEmptySelectionAllowed(true);
        field.setItems(all);
        field.setItemLabelGenerator(one -> one == null ? "–" : one.title());
        all.stream()
                .filter(one -> chosen.filter(one.id()::equals).isPresent())
                .findFirst()
                .ifPresent(field::setValue);
        return input(field);
    }

    /** A share as people write it, without digits that no person typed. */
    static OptionalDouble percent(Optional<Double> share) {
        return share.isPresent() ? OptionalDouble.of(Math.round(share.get() * 1e6) / 1e4) : OptionalDouble.empty();
    }

    static String value(TextField field) {
        return field.getValue().strip();
    }

    static String value(TextArea field) {
        return field.getValue().strip();
    }

    static List<ItemId> ids(MultiSelectComboBox<? extends Item> field) {
        return field.getValue().stream().map(Item::id).toList();
    }

    static OptionalDouble value(NumberField field) {
        var value = field.getOptionalValue();
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    static Optional<LocalDate> value(DayField field) {
        return field.getOptionalValue();
    }

    /**
     * A list whose rows are small forms.
     *
     * @param one what a row is
     * @param <T> what a row stands for
     */
    <T> RowList<T> rows(String heading, String one, List<T> values, BiFunction<Fields, Optional<T>, Row<T>> make) {
        var list = new RowList<T>(this, words.text(one), make);
        values.forEach(value -> list.addRow(Optional.of(value)));
        var section = new Section(new H2(words.text(heading)), list, list.more);
        section.addClassName("plan-card");
        form.add(section);
        return list;
    }

    /** The fields of one row, and what stands in them. */
    interface Row<T> {

        /** Empty if something that is needed is missing, which its field then says. */
        Optional<T> read();
    }

    static final class RowList<T> extends Div {

        private record Line<T>(Fields fields, Row<T> row, boolean isNew) {}

        private final Fields fields;
        private final String one;
        private final BiFunction<Fields, Optional<T>, Row<T>> make;
        private final List<Line<T>> lines = new ArrayList<>();
        private final Button more;

        RowList(Fields fields, String one, BiFunction<Fields, Optional<T>, Row<T>> make) {
            this.fields = fields;
            this.one = one;
            this.make = make;
            this.more = new Button(fields.words.text("edit.more", one), click -> {
                var first = addRow(Optional.empty());
                fields.state.change();
                if (first instanceof Focusable<?> focusable) focusable.focus();
            });
            addClassName("plan-rows");
        }

        /** Returns the first field of the new row. */
        private Component addRow(Optional<T> value) {
            var own = new Fields(fields.words, fields.state);
            own.form.addClassName("plan-fields");
            var line = new Line<>(own, make.apply(own, value), value.isEmpty());
            own.touched = false;
            var less = new Button(fields.words.text("edit.less"));
            var row = new Div(own.form, less);
            row.addClassName("plan-row");
            less.setAriaLabel(fields.words.text("edit.less.of", one, Integer.toString(lines.size() + 1)));
            less.addThemeVariants(ButtonVariant.TERTIARY);
            less.addClickListener(click -> {
                lines.remove(line);
                remove(row);
                fields.state.change();
                more.focus();
            });
            lines.add(line);
            add(row);
            return own.form.getComponentAt(0);
        }

        /** What stands in the rows; one that was added and left empty is none. */
        List<T> read() {
            var read = new ArrayList<T>();
            for (var line : lines) {
                if (line.isNew() && !line.fields().touched) continue;
                line.fields().check();
                line.row().read().ifPresent(read::add);
            }
            return read;
        }
    }
}
