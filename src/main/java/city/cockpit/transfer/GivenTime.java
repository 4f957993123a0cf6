package city.cockpit.transfer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of a line, in one of forms that cannot be mistaken for each other: date and time after ISO 8601, with or without
 * seconds, fraction and offset; a German date with its time; seconds or milliseconds since 1970, told apart as in messages.
 * A date alone is the begin of that day, 24:00 the end of it. What names no offset is of the agreed zone; of the hour that
 * autumn has twice it is the earlier one. See decision records 0027 and 0037.
 */
sealed interface GivenTime {

    /** A moment. */
    record Known(Instant time) implements GivenTime {}

    /** No moment. */
    record Unknown(Refusal reason) implements GivenTime {}

    GivenTime MALFORMED = new Unknown(Refusal.MALFORMED_TIME);

    /** Reads times of one file; one thread. Lines that follow each other often have the same time. */
    final class Reader {

        private static final String CLOCK =
                "(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?)?";
        private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?:[Tt ]"
                + CLOCK + " ?(?<offset>[Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?");
        private static final Pattern GERMAN =
                Pattern.compile("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})(?:[ T,]{1,2}" + CLOCK
                        + "(?: Uhr)?(?<offset>)?)?");
        private static final Pattern COUNTED = Pattern.compile("(?<whole>\\d{1,14})(?:[.,](?<fraction>\\d{1,9}))?");
        private static final long FIRST_MILLISECONDS = 100_000_000_000L;

        private final ZoneId zone;
        private final Matcher iso = ISO.matcher("");
        private final Matcher german = GERMAN.matcher("");
        private final Matcher counted = COUNTED.matcher("");
        private String lastText = "";
        private GivenTime last = MALFORMED;

        Reader(ZoneId zone) {
            this.zone = zone;
        }

        GivenTime read(String text) {
            if (text.equals(lastText)) return last;
            last = parse(text.strip());
            lastText = text;
            return last;
        }

        /** Whether it is a date, not only a number that may count something else. */
        boolean isDate(String text) {
            var stripped = text.strip();
            return iso.reset(stripped).matches() || german.reset(stripped).matches();
        }

        private GivenTime parse(String text) {
            try {
                if (iso.reset(text).matches()) return written(iso);
                if (german.reset(text).matches()) return written(german);
                return counted.reset(text).matches() ? counted() : MALFORMED;
            } catch (DateTimeException e) {
                return MALFORMED;
            }
        }

        private GivenTime written(Matcher parts) {
            var date = LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day"));
            var hour = number(parts, "hour");
            var isEnd = hour == 24 && number(parts, "minute") == 0 && number(parts, "second") == 0;
            var clock = isEnd
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(
                            hour, number(parts, "minute"), number(parts, "second"), nanos(parts.group("fraction"), 9));
            var local = LocalDateTime.of(isEnd ? date.plusDays(1) : date, clock);
            var offset = parts.group("offset");
            if (offset != null && !offset.isEmpty())
                return new Known(local.toInstant(ZoneOffset.of(offset.toUpperCase(java.util.Locale.ROOT))));
            var offsets = zone.getRules().getValidOffsets(local);
            // The rules name the offset before the change first; with the clocks going back it is the earlier moment.
            return offsets.isEmpty()
                    ? new Unknown(Refusal.SKIPPED_HOUR)
                    : new Known(local.toInstant(offsets.getFirst()));
        }

        private GivenTime counted() {
            var whole = Long.parseLong(counted.group("whole"));
            var fraction = counted.group("fraction");
            return new Known(
                    whole < FIRST_MILLISECONDS
                            ? Instant.ofEpochSecond(whole, nanos(fraction, 9))
                            : Instant.ofEpochMilli(whole).plusNanos(nanos(fraction, 6)));
        }

        private static int number(Matcher parts, String group) {
            var digits = parts.group(group);
            return digits == null ? 0 : Integer.parseInt(digits);
        }

        /** @param places digits of the fraction that are whole nanoseconds */
        private static int nanos(@Nullable String fraction, int places) {
            if (fraction == null) return 0;
            var digits = fraction.length() > places ? fraction.substring(0, places) : fraction;
            return Integer.parseInt(digits + "0".repeat(places - digits.length()));
        }
    }
}
