package city.cockpit.explorer;

import city.cockpit.history.Evidence;
import city.cockpit.history.PastHour;
import city.cockpit.history.Usual;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.uikit.Course;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Of what a number is made, as history knows it now. */
sealed interface Proof {

    /** The number; empty if it cannot be computed, or not any more. */
    OptionalDouble number();

    /** Whose unit and digits the number has. */
    Series series();

    /** A single reading, whether anybody believes it or not. */
    record OfReading(Series series, Optional<Reading> reading) implements Proof {

        @Override
        public OptionalDouble number() {
            return reading.map(one -> OptionalDouble.of(one.value())).orElse(OptionalDouble.empty());
        }
    }

    /** What the readings of a span come to; empty if they are not kept any more. */
    record OfSpan(Series series, Optional<Evidence> evidence) implements Proof {

        @Override
        public OptionalDouble number() {
            return evidence.flatMap(Evidence::number)
                    .map(point -> point.value())
                    .orElse(OptionalDouble.empty());
        }
    }

    /** The sentence on a course of one line. */
    record OfCourse(Series series, Course course) implements Proof {

        @Override
        public OptionalDouble number() {
            return course.lines().getFirst().figure();
        }
    }

    /** What is usual at an hour. */
    record OfUsual(Series series, Instant time, List<PastHour> past, Optional<Usual> usual) implements Proof {

        @Override
        public OptionalDouble number() {
            return usual.map(one -> OptionalDouble.of(one.median())).orElse(OptionalDouble.empty());
        }
    }

    /** The sum over several series, at least one. */
    record OfSum(List<Part> parts) implements Proof {

        @Override
        public OptionalDouble number() {
            var values = parts.stream().flatMapToDouble(part -> part.value().stream());
            return parts.stream().noneMatch(part -> part.value().isPresent())
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(values.sum());
        }

        @Override
        public Series series() {
            return parts.getFirst().series();
        }
    }

    /**
     * What one series adds to a sum.
     *
     * @param newest its newest believed reading
     * @param hour what it counted in the hour up to that; empty where the newest reading alone counts
     */
    record Part(Series series, Optional<Reading> newest, Optional<Evidence> hour) {

        OptionalDouble value() {
            if (hour.isPresent())
                return hour.get().number().map(point -> point.value()).orElse(OptionalDouble.empty());
            return newest.map(one -> OptionalDouble.of(one.value())).orElse(OptionalDouble.empty());
        }
    }
}
