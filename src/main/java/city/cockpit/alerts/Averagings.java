package city.cockpit.alerts;

import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Threshold;
import city.cockpit.measurement.Threshold.Nature;
import city.cockpit.measurement.Thresholds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Over which times the values of a property may be judged. */
public final class Averagings {

    private static final Thresholds PUBLISHED = Thresholds.load();

    private static final Set<Nature> BINDING =
            Set.of(Nature.LIMIT, Nature.ALERT, Nature.INFORMATION, Nature.TARGET, Nature.GUIDELINE);

    private Averagings() {}

    /**
     * Those that make sense, the shortest first; none of directions. Where everything that is published about a property holds
     * for some minutes, an hour or more, nothing shorter is judged: it would be compared with what it is not.
     */
    public static List<Averaging> of(ObservedProperty property) {
        var shortest = published(property)
                .mapToInt(one -> fineness(one.measure().averaging()))
                .min()
                .orElse(0);
        return ofKind(property.kind())
                .filter(averaging -> fineness(averaging) >= shortest)
                .toList();
    }

    /** The moment, minutes, a quarter of an hour, or more. */
    private static int fineness(Averaging averaging) {
        return switch (averaging) {
            case INSTANT, THREE_SECONDS -> 0;
            case TEN_MINUTES -> 1;
            case FIFTEEN_MINUTES -> 2;
            case HOUR,
                    THREE_HOURS_EACH,
                    SIX_HOURS,
                    EIGHT_HOURS,
                    MOVING_DAY,
                    DAY,
                    DAY_6_22,
                    NIGHT_22_6,
                    PEAK_SEASON,
                    CALENDAR_YEAR -> 3;
        };
    }

    private static Stream<Averaging> ofKind(Kind kind) {
        return switch (kind) {
            case LEVEL, COUNT ->
                Stream.of(
                        Averaging.INSTANT,
                        Averaging.FIFTEEN_MINUTES,
                        Averaging.HOUR,
                        Averaging.THREE_HOURS_EACH,
                        Averaging.MOVING_DAY,
                        Averaging.DAY);
            // What is said of noise is said of means; a single loud moment has its maximum.
            case DECIBEL ->
                Stream.of(
                        Averaging.FIFTEEN_MINUTES,
                        Averaging.HOUR,
                        Averaging.THREE_HOURS_EACH,
                        Averaging.MOVING_DAY,
                        Averaging.DAY);
            case TALLY -> Stream.of(Averaging.FIFTEEN_MINUTES, Averaging.HOUR, Averaging.MOVING_DAY, Averaging.DAY);
            case METER -> Stream.of(Averaging.HOUR, Averaging.MOVING_DAY, Averaging.DAY);
            case MAXIMUM -> Stream.of(Averaging.INSTANT, Averaging.HOUR, Averaging.DAY);
            case PERCENTILE -> Stream.of(Averaging.INSTANT);
            case STATE -> Stream.of(Averaging.INSTANT, Averaging.HOUR, Averaging.DAY);
            case DIRECTION -> Stream.of();
        };
    }

    private static Stream<Threshold> published(ObservedProperty property) {
        return PUBLISHED.listThresholds().stream()
                .filter(one -> one.measure().metric().equals(property.key()))
                .filter(one -> BINDING.contains(one.nature()));
    }

    /** What is published with just this value, but for another averaging time, and so is not what the rule compares with. */
    public static Optional<Threshold> findMistaken(ObservedProperty property, double value, Averaging averaging) {
        var same = published(property)
                .filter(one -> Double.compare(one.value(), value) == 0)
                .toList();
        return same.stream().anyMatch(one -> one.measure().averaging() == averaging)
                ? Optional.empty()
                : same.stream().min(Comparator.comparing(Threshold::nature));
    }
}
