package city.cockpit.live;

import city.cockpit.measurement.AveragedValue;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Measure;
import city.cockpit.measurement.Scheme;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Thresholds;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges the current values of one series by the one scheme that may. */
final class Judge {

    static final String FREE_SHARE = "parking_free_share";
    private static final String PARKING_FREE = "parking_free";

    private final Optional<Scheme> scheme;
    private final Series series;

    private Judge(Optional<Scheme> scheme, Series series) {
        this.scheme = scheme;
        this.series = series;
    }

    /** By the marks of its place, of a car park by the share of free spaces, else by the scheme of its property. */
    static Judge of(Series series, Thresholds thresholds) {
        var property = series.property();
        if (!series.marks().isEmpty()) return new Judge(Optional.of(Scheme.ofMarks(property, series.marks())), series);
        if (property.key().equals(PARKING_FREE))
            return new Judge(
                    thresholds
                            .findLive(FREE_SHARE)
                            .filter(given -> series.capacity().orElse(0) > 0),
                    series);
        return new Judge(thresholds.findLive(property), series);
    }

    Optional<Assessment> assess(double newest, OptionalDouble hourMean, Optional<Assessment> before) {
        return scheme.flatMap(given ->
                value(given.measure(), newest, hourMean).flatMap(value -> Assessment.of(given, value, before)));
    }

    private Optional<AveragedValue> value(Measure measure, double newest, OptionalDouble hourMean) {
        if (measure.metric().equals(FREE_SHARE))
            return Optional.of(freeShare(measure, newest, series.capacity().orElseThrow()));
        if (measure.averaging() == Averaging.INSTANT)
            return Optional.of(AveragedValue.of(series.property(), Averaging.INSTANT, newest));
        if (measure.averaging() == Averaging.HOUR && hourMean.isPresent())
            return Optional.of(AveragedValue.of(series.property(), Averaging.HOUR, hourMean.getAsDouble()));
        return Optional.empty();
    }

    static AveragedValue freeShare(Measure measure, double free, int capacity) {
        return new AveragedValue(measure, 100 * free / capacity);
    }
}
