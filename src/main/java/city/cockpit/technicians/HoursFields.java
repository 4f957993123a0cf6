package city.cockpit.technicians;

import city.cockpit.sitefacts.OpeningHours;
import city.cockpit.sitefacts.OpeningHours.Span;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The hours of a week, a field for each day; what cannot be read is said at its field. */
final class HoursFields extends Div {

    /** 8, 8:30 and 8.30 as people type them. */
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})(?:[:.]([0-9]{2}))?");

    private static final Set<String> CLOSED = Set.of("off", "closed", "geschlossen", "zu");
    private static final int LONGEST = 60;

    private final Wording words;
    private final Checkbox always;
    private final Map<DayOfWeek, TextField> days = new EnumMap<>(DayOfWeek.class);
    private final TextField holidays;
    private final Div week = new Div();

    HoursFields(Wording words) {
        this.words = words;
        always = new Checkbox(words.text("places.hours.always"));
        always.addValueChangeListener(change -> week.setVisible(!always.getValue()));
        for (var day : DayOfWeek.values()) {
            var field = field(day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()));
            days.put(day, field);
            week.add(field);
        }
        holidays = field(words.text("places.hours.holidays"));
        holidays.setHelperText(words.text("places.hours.holidays.help"));
        week.add(holidays);
        week.addClassName("plan-fields");
        var alike = new Button(words.text("places.hours.alike"), click -> likeMonday());
        var buttons = new Div(alike);
        buttons.addClassName("panel-buttons");
        week.add(buttons);
        add(new Paragraph(words.text("places.hours.help")), always, week);
    }

    private static TextField field(String label) {
        var field = new TextField(label);
        field.setMaxLength(LONGEST);
        return field;
    }

    private void likeMonday() {
        var monday = field(DayOfWeek.MONDAY).getValue();
        for (var day = DayOfWeek.TUESDAY; day != DayOfWeek.SATURDAY; day = day.plus(1))
            field(day).setValue(monday);
    }

    private TextField field(DayOfWeek day) {
        return Optional.ofNullable(days.get(day)).orElseThrow();
    }

    void show(OpeningHours hours) {
        always.setValue(hours.isAlways());
        week.setVisible(!hours.isAlways());
        if (hours.isAlways()) return;
        hours.week().forEach((day, spans) -> field(day).setValue(OpeningHours.times(spans)));
        hours.holidays()
                .ifPresent(spans ->
                        holidays.setValue(spans.isEmpty() ? words.text("hours.closed") : OpeningHours.times(spans)));
    }

    /** In their notation; the empty text if nothing was said, nothing if something cannot be read. */
    Optional<String> findNotation() {
        if (always.getValue()) return Optional.of(OpeningHours.always().notation());
        var read = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        days.forEach((day, field) -> findSpans(field).ifPresent(spans -> read.put(day, spans)));
        var onHolidays = findSpans(holidays);
        if (holidays.isInvalid() || days.values().stream().anyMatch(TextField::isInvalid)) return Optional.empty();
        if (holidays.isEmpty() && days.values().stream().allMatch(TextField::isEmpty)) return Optional.of("");
        return Optional.of(new OpeningHours(read, holidays.isEmpty() ? Optional.empty() : onHolidays).notation());
    }

    private Optional<List<Span>> findSpans(TextField field) {
        var typed = field.getValue().strip().toLowerCase(Locale.ROOT);
        var spans = typed.isEmpty() || CLOSED.contains(typed)
                ? Optional.of(List.<Span>of())
                : OpeningHours.findSpans(plain(typed));
        field.setInvalid(spans.isEmpty());
        field.setErrorMessage(words.text("places.hours.wrong"));
        return spans;
    }

    private static String plain(String typed) {
        var simple =
                typed.replace("–", "-").replace("bis", "-").replace("uhr", "").replace("und", ",");
        return TIME.matcher(simple)
                .replaceAll(time ->
                        time.group(1) + ":" + Optional.ofNullable(time.group(2)).orElse("00"));
    }
}
