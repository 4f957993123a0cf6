package city.cockpit.registry;

import city.cockpit.measurement.Feed;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.PlausibleRange;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a sensor is to observe, and how its messages say it.
 *
 * @param interval time between two readings that the sensor promises, in whole seconds
 * @param capacity how many things there can be, e.g. spaces of a car park; empty where that means nothing
 * @param marks local marks of this place, ascending, in the unit of the property
 * @param plausibleLowest from which value on a reading is believed; empty where that of the property holds
 * @param plausibleHighest up to which; empty where that of the property holds
 * @param feed from which field, and how; empty where the field is called as the property is
 */
public record SeriesPlan(
        String propertyKey,
        Duration interval,
        OptionalInt capacity,
        List<Double> marks,
        OptionalDouble plausibleLowest,
        OptionalDouble plausibleHighest,
        Optional<Feed> feed) {

    public static final Duration SHORTEST = Duration.ofSeconds(1);
    public static final Duration LONGEST = Duration.ofDays(366);
    public static final int MOST_MARKS = 20;

    public SeriesPlan {
        marks = List.copyOf(marks);
        if (interval.compareTo(SHORTEST) < 0
                || interval.compareTo(LONGEST) > 0
                || !interval.truncatedTo(ChronoUnit.SECONDS).equals(interval))
            throw new IllegalArgumentException("interval of %s: %s".formatted(propertyKey, interval));
        if (capacity.isPresent() && capacity.getAsInt() < 0)
            throw new IllegalArgumentException("capacity of %s: %d".formatted(propertyKey, capacity.getAsInt()));
        if (marks.size() > MOST_MARKS || !isAscending(marks))
            throw new IllegalArgumentException("marks of %s do not ascend: %s".formatted(propertyKey, marks));
        if (!Double.isFinite(plausibleLowest.orElse(0)) || !Double.isFinite(plausibleHighest.orElse(0)))
            throw new IllegalArgumentException("plausible range of " + propertyKey);
    }

    /** A series about which there is nothing special to say. */
    public static SeriesPlan of(String propertyKey, Duration interval) {
        return new SeriesPlan(
                propertyKey,
                interval,
                OptionalInt.empty(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    /** Which values are believed; throws {@link IllegalArgumentException} if none would be. */
    public PlausibleRange plausible(ObservedProperty property) {
        return new PlausibleRange(
                plausibleLowest.orElse(property.plausible().lowest()),
                plausibleHighest.orElse(property.plausible().highest()));
    }

    private static boolean isAscending(List<Double> marks) {
        for (var i = 0; i < marks.size(); i++)
            if (!Double.isFinite(marks.get(i)) || (i > 0 && marks.get(i) < marks.get(i - 1))) return false;
        return true;
    }
}
