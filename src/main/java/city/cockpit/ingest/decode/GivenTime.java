package city.cockpit.ingest.decode;

import city.cockpit.ingest.RejectReason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The time of the cockpit's own format, in one of four forms that cannot be mistaken for each other:
 *
 * <ul>
 *   <li>date and time with the offset from UTC (RFC 3339);
 *   <li>the same without an offset: a time of the zone that is agreed with the sender. Of the hour that autumn has twice it
 *       is the earlier one; one of the hour that spring leaves out is none;
 *   <li>a number below 100,000,000,000: seconds since 1970, until the year 5138;
 *   <li>a number from there on and below 100,000,000,000,000: milliseconds since 1970, from March 1973 on. No sensor has
 *       reason to tell of that time in the other form.
 * </ul>
 *
 * See decision record 0027.
 */
sealed interface GivenTime {

    /** A moment. */
    record Known(Instant time) implements GivenTime {}

    /** No moment. The detail may hold anything the message held. */
    record Unknown(RejectReason reason, String detail) implements GivenTime {}

    static GivenTime of(JsonNode given, ZoneId zone) {
        if (given.isString()) return Written.parse(given.stringValue(), zone);
        return given.isNumber()
                ? Counted.parse(given)
                : new Unknown(
                        RejectReason.MALFORMED_TIME, "the time is neither text nor number: %.100s".formatted(given));
    }

    /** Date and time of day, with seconds. */
    final class Written {

        private static final Pattern FORM = Pattern.compile(
                "(?<date>\\d{4}-\\d{2}-\\d{2})[Tt ](?<clock>\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?)(?<offset>[Zz]|[+-]\\d{2}:\\d{2})?");

        private static final String USUAL = "0000-00-00T00:00:00.000000000";
        private static final int SECONDS = "0000-00-00T00:00:00".length();

        private Written() {}

        /** A leap second is no time. */
        private static GivenTime parse(String text, ZoneId zone) {
            try {
                if (isUsual(text)) return new Known(usual(text));
                var parts = FORM.matcher(text);
                if (!parts.matches())
                    return new Unknown(
                            RejectReason.MALFORMED_TIME, "not a date with its time of day: '%.100s'".formatted(text));
                return parse(parts, zone);
            } catch (DateTimeException e) {
                return new Unknown(RejectReason.MALFORMED_TIME, "no such date or time of day: '" + text + "'");
            }
        }

        /** Nearly all sensors write so, and reading it digit by digit takes a tenth of the time: 2026-11-22T10:15:00.5Z. */
        private static boolean isUsual(String text) {
            var end = text.length() - 1;
            if (end < SECONDS || end == SECONDS + 1 || end > USUAL.length() || text.charAt(end) != 'Z') return false;
            for (var i = 0; i < end; i++) {
                var sign = text.charAt(i);
                if (USUAL.charAt(i) == '0' ? sign < '0' || sign > '9' : sign != USUAL.charAt(i)) return false;
            }
            return true;
        }

        private static Instant usual(String text) {
            var end = text.length() - 1;
            var nanos = 0;
            for (var i = SECONDS + 1; i < USUAL.length(); i++)
                nanos = 10 * nanos + (i < end ? text.charAt(i) - '0' : 0);
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            nanos)
                    .toInstant(ZoneOffset.UTC);
        }

        private static int number(String text, int begin, int end) {
            return Integer.parseInt(text, begin, end, 10);
        }

        private static GivenTime parse(Matcher parts, ZoneId zone) {
            var local = parts.group("date") + "T" + parts.group("clock");
            var offset = parts.group("offset");
            if (offset == null) return inZone(LocalDateTime.parse(local), zone);
            return new Known(OffsetDateTime.parse(local + offset.toUpperCase(Locale.ROOT))
                    .toInstant());
        }

        private static GivenTime inZone(LocalDateTime local, ZoneId zone) {
            var offsets = zone.getRules().getValidOffsets(local);
            if (offsets.isEmpty())
                return new Unknown(
                        RejectReason.SKIPPED_HOUR, "the clocks of %s went forward over %s".formatted(zone, local));
            return new Known(local.toInstant(earliest(offsets)));
        }

        /** The rules name the offset before the change first; with the clocks going back it is the earlier moment. */
        private static ZoneOffset earliest(List<ZoneOffset> offsets) {
            return offsets.getFirst();
        }
    }

    /** Seconds or milliseconds since 1970. */
    final class Counted {

        private static final BigDecimal FIRST_MILLISECONDS = new BigDecimal("1e11");
        private static final BigDecimal END = new BigDecimal("1e14");
        private static final int SECOND_DIGITS = 9;
        private static final int MILLISECOND_DIGITS = 6;

        private Counted() {}

        private static GivenTime parse(JsonNode given) {
            var value = Numbers.finite(given);
            if (value.isEmpty() || Math.abs(value.getAsDouble()) >= END.doubleValue())
                return new Unknown(
                        RejectReason.MALFORMED_TIME, "neither seconds nor milliseconds since 1970: " + given);
            var number = BigDecimal.valueOf(value.getAsDouble());
            var digits = number.compareTo(FIRST_MILLISECONDS) < 0 ? SECOND_DIGITS : MILLISECOND_DIGITS;
            return new Known(SenmlTime.plusNanos(Instant.EPOCH, number.movePointRight(digits)));
        }
    }
}
