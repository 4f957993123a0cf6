package city.cockpit.technicians;

import city.cockpit.uikit.Wording;

/** Times between two readings in words. */
final class IntervalWords {

    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private IntervalWords() {}

    /** Of a number of seconds as text; the text itself if it is none. */
    static String of(Wording words, String seconds) {
        if (!seconds.matches("[1-9][0-9]{0,8}")) return seconds;
        var number = Long.parseLong(seconds);
        if (number % DAY == 0) return words.text("every.days", number / DAY);
        if (number % HOUR == 0) return words.text("every.hours", number / HOUR);
        return number % MINUTE == 0
                ? words.text("every.minutes", number / MINUTE)
                : words.text("every.seconds", number);
    }
}
