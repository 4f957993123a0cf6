package city.cockpit.strategy.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One value of an indicator. Values are superseded by others, never overwritten.
 *
 * @param from first day it is about
 * @param until first day it is not about any more
 * @param value empty if nothing was measured
 * @param coverage part of the time that has passed for which there are values, 0 to 1
 * @param places what it is made of, place by place; empty for what people entered
 * @param isRolling whether it is of the 365 days before, instead of a calendar year
 * @param computedAt when it was computed; empty for what people entered
 * @param ruleVersion of the computation; 0 for what people entered
 * @param source where it comes from, for what people entered
 */
public record IndicatorValue(
        LocalDate from,
        LocalDate until,
        OptionalDouble value,
        double coverage,
        State state,
        Origin origin,
        List<PlaceValue> places,
        boolean isRolling,
        Optional<Instant> computedAt,
        int ruleVersion,
        String source) {

    public IndicatorValue {
        places = List.copyOf(places);
    }

    /** The last day it is about. */
    public LocalDate lastDay() {
        return until.minusDays(1);
    }

    /** The texts are {@code strategy.value-state.NAME}. */
    public enum State {
        /** Of a time that is not over, or of which not everything is known yet. */
        PROVISIONAL,
        FINAL,
        /** The time is over and there was too little of it. */
        INVALID
    }

    /** The texts are {@code strategy.origin.NAME}. */
    public enum Origin {
        MEASURED,
        ENTERED,
        /** "Selbsteinschätzung". */
        ESTIMATED
    }

    /**
     * What one place contributes.
     *
     * @param series the sensor's series, by name
     */
    public record PlaceValue(String series, String place, OptionalDouble value, double coverage) {}
}
