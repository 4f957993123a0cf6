package city.cockpit.measurement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A half-open span of time: {@code from} belongs to it, {@code to} does not. */
public record Interval(Instant from, Instant to) {

    public Interval {
        if (!from.isBefore(to)) throw new IllegalArgumentException(from + " is not before " + to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** The span that ends now. */
    public static Interval last(Duration span, InstantSource clock) {
        var now = clock.instant();
        return new Interval(now.minus(span), now);
    }
}
