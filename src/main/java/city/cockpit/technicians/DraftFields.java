package city.cockpit.technicians;

import city.cockpit.onboarding.Draft;
import city.cockpit.onboarding.DraftField;
import city.cockpit.onboarding.Lack;
import city.cockpit.onboarding.Sample;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The fields of a draft. What is typed stands in the draft at once; what the draft is given stands in the fields. What is
 * wrong is said at the field.
 */
final class DraftFields {

    private final Wording words;
    private final Map<DraftField, Input> inputs = new EnumMap<>(DraftField.class);
    private final List<Consumer<DraftField>> listeners = new ArrayList<>();
    private Draft draft = Draft.EMPTY;

    /** A field of the page and how to write to it. */
    private record Input(Component field, Consumer<String> write) {}

    DraftFields(Wording words) {
        this.words = words;
    }

    Draft draft() {
        return draft;
    }

    String value(DraftField field) {
        return draft.value(field);
    }

    /** Calls when a person or the page changes what the draft says of a field. */
    void whenChanged(Consumer<DraftField> listener) {
        listeners.add(listener);
    }

    /** Takes over a whole draft; nobody hears of it. */
    void take(Draft next) {
        draft = next;
        inputs.forEach((field, input) -> input.write().accept(next.value(field)));
    }

    void set(DraftField field, String value) {
        if (draft.value(field).equals(value)) return;
        draft = draft.with(field, value);
        var input = inputs.get(field);
        if (input != null) input.write().accept(value);
        if (input != null && input.field() instanceof HasValidationProperties validated) validated.setInvalid(false);
        listeners.forEach(listener -> listener.accept(field));
    }

    /** Sets what was typed before and is not there any more; the labels say what that was. */
    List<String> bringBack(Map<DraftField, String> typed) {
        var news = new EnumMap<DraftField, String>(DraftField.class);
        typed.forEach((field, value) -> {
            if (!value(field).equals(value) && value.length() <= Sample.LONGEST_TEXT) news.put(field, value);
        });
        news.forEach(this::set);
        return news.keySet().stream().map(this::label).toList();
    }

    /** As the page calls it. */
    private String label(DraftField field) {
        var input = inputs.get(field);
        return input != null && input.field() instanceof HasLabel labelled && labelled.getLabel() != null
                ? labelled.getLabel()
                : words.text("draft." + field);
    }

    TextField text(DraftField field) {
        var input = new TextField(words.text("draft." + field));
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(400);
        words.findText("draft." + field + ".help").ifPresent(input::setHelperText);
        return bind(field, input, input::setValue, value -> value);
    }

    /** A number, typed with a comma or a point; telephones show digits for it. */
    TextField number(DraftField field) {
        var input = text(field);
        input.getElement().executeJs("this.inputElement && this.inputElement.setAttribute('inputmode', 'decimal')");
        return input;
    }

    TextArea area(DraftField field) {
        var input = new TextArea(words.text("draft." + field));
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(400);
        words.findText("draft." + field + ".help").ifPresent(input::setHelperText);
        return bind(field, input, input::setValue, value -> value);
    }

    DayField day(DraftField field) {
        var input = new DayField(words, words.text("draft." + field));
        input.setClearButtonVisible(true);
        return bind(
                field,
                input,
                value -> input.setValue(day(value).orElse(null)),
                value -> value == null ? "" : value.toString());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Checkbox check(DraftField field) {
        var input = new Checkbox(words.text("draft." + field));
        return bind(field, input, value -> input.setValue(value.equals("true")), value -> value ? "true" : "");
    }

    /** One of them or none. */
    <E extends Enum<E>> Select<E> choice(DraftField field, String texts, E[] all, boolean mayBeEmpty) {
        var input = new Select<E>();
        input.setLabel(words.text("draft." + field));
        input.setEmptySelectionAllowed(mayBeEmpty);
        input.setItems(all);
        input.setItemLabelGenerator(one -> one == null ? words.text("draft.unknown") : words.text(texts + one.name()));
        words.findText("draft." + field + ".help").ifPresent(input::setHelperText);
        return bind(
                field,
                input,
                value -> input.setValue(Arrays.stream(all)
                        .filter(one -> one.name().equals(value))
                        .findFirst()
                        .orElse(null)),
                value -> value == null ? "" : value.name());
    }

    /** One of many, found by typing. */
    <T> ComboBox<T> find(DraftField field, ComboBox<T> input, Function<T, String> key) {
        input.setLabel(words.text("draft." + field));
        return bind(
                field,
                input,
                value -> input.setValue(input.getListDataView()
                        .getItems()
                        .filter(one -> key.apply(one).equals(value))
                        .findFirst()
                        .orElse(null)),
                value -> value == null ? "" : key.apply(value));
    }

    /** One of many, or whatever else is typed or said: that is offered from then on, too. */
    ComboBox<String> suggest(DraftField field, ComboBox<String> input) {
        input.setLabel(words.text("draft." + field));
        input.setAllowCustomValue(true);
        input.addCustomValueSetListener(typed -> set(field, typed.getDetail().strip()));
        return bind(
                field,
                input,
                value -> {
                    var offered = input.getListDataView();
                    if (!value.isEmpty() && !offered.contains(value)) offered.addItem(value);
                    input.setValue(value.isEmpty() ? null : value);
                },
                value -> value == null ? "" : value);
    }

    private <T, C extends Component & HasValue<?, T>> C bind(
            DraftField field, C input, Consumer<String> write, Function<T, String> read) {
        write.accept(draft.value(field));
        input.getElement().setAttribute("data-draft", field.name());
        input.addValueChangeListener(change -> {
            var value = read.apply(change.getValue());
            if (draft.value(field).equals(value)) return;
            draft = draft.with(field, value);
            if (input instanceof HasValidationProperties validated) validated.setInvalid(false);
            listeners.forEach(listener -> listener.accept(field));
        });
        inputs.put(field, new Input(input, write));
        return input;
    }

    /** From now on nobody can type there. */
    void lock(DraftField field) {
        var input = inputs.get(field);
        if (input != null && input.field() instanceof HasValueAndElement<?, ?> locked) locked.setReadOnly(true);
    }

    /** What is observed, changed by the page. */
    void observe(Draft next) {
        draft = next;
        listeners.forEach(listener -> listener.accept(DraftField.WAY));
    }

    /** Says at each field what is wrong with it; the labels are the answer. The first gets the focus. */
    List<String> mark(Map<DraftField, Lack> wrong) {
        var labels = new ArrayList<String>();
        var focused = false;
        for (var field : DraftField.values()) {
            var lack = wrong.get(field);
            var input = inputs.get(field);
            if (input != null && input.field() instanceof HasValidationProperties validated) {
                validated.setInvalid(lack != null);
                if (lack != null) validated.setErrorMessage(words.text("lack." + lack));
            }
            if (lack == null) continue;
            labels.add(label(field));
            if (!focused && input != null && input.field() instanceof Focusable<?> focusable) {
                focusable.focus();
                focused = true;
            }
        }
        return labels;
    }
}
