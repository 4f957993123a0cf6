package city.cockpit.uikit;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one observed property developed at several places, ready to be drawn.
 *
 * @param property what all lines show, so that they share one unit
 * @param span the time on the axis
 * @param step length of the steps in which values are averaged
 * @param lines one for each place
 */
public record Course(ObservedProperty property, Interval span, Duration step, List<Line> lines) {

    public Course {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.stream()
                .allMatch(line -> line.points().isEmpty() && line.doubts().isEmpty());
    }

    /** The same with the given number of lines at most, those that reach highest, in their order. */
    Course busiest(int most) {
        var highest = lines.stream()
                .sorted(Comparator.comparingDouble(Line::peak).reversed())
                .limit(most)
                .toList();
        return new Course(
                property, span, step, lines.stream().filter(highest::contains).toList());
    }

    /** The parts of a line that are drawn without a break: a gap of more than two intervals of the sensor breaks it. */
    List<List<Point>> stretches(Line line) {
        var reach = line.interval().multipliedBy(2);
        if (reach.compareTo(step) < 0) reach = step;
        var stretches = new ArrayList<List<Point>>();
        List<Point> current = List.of();
        for (var point : line.points()) {
            if (current.isEmpty() || current.getLast().start().plus(reach).isBefore(point.start())) {
                current = new ArrayList<>();
                stretches.add(current);
            }
            current.add(point);
        }
        return stretches;
    }

    /**
     * One place.
     *
     * @param name of the place
     * @param interval time between two readings that the sensor promises
     * @param points oldest first; steps without plausible readings are left out
     * @param doubts what was left out of the points as implausible, oldest first
     * @param newest newest reading of all, also when it lies before the span
     */
    public record Line(
            String name, Duration interval, List<Point> points, List<Doubt> doubts, Optional<Reading> newest) {

        public Line {
            points = List.copyOf(points);
            doubts = List.copyOf(doubts);
        }

        private double peak() {
            return points.stream().mapToDouble(Point::mean).max().orElse(Double.NEGATIVE_INFINITY);
        }
    }

    /** The steps in which any line has implausible values, oldest first. */
    List<Instant> doubtfulSteps() {
        return lines.stream()
                .flatMap(line -> line.doubts().stream())
                .map(Doubt::start)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The implausible readings of one step of a line.
     *
     * @param start begin of the step
     * @param lowest smallest of them
     * @param highest largest of them
     * @param readings how many there are, at least 1
     */
    public record Doubt(Instant start, double lowest, double highest, int readings) {}

    /**
     * One step of a line.
     *
     * @param start begin of the step
     * @param mean of its readings, by the kind of the property
     * @param lowest smallest reading
     * @param highest largest reading
     */
    public record Point(Instant start, double mean, double lowest, double highest) {}
}
