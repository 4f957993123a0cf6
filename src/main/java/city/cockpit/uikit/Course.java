package city.cockpit.uikit;

import city.cockpit.history.Doubt;
import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.RunningMean;
import city.cockpit.measurement.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How one or several series developed, ready to be drawn.
 *
 * @param span the time on the axis
 * @param resolution steps of all lines
 * @param lines one for each series
 * @param limits values to compare with whose averaging time is that of the steps
 * @param until what is over of the span; there can be no reading after it
 * @param breach when a rule was broken; empty where nobody asked
 */
public record Course(
        Interval span,
        Resolution resolution,
        List<Line> lines,
        List<Limit> limits,
        Instant until,
        Optional<Interval> breach) {

    public Course {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
        if (lines.isEmpty()) throw new IllegalArgumentException("a course of nothing");
    }

    /** A course of a span that is over, or ends now. */
    public Course(Interval span, Resolution resolution, List<Line> lines, List<Limit> limits) {
        this(span, resolution, lines, limits, span.to());
    }

    /** A course that is told for its own sake. */
    public Course(Interval span, Resolution resolution, List<Line> lines, List<Limit> limits, Instant until) {
        this(span, resolution, lines, limits, until, Optional.empty());
    }

    /** Whether the rule was broken in the step, or in a part of it. */
    boolean isBroken(TimeSeries.Point step) {
        return breach.filter(
                        time -> step.from().isBefore(time.to()) && step.to().isAfter(time.from()))
                .isPresent();
    }

    /** Part of the span, as far as it is over, for which there are believed readings of the line; 0 to 1. */
    public double coverage(Line line) {
        var whole = seconds(span.from(), until);
        if (whole <= 0) return 0;
        var covered = line.points().stream().mapToDouble(this::covered).sum();
        return Math.min(1, covered / whole);
    }

    /** Seconds of the step within the span. Of one that goes on, all that there is lies before now. */
    private double covered(TimeSeries.Point point) {
        var within = seconds(later(point.from(), span.from()), earlier(point.to(), until));
        if (within <= 0) return 0;
        return point.to().isAfter(until)
                ? Math.min(within, point.coverage() * seconds(point.from(), point.to()))
                : within * point.coverage();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    public boolean isEmpty() {
        return lines.stream()
                .allMatch(
                        line -> line.points().isEmpty() && line.data().doubts().isEmpty());
    }

    /** Whether all lines show the same property, so that places tell them apart. */
    boolean isOfOneProperty() {
        return lines.stream().map(Line::property).distinct().count() == 1;
    }

    /** The units of the lines, an axis for each, in the order of the lines. */
    public List<Unit> units() {
        return lines.stream().map(line -> line.property().unit()).distinct().toList();
    }

    /** The same with the given number of lines at most, those that reach highest, in their order. */
    Course busiest(int most) {
        var highest = lines.stream()
                .sorted(Comparator.comparingDouble(Line::peak).reversed())
                .limit(most)
                .toList();
        return new Course(
                span, resolution, lines.stream().filter(highest::contains).toList(), limits, until, breach);
    }

    /** The steps in which any line has values that nobody believes, oldest first. */
    List<Instant> doubtfulSteps() {
        return lines.stream()
                .flatMap(line -> line.data().doubts().stream())
                .map(Doubt::start)
                .distinct()
                .sorted()
                .toList();
    }

    /** How long the ground behind a doubtful step is. */
    Duration doubtfulLength() {
        return resolution == Resolution.READING ? lines.getFirst().interval() : resolution.typical();
    }

    /**
     * One series.
     *
     * @param name by which readers tell it from the others
     * @param data in the span
     * @param newest newest reading of all, also when it lies before the span
     * @param before what it is compared with, moved on to the times of the span; empty if nothing was wanted
     * @param usual what is usual, hour by hour; empty if nobody asked or too few weeks are known
     */
    public record Line(
            String name, TimeSeries data, Optional<Reading> newest, Optional<TimeSeries> before, List<Expected> usual) {

        public Line {
            usual = List.copyOf(usual);
        }

        /** A line that is compared with nothing. */
        public Line(String name, TimeSeries data, Optional<Reading> newest) {
            this(name, data, newest, Optional.empty(), List.of());
        }

        public ObservedProperty property() {
            return data.series().property();
        }

        public List<TimeSeries.Point> points() {
            return data.points();
        }

        /** Time between two readings that the sensor promises. */
        Duration interval() {
            return data.series().interval();
        }

        /** What is drawn without a break. */
        List<List<TimeSeries.Point>> stretches() {
            return stretches(data);
        }

        /** The parts of the comparison that are drawn without a break. */
        List<List<TimeSeries.Point>> stretchesBefore() {
            return before.map(this::stretches).orElse(List.of());
        }

        /**
         * The steps in which a meter is heard again after a gap. They hold what it has counted meanwhile, so they are no
         * measure of their own time: a chart leaves them out, and nothing is said to be most in them.
         */
        List<TimeSeries.Point> caughtUp() {
            return caughtUp(data);
        }

        private List<TimeSeries.Point> caughtUp(TimeSeries some) {
            if (property().kind() != Kind.METER || some.resolution() == Resolution.READING) return List.of();
            var points = some.points();
            return IntStream.range(1, points.size())
                    .filter(i -> points.get(i - 1).to().isBefore(points.get(i).from()))
                    .mapToObj(points::get)
                    .toList();
        }

        /**
         * A gap of more than two intervals of the sensor breaks the line, however short the steps are. A sensor that usually
         * reports less often than it promised is taken at what it does.
         */
        private List<List<TimeSeries.Point>> stretches(TimeSeries some) {
            var promised = interval().multipliedBy(2);
            var usual = distance(some.points()).multipliedBy(3).dividedBy(2);
            var reach = promised.compareTo(usual) < 0 ? usual : promised;
            var left = Set.copyOf(caughtUp(some));
            var stretches = new ArrayList<List<TimeSeries.Point>>();
            List<TimeSeries.Point> current = List.of();
            for (var point : some.points()) {
                if (left.contains(point)) continue;
                if (current.isEmpty() || isGap(current.getLast(), point, reach)) {
                    current = new ArrayList<>();
                    stretches.add(current);
                }
                current.add(point);
            }
            return stretches;
        }

        /** The median from one point to the next. */
        private static Duration distance(List<TimeSeries.Point> points) {
            return IntStream.range(1, points.size())
                    .mapToObj(i -> Duration.between(
                            points.get(i - 1).from(), points.get(i).from()))
                    .sorted()
                    .skip((points.size() - 1) / 2)
                    .findFirst()
                    .orElse(Duration.ZERO);
        }

        private static boolean isGap(TimeSeries.Point last, TimeSeries.Point next, Duration reach) {
            return last.to().isBefore(next.from()) && last.from().plus(reach).isBefore(next.from());
        }

        /**
         * The number that the sentence on this line names first: the mean of all steps, of maximum levels the highest, of
         * counts and meters the sum, of states the share of time, else the last one.
         */
        public OptionalDouble figure() {
            var values = points().stream().flatMapToDouble(point -> point.value().stream());
            return switch (property().kind()) {
                case LEVEL, COUNT, DECIBEL -> {
                    var mean = new RunningMean(property().kind());
                    for (var point : points()) point.value().ifPresent(value -> mean.add(point.from(), value));
                    yield mean.mean();
                }
                case MAXIMUM ->
                    points().stream()
                            .flatMapToDouble(point -> point.max().stream())
                            .max();
                case TALLY, METER -> points().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.sum());
                case STATE -> values.average();
                case DIRECTION, PERCENTILE -> values.reduce((first, last) -> last);
            };
        }

        private double peak() {
            return points().stream()
                    .flatMapToDouble(point -> point.value().stream())
                    .max()
                    .orElse(Double.NEGATIVE_INFINITY);
        }
    }

    /** What is usual in one hour, as quartiles. */
    public record Expected(Instant from, Instant to, double lower, double median, double upper) {}

    /**
     * A value to compare with.
     *
     * @param label what it is, with its norm and date
     * @param unit whose axis it stands on
     */
    public record Limit(String label, double value, Unit unit) {}
}
