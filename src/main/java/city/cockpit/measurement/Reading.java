package city.cockpit.measurement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One observed value of a series. Series and time together are its key.
 *
 * @param series what was observed, where
 * @param phenomenonTime when the value held, cut to microseconds because the database keeps no more
 * @param value finite, zero without a sign, in the unit of the series' observed property
 * @param quality what else is known about it
 */
public record Reading(SeriesId series, Instant phenomenonTime, double value, Quality quality) {

    public Reading {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("not a finite value: " + value);
        value = value + 0.0; // zero has no sign
        phenomenonTime = phenomenonTime.truncatedTo(ChronoUnit.MICROS);
    }

    /** Identity of the reading: a second one with the same key is a repeat or a conflict. */
    public Key key() {
        return new Key(series, phenomenonTime);
    }

    /** What a reading is told apart by. */
    public record Key(SeriesId series, Instant phenomenonTime) {}
}
