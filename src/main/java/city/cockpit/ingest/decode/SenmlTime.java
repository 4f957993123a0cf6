package city.cockpit.ingest.decode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Times of SenML (RFC 8428, section 4.5.3): seconds since 1970, or, below 2^28, from now. */
record SenmlTime(Instant instant, boolean relative) {

    private static final BigDecimal FIRST_ABSOLUTE = BigDecimal.valueOf(1L << 28);
    /** More than any calendar needs, little enough to calculate with; and less than any milliseconds since 1973. */
    private static final double MOST_SECONDS = 1e11;

    private static final int NANO_DIGITS = 9;

    /** Seconds as written, without the error of a binary fraction. */
    static Optional<BigDecimal> seconds(JsonNode node) {
        var value = Numbers.finite(node);
        if (value.isEmpty() || Math.abs(value.getAsDouble()) > MOST_SECONDS) return Optional.empty();
        return Optional.of(BigDecimal.valueOf(value.getAsDouble()));
    }

    static SenmlTime of(BigDecimal seconds, Instant now) {
        var relative = seconds.compareTo(FIRST_ABSOLUTE) < 0;
        return new SenmlTime(plusNanos(relative ? now : Instant.EPOCH, seconds.movePointRight(NANO_DIGITS)), relative);
    }

    /** That many nanoseconds later, parts of them left out. */
    static Instant plusNanos(Instant start, BigDecimal nanos) {
        var parts = nanos.setScale(0, RoundingMode.FLOOR)
                .toBigInteger()
                .divideAndRemainder(BigDecimal.TEN.pow(NANO_DIGITS).toBigInteger());
        return start.plusSeconds(parts[0].longValueExact()).plusNanos(parts[1].longValueExact());
    }
}
