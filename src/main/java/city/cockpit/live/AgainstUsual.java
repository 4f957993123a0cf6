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
 * @param newest the newest value
 */
public record AgainstUsual(SeriesId series, Kind kind, double hour, double newest, Usual usual) {

    /** What people notice as louder at once. */
    private static final double NOTICEABLE_DECIBELS = 5;

    private static final String POWER = "power";

    /** In kW: a building that needs less may well need nothing for a while. */
    private static final double LEAST_POWER = 0.5;

    /** Of a current value whose hour is known, and of which enough weeks are. */
    public static Optional<AgainstUsual> of(SeriesState state, Map<SeriesId, Usual> usual) {
        var hour = lastHour(state);
        var known = usual.get(state.series().id());
        var newest = state.newest();
        if (hour.isEmpty()
                || newest.isEmpty()
                || known == null
                || !state.state().isCurrent()) return Optional.empty();
        return Optional.of(new AgainstUsual(
                state.series().id(),
                state.series().property().kind(),
                hour.getAsDouble(),
                newest.get().value(),
                known));
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
     * Whether somebody should look, because it is so loud or there is no power. Of everything else nothing stands out: its
     * schemes judge it. A default of the cockpit and no norm.
     */
    public boolean stands() {
        return isLoud() || isWithoutPower();
    }

    /** A building that is without any power now, where even on a quiet day it never is at this hour. */
    public boolean isWithoutPower() {
        return series.propertyKey().equals(POWER) && newest == 0 && usual.lowerQuartile() >= LEAST_POWER;
    }

    /** Five decibels above the median, and farther above the upper quartile than the quartiles lie apart. */
    private boolean isLoud() {
        return kind == Kind.DECIBEL
                && difference() >= NOTICEABLE_DECIBELS
                && hour > 2 * usual.upperQuartile() - usual.lowerQuartile();
    }
}
