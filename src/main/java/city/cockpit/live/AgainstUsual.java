package city.cockpit.live;

import city.cockpit.history.Usual;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.SeriesId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the last 60 minutes of a place were against what is usual there at this hour of the week.
 *
 * @param hour what the last hour came to, by the kind of the property
 */
public record AgainstUsual(SeriesId series, Kind kind, double hour, Usual usual) {

    /** What people notice as louder at once. */
    private static final double NOTICEABLE_DECIBELS = 5;

    /** Of a current value whose hour is known, and of which enough weeks are. */
    public static Optional<AgainstUsual> of(SeriesState state, Map<SeriesId, Usual> usual) {
        var hour = lastHour(state);
        var known = usual.get(state.series().id());
        if (hour.isEmpty() || known == null || !state.state().isCurrent()) return Optional.empty();
        return Optional.of(
                new AgainstUsual(state.series().id(), state.series().property().kind(), hour.getAsDouble(), known));
    }

    private static OptionalDouble lastHour(SeriesState state) {
        return switch (state.series().property().kind()) {
            case LEVEL, COUNT, DECIBEL, MAXIMUM -> state.hourMean();
            case TALLY -> state.hourSum();
            case METER, STATE, DIRECTION, PERCENTILE -> OptionalDouble.empty();
        };
    }

    /** In the unit of the property, above zero where the hour was more than usual. */
    public double difference() {
        return hour - usual.median();
    }

    /**
     * Whether a place is so loud that somebody should look: five decibels above the median and farther above the upper
     * quartile than the quartiles lie apart. A default of the cockpit and no norm. Of all other kinds nothing stands out:
     * their schemes judge them.
     */
    public boolean stands() {
        return kind == Kind.DECIBEL
                && difference() >= NOTICEABLE_DECIBELS
                && hour > 2 * usual.upperQuartile() - usual.lowerQuartile();
    }
}
