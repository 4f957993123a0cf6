package city.cockpit.onboarding;

import city.cockpit.measurement.Feed;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a technician wants to be observed.
 *
 * @param field JSON Pointer; empty for a message that is nothing but a number
 * @param property key
 * @param interval in seconds; empty for that of the sensor
 */
public record Wish(
        String field,
        String property,
        double scale,
        double offset,
        List<Double> missing,
        OptionalInt capacity,
        List<Double> marks,
        OptionalDouble lowest,
        OptionalDouble highest,
        OptionalInt interval) {

    public Wish {
        missing = List.copyOf(missing);
        marks = List.copyOf(marks);
    }

    public static Wish of(String property, Feed feed) {
        return new Wish(
                feed.field(),
                property,
                feed.scale(),
                feed.offset(),
                feed.missing().stream().sorted().toList(),
                OptionalInt.empty(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty());
    }

    static Wish of(Match match) {
        return of(match.property().key(), match.feed());
    }

    Feed feed() {
        return new Feed(field, scale, offset, Set.copyOf(missing));
    }

    /** Whether it is what holds where nothing is registered: the field that is called as the property is. */
    boolean isAsItIs() {
        return feed().equals(Feed.of("/" + property));
    }

    /** The same, fed in another way. */
    public Wish with(Feed feed) {
        return new Wish(
                feed.field(),
                property,
                feed.scale(),
                feed.offset(),
                feed.missing().stream().sorted().toList(),
                capacity,
                marks,
                lowest,
                highest,
                interval);
    }

    public Wish withRange(OptionalDouble from, OptionalDouble to) {
        return new Wish(field, property, scale, offset, missing, capacity, marks, from, to, interval);
    }

    public Wish withCapacity(OptionalInt places) {
        return new Wish(field, property, scale, offset, missing, places, marks, lowest, highest, interval);
    }

    public Wish withMarks(List<Double> local) {
        return new Wish(field, property, scale, offset, missing, capacity, local, lowest, highest, interval);
    }
}
