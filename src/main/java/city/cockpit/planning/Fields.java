package city.cockpit.planning;

import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** The fields of a form, one below the other, and lists of rows that grow and shrink. */
final class Fields {

    private final Wording words;
    private final Div form = new Div();
    private Div group = form;

    Fields(Wording words) {
        this.words = words;
        form.addClassName("plan-form");
    }

    Component component() {
        return form;
    }

    Wording words() {
        return words;
    }

    /** What follows stands below that heading. */
    void group(String heading) {
        var fields = new Div();
        fields.addClassName("plan-fields");
        var section = new Section(new H2(words.text(heading)), fields);
        section.addClassName("plan-card");
        form.add(section);
        group = fields;
    }

    private <C extends Component> C add(C field) {
        group.add(field);
        return field;
    }

    TextField text(String label, String value) {
        var field = new TextField(words.text(label));
        field.setValue(value);
        field.setMaxLength(500);
        return add(field);
    }

    TextArea area(String label, String value) {
        var field = new TextArea(words.text(label));
        field.setValue(value);
        field.setMaxLength(5_000);
        field.addClassName("plan-whole");
        return add(field);
    }

    Checkbox check(String label, boolean value) {
        return add(new Checkbox(words.text(label), value));
    }

    DayField day(String label, Optional<LocalDate> value) {
        var field = new DayField(words, words.text(label));
        value.ifPresent(field::setValue);
        field.setClearButtonVisible(true);
        return add(field);
    }

    NumberField number(String label, OptionalDouble value) {
        var field = new NumberField(words.text(label));
        value.ifPresent(field::setValue);
        return add(field);
    }

    <E extends Enum<E>> Select<E> choice(String label, String texts, E[] all, E value) {
        var field = new Select<E>();
        field.setLabel(words.text(label));
        field.setItems(all);
        field.setItemLabelGenerator(one -> words.text(texts + one.name(), ""));
        field.setValue(value);
        return add(field);
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
        return add(field);
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
        return add(field);
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
     * @param <T> what a row stands for
     */
    <T> RowList<T> rows(String heading, List<T> values, BiFunction<Fields, Optional<T>, Row<T>> make) {
        var list = new RowList<T>(this, make);
        values.forEach(value -> list.addRow(Optional.of(value)));
        var section = new Section(new H2(words.text(heading)), list, list.more);
        section.addClassName("plan-card");
        form.add(section);
        return list;
    }

    /** The fields of one row, and what stands in them. */
    interface Row<T> {

        /** Empty if something that is needed is missing. */
        Optional<T> read();
    }

    static final class RowList<T> extends Div {

        private final Fields fields;
        private final BiFunction<Fields, Optional<T>, Row<T>> make;
        private final List<Row<T>> rows = new ArrayList<>();
        private final Button more;

        RowList(Fields fields, BiFunction<Fields, Optional<T>, Row<T>> make) {
            this.fields = fields;
            this.make = make;
            this.more = new Button(fields.words.text("edit.more"), click -> addRow(Optional.empty()));
            addClassName("plan-rows");
        }

        private void addRow(Optional<T> value) {
            var own = new Fields(fields.words);
            own.form.removeClassName("plan-form");
            own.form.addClassName("plan-fields");
            var row = make.apply(own, value);
            var line = new Div(own.form);
            line.addClassName("plan-row");
            line.add(new Button(fields.words.text("edit.less"), click -> {
                rows.remove(row);
                remove(line);
            }));
            rows.add(row);
            add(line);
        }

        /** Empty if a row lacks something. */
        Optional<List<T>> read() {
            var read = new ArrayList<T>();
            for (var row : rows) {
                var one = row.read();
                if (one.isEmpty()) return Optional.empty();
                read.add(one.get());
            }
            return Optional.of(read);
        }
    }
}
