package city.cockpit.uikit;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A day, typed or picked from a calendar whose week begins on Monday. */
public final class DayField extends DatePicker {

    public DayField(Wording words, String label) {
        super(label);
        // English without a country would write the month first, which most of its readers here take for the day.
        setLocale(words.locale().equals(Locale.ENGLISH) ? Locale.UK : words.locale());
        setI18n(new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, words.locale()))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, words.locale()))
                .setFirstDayOfWeek(1)
                .setToday(words.text("day.today"))
                .setCancel(words.text("day.cancel"))
                .setBadInputErrorMessage(words.text("day.unreadable")));
    }

    /** Sunday first, as the picker wants it. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return IntStream.range(0, 7)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
                .toList();
    }
}
