package city.cockpit.explorer;

import city.cockpit.measurement.Interval;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Two days between which a reader wants to look, typed or picked from a calendar; folded until it is needed. */
final class SpanForm extends Composite<NativeDetails> {

    private final Wording words;
    private final DayField from;
    private final DayField to;

    /** @param chosen gets a span of whole days */
    SpanForm(Wording words, Consumer<Span> chosen) {
        this.words = words;
        from = new DayField(words, words.text("explorer.from"));
        to = new DayField(words, words.text("explorer.to"));
        to.setErrorMessage(words.text("explorer.backwards"));
        Stream.of(from, to).forEach(day -> {
            day.setMin(LocalDate.of(Span.FIRST_YEAR, 1, 1));
            day.setMax(LocalDate.of(Span.LAST_YEAR - 1, 12, 31));
        });
        var show = new Button(words.text("explorer.show"), pressed -> choose(chosen));
        show.addClickShortcut(Key.ENTER).listenOn(getContent());
        var fields = new Div(from, to, show);
        fields.addClassName("span-form");
        getContent().addClassName("span-choice");
        getContent().setSummaryText(words.text("explorer.range.other"));
        getContent().setContent(fields);
    }

    /** Fills in the days of what is shown. */
    void show(Interval span) {
        var zone = words.formats().zone();
        from.setValue(span.from().atZone(zone).toLocalDate());
        to.setValue(span.to().minusMillis(1).atZone(zone).toLocalDate());
        clearErrors();
    }

    private void clearErrors() {
        from.setInvalid(false);
        to.setInvalid(false);
    }

    private void choose(Consumer<Span> chosen) {
        clearErrors();
        if (isMissing(from) || isMissing(to)) return;
        if (to.getValue().isBefore(from.getValue())) {
            to.setErrorMessage(words.text("explorer.backwards"));
            to.setInvalid(true);
            to.focus();
            return;
        }
        getContent().setOpen(false);
        chosen.accept(new Span.Between(
                from.getValue().atStartOfDay(), to.getValue().plusDays(1).atStartOfDay()));
    }

    private boolean isMissing(DatePicker day) {
        if (day.getValue() != null) return false;
        day.setErrorMessage(words.text("explorer.day-missing"));
        day.setInvalid(true);
        day.focus();
        return true;
    }
}
