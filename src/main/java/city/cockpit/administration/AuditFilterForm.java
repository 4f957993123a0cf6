package city.cockpit.administration;

import city.cockpit.audit.AuditFilter;
import city.cockpit.audit.Deed;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which lines of the audit trail are looked for: who, what, on what, when, and any text in them. */
final class AuditFilterForm extends Div {

    private final Wording words;
    private final TextField actor;
    private final Select<Deed> deed = new Select<>();
    private final TextField object;
    private final TextField text;
    private final DatePicker from;
    private final DatePicker to;
    private final Button clear;
    private boolean clearing;

    /** @param changed runs after every change of what is looked for */
    AuditFilterForm(Wording words, Runnable changed) {
        this.words = words;
        addClassName("audit-filter");
        actor = field("audit.filter.actor");
        object = field("audit.filter.object");
        text = field("audit.filter.text");
        from = day("audit.filter.from");
        to = day("audit.filter.to");
        deed.setLabel(words.text("audit.filter.deed"));
        deed.setEmptySelectionAllowed(true);
        deed.setEmptySelectionCaption(words.text("audit.filter.deed.any"));
        deed.setItemLabelGenerator(one -> one == null ? words.text("audit.filter.deed.any") : name(one));
        deed.setItems(Arrays.stream(Deed.values())
                .sorted(Comparator.comparing(this::name, Collator.getInstance(words.locale())))
                .toList());
        clear = new Button(words.text("audit.filter.clear"), click -> {
            clear();
            changed.run();
        });
        clear.setVisible(false);
        Stream.of(actor, object, text).forEach(field -> field.addValueChangeListener(change -> told(changed)));
        Stream.of(from, to).forEach(field -> field.addValueChangeListener(change -> told(changed)));
        deed.addValueChangeListener(change -> told(changed));
        add(actor, deed, object, from, to, text, clear);
    }

    /** What is looked for; empty if the days are in the wrong order, which then stands beside them. */
    Optional<AuditFilter> filter() {
        var backwards = from.getValue() != null
                && to.getValue() != null
                && to.getValue().isBefore(from.getValue());
        to.setInvalid(backwards);
        if (backwards) return Optional.empty();
        return Optional.of(new AuditFilter(
                typed(actor),
                Optional.ofNullable(deed.getValue()),
                typed(object),
                typed(text),
                start(from.getValue()),
                start(to.getValue() == null ? null : to.getValue().plusDays(1))));
    }

    private void told(Runnable changed) {
        clear.setVisible(!filter().equals(Optional.of(AuditFilter.ALL)));
        if (!clearing) changed.run();
    }

    private void clear() {
        clearing = true;
        Stream.of(actor, object, text).forEach(TextField::clear);
        Stream.of(from, to).forEach(DatePicker::clear);
        deed.clear();
        clearing = false;
    }

    private static String typed(TextField field) {
        var value = field.getValue().strip();
        return value.substring(0, Math.min(value.length(), AuditFilter.LONGEST_TEXT));
    }

    /** Days are those of the town. */
    private Optional<Instant> start(@Nullable LocalDate day) {
        return Optional.ofNullable(day)
                .map(one -> one.atStartOfDay(words.formats().zone()).toInstant());
    }

    private String name(Deed one) {
        return words.text("deed." + one);
    }

    private TextField field(String key) {
        var field = new TextField(words.text(key));
        field.setMaxLength(AuditFilter.LONGEST_TEXT);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    private DatePicker day(String key) {
        var day = new DayField(words, words.text(key));
        day.setClearButtonVisible(true);
        day.setErrorMessage(words.text("audit.filter.backwards"));
        return day;
    }
}
