package city.cockpit.uikit;

import city.cockpit.measurement.ObservedProperty;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the readers of one language write them, in the time zone of the town. Immutable. */
public final class Formats {

    /**
     * Keeps a number and its unit on one line. The face of the screens has no narrow no-break space, so browsers make one of
     * a tenth of its size, which nobody sees; its ordinary space is a fifth wide, which is a typesetter's narrow one.
     */
    static final char UNIT_SPACE = '\u00a0';

    private static final char GROUP_SPACE = '\u202f';

    private static final double NEARLY_WHOLE = 0.995;

    private static final char MINUS = '\u2212';

    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter second;
    private final DateTimeFormatter day;
    private final DateTimeFormatter zoneName;

    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.minute = formatter("HH:mm");
        this.second = formatter("HH:mm:ss");
        this.zoneName = formatter("z");
        this.day = formatter(isGerman() ? "d. MMM" : "d MMM");
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isGerman() {
        return locale.getLanguage().equals("de");
    }

    /** A number with that many decimals, halves rounded up; never a negative zero. */
    public String number(double value, int decimals) {
        var format = new DecimalFormat("#,##0", symbols());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        var text = format.format(value);
        return isZero(text) ? text.replace(String.valueOf(MINUS), "") : text;
    }

    /** A whole number. */
    public String count(long value) {
        return number((double) value, 0);
    }

    /** The value with the decimals that its property deserves, without unit. */
    public String value(double value, ObservedProperty property) {
        return number(value, property.decimals());
    }

    /** The value with its unit, which no line break parts. */
    public String quantity(double value, ObservedProperty property) {
        var symbol = property.unit().symbol();
        if (symbol.isEmpty()) return value(value, property);
        return value(value, property) + (symbol.equals("°") ? "" : UNIT_SPACE) + symbol;
    }

    /** Whether some of a stretch of time was not measured; what the edges of steps make of it is nothing. */
    boolean isPart(double share) {
        return share < NEARLY_WHOLE;
    }

    /** A share of time in per cent, rounded down, since what is missing must not be hidden. */
    public String coverage(double share) {
        return number(isPart(share) ? Math.floor(100 * share) : 100, 0) + UNIT_SPACE + "%";
    }

    /** Day and time in the town, to the second. */
    public String dateTime(Instant time) {
        return clock(formatter(isGerman() ? "dd.MM.yyyy, HH:mm:ss" : "d MMM yyyy, HH:mm:ss"), time);
    }

    /** Time of day in the town, to the second. */
    public String time(Instant time) {
        return clock(second, time);
    }

    /** Time of day to the second if it is a time of the same day, else its day and minute. */
    public String moment(Instant time, Instant now) {
        return isSameDay(time, now) ? clock(second, time) : dayAndMinute(time);
    }

    /** Time of day to the minute if it is a time of the same day, else with its day. */
    public String minute(Instant time, Instant now) {
        return isSameDay(time, now) ? clock(minute, time) : dayAndMinute(time);
    }

    /** The day in the town, without its year. */
    public String day(Instant time) {
        return day.format(time);
    }

    /** A day of the calendar, without its year. */
    public String dayOfYear(LocalDate date) {
        return day(date.atStartOfDay(zone()).toInstant());
    }

    /** The day in the town with its year, for what lies further away. */
    public String date(Instant time) {
        return formatter(isGerman() ? "d. MMM yyyy" : "d MMM yyyy").format(time);
    }

    /** A day of the calendar. */
    public String date(LocalDate day) {
        return date(day.atStartOfDay(zone()).toInstant());
    }

    private String dayAndMinute(Instant time) {
        return day.format(time) + ", " + clock(minute, time);
    }

    /** The hour that autumn repeats is told apart by the name of its time. */
    private String clock(DateTimeFormatter format, Instant time) {
        var shown = format.format(time);
        var isTwice = zone.getRules()
                        .getValidOffsets(time.atZone(zone).toLocalDateTime())
                        .size()
                > 1;
        return isTwice ? "%s (%s)".formatted(shown, zoneName.format(time)) : shown;
    }

    private boolean isSameDay(Instant time, Instant other) {
        return time.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone);
    }

    private DecimalFormatSymbols symbols() {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        if (isGerman()) symbols.setGroupingSeparator(GROUP_SPACE);
        symbols.setMinusSign(MINUS);
        return symbols;
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(character -> character >= '1' && character <= '9');
    }
}
