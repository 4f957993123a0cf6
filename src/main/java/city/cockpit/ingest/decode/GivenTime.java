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

        private Written() {}

        /** A leap second is no time. */
        private static GivenTime parse(String text, ZoneId zone) {
            var parts = FORM.matcher(text);
            if (!parts.matches())
                return new Unknown(
                        RejectReason.MALFORMED_TIME, "not a date with its time of day: '%.100s'".formatted(text));
            try {
                return parse(parts, zone);
            } catch (DateTimeException e) {
                return new Unknown(RejectReason.MALFORMED_TIME, "no such date or time of day: '" + text + "'");
            }
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
