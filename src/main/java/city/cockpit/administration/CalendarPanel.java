package city.cockpit.administration;

import city.cockpit.calendar.CalendarSource;
import city.cockpit.calendar.CalendarSource.Kind;
import city.cockpit.calendar.CalendarSource.Titles;
import city.cockpit.calendar.CsvColumns;
import city.cockpit.calendar.TownCalendars;
import city.cockpit.town.PlainText;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One calendar as a form: what citizens call it, where it comes from, and what would become of it. */
final class CalendarPanel extends Section {

    private static final int USUAL_HOURS = 6;

    private final Wording words;
    private final Optional<CalendarSource> before;
    private final TextField german;
    private final TextField english;
    private final Select<Kind> kind = new Select<>();
    private final TextField address;
    private final Select<Integer> hours = new Select<>();
    private final Checkbox onStartPage;
    private final CalendarTrial trial;
    private final FormMessage message = new FormMessage();
    private CsvColumns columns;

    /** @param before the one that is changed; empty for a new one */
    CalendarPanel(
            Wording words,
            TownCalendars calendars,
            Background background,
            InstantSource clock,
            Optional<CalendarSource> before,
            Consumer<CalendarSource> save) {
        this.words = words;
        this.before = before;
        german = field("calendars.german", CalendarSource.LONGEST_TITLE);
        german.setHelperText(words.text("calendars.german.help"));
        english = field("calendars.english", CalendarSource.LONGEST_TITLE);
        address = field("calendars.address", CalendarSource.LONGEST_ADDRESS);
        address.setHelperText(words.text("calendars.address.help"));
        onStartPage = new Checkbox(words.text("calendars.on-start-page"));
        offer(kind, "calendars.kind", List.of(Kind.values()), one -> words.text("calendar.kind." + one));
        offer(hours, "calendars.hours", CalendarSource.HOURS, count -> words.text("calendars.every", (long) count));
        columns = before.map(CalendarSource::columns).orElse(CsvColumns.NONE);
        trial = new CalendarTrial(words, calendars, background, clock, chosen -> columns = chosen);
        fill();
        var fields = new Div(german, english, kind, address, hours, onStartPage);
        fields.addClassName("panel-fields");
        var keep = new Button(words.text("calendars.save"), click -> filledIn().ifPresent(save));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        var tryIt = new Button(words.text("calendars.try"), click -> filledIn().ifPresent(trial::start));
        var title = new H2(before.map(
                        one -> words.text("calendars.change.of", one.titles().in(words.locale())))
                .orElseGet(() -> words.text("calendars.new")));
        title.addClassName("panel-head");
        addClassNames("panel", "panel-form", "calendar-panel");
        getElement().setAttribute("aria-label", title.getText());
        add(title, message, fields, PersonPanel.row(keep, tryIt), trial);
    }

    private TextField field(String key, int longest) {
        var field = new TextField(words.text(key));
        field.setMaxLength(longest);
        return field;
    }

    private <T> void offer(Select<T> select, String label, List<T> all, ItemLabelGenerator<T> text) {
        select.setLabel(words.text(label));
        select.setItems(all);
        select.setItemLabelGenerator(text);
    }

    private void fill() {
        german.setValue(before.map(one -> one.titles().german()).orElse(""));
        english.setValue(before.map(one -> one.titles().english()).orElse(""));
        kind.setValue(before.map(CalendarSource::kind).orElse(Kind.EVENTS));
        address.setValue(before.map(CalendarSource::address).orElse(""));
        hours.setValue(before.map(CalendarSource::everyHours).orElse(USUAL_HOURS));
        onStartPage.setValue(before.map(CalendarSource::isOnStartPage).orElse(true));
    }

    /** Empty after a sentence about what is wrong. */
    private Optional<CalendarSource> filledIn() {
        message.clear();
        check(german, CalendarSource.isTitle(PlainText.tidy(german.getValue())), "calendars.german.wrong");
        check(
                english,
                english.getValue().isBlank() || CalendarSource.isTitle(PlainText.tidy(english.getValue())),
                "calendars.german.wrong");
        check(address, CalendarSource.isAddress(address.getValue().strip()), "calendars.address.wrong");
        var wrong =
                Stream.of(german, english, address).filter(TextField::isInvalid).toList();
        if (!wrong.isEmpty()) {
            wrong.getFirst().focus();
            message.say(
                    FormMessage.Kind.PROBLEM,
                    words.text(
                            "setup.wrong",
                            words.list(wrong.stream().map(TextField::getLabel).toList())));
            return Optional.empty();
        }
        return Optional.of(source());
    }

    private void check(TextField field, boolean isRight, String otherwise) {
        field.setInvalid(!isRight);
        field.setErrorMessage(words.text(otherwise));
    }

    /** Who reads English gets the German name where there is no other. */
    private CalendarSource source() {
        var name = PlainText.tidy(german.getValue());
        var other = PlainText.tidy(english.getValue());
        return new CalendarSource(
                before.map(CalendarSource::name).orElseGet(() -> CalendarSource.nameOf(name)),
                new Titles(name, other.isEmpty() ? name : other),
                kind.getValue(),
                address.getValue().strip(),
                columns,
                hours.getValue(),
                onStartPage.getValue(),
                before.map(CalendarSource::version).orElse(0));
    }

    /** Whether something would be lost. */
    boolean isChanged() {
        return before.map(one -> !german.getValue().equals(one.titles().german())
                        || !english.getValue().equals(one.titles().english())
                        || !address.getValue().equals(one.address())
                        || kind.getValue() != one.kind()
                        || !hours.getValue().equals(one.everyHours())
                        || onStartPage.getValue() != one.isOnStartPage()
                        || !columns.equals(one.columns()))
                .orElseGet(() -> !german.isEmpty() || !english.isEmpty() || !address.isEmpty());
    }
}
