package city.cockpit.explorer;

import city.cockpit.measurement.Interval;
import city.cockpit.uikit.NumberAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** What a chart has to show so that a reader finds a number in it. */
final class ProofSpan {

    private static final Duration LEAST = Duration.ofHours(12);

    private ProofSpan() {}

    /** The time of the number, or the hours around it if it is short; the last day if it is as good as now. */
    static Span around(NumberAddress number, ZoneId zone, Instant now) {
        if (Duration.between(number.to(), now).abs().compareTo(LEAST) < 0
                && Duration.between(number.from(), now).compareTo(Duration.ofDays(1)) <= 0)
            return new Span.Latest(Range.DAY);
        var length = Duration.between(number.from(), number.to());
        if (length.compareTo(LEAST) >= 0) return Span.of(new Interval(number.from(), number.to()), zone);
        return Span.of(new Interval(number.from().minus(LEAST), number.to().plus(LEAST)), zone);
    }
}
