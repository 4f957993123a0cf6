package city.cockpit.uikit;

import static java.util.stream.Collectors.joining;

import city.cockpit.history.Doubt;
import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.RunningMean;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Says in one sentence what one line of a course shows, for those who cannot or do not want to read a chart. Its numbers are
 * those of the table.
 */
final class CourseSentence {

    private final Wording words;
    private final Course course;
    private final Difference difference;

    CourseSentence(Wording words, Course course) {
        this.words = words;
        this.difference = new Difference(words);
        this.course = course;
    }

    String of(Course.Line line) {
        return Stream.of(values(line), doubts(line), timing(line))
                .filter(text -> !text.isEmpty())
                .collect(joining("; "));
    }

    private String values(Course.Line line) {
        if (line.points().stream().allMatch(point -> point.value().isEmpty()))
            return line.newest().map(newest -> before(newest, line)).orElse(words.text("course.never"));
        return switch (line.property().kind()) {
            case LEVEL, COUNT, DECIBEL -> mean(line) + "; " + highest(line) + "; " + lowest(line);
            case MAXIMUM -> covered(highest(line), line);
            case TALLY -> sum(line) + "; " + most(line);
            case METER -> course.resolution() == Resolution.READING ? counter(line) : consumption(line);
            case STATE ->
                course.resolution() == Resolution.READING
                        ? last(line)
                        : covered(words.text("course.share", words.formats().number(100 * share(line), 0)), line);
            case DIRECTION, PERCENTILE -> last(line);
        };
    }

    private String mean(Course.Line line) {
        var mean = mean(line.data());
        return covered(words.text("course.mean", quantity(mean, line)), line)
                + usual(line)
                        .map(usual -> ", " + difference.of(mean, usual, line.property(), "course.usual."))
                        .orElse("")
                + line.before()
                        .filter(earlier -> !earlier.points().isEmpty())
                        .map(earlier -> ", " + difference.of(mean, mean(earlier), line.property(), "course.before."))
                        .orElse("");
    }

    /** How much of the time a number stands for. */
    private String covered(String number, Course.Line line) {
        return words.text("course.with-coverage", number, words.formats().coverage(course.coverage(line)));
    }

    /** What is usual in the hours of the course; empty if it is known for less than most of them. */
    private Optional<Double> usual(Course.Line line) {
        if (line.usual().isEmpty()) return Optional.empty();
        var mean = new RunningMean(line.property().kind());
        var known = 0;
        for (var point : line.points()) {
            var hour = line.usual().stream()
                    .filter(one ->
                            !point.from().isBefore(one.from()) && point.from().isBefore(one.to()))
                    .findFirst();
            if (hour.isEmpty()) continue;
            known++;
            mean.add(point.from(), hour.get().median());
        }
        return known < 0.8 * line.points().size() || known == 0
                ? Optional.empty()
                : Optional.of(mean.mean().orElseThrow());
    }

    private String highest(Course.Line line) {
        return extreme(line, "course.highest", TimeSeries.Point::max, Comparator.naturalOrder());
    }

    private String lowest(Course.Line line) {
        return extreme(line, "course.lowest", TimeSeries.Point::min, Comparator.reverseOrder());
    }

    /** The step in which there was most. */
    private String most(Course.Line line) {
        return extreme(line, "course.most", TimeSeries.Point::value, Comparator.naturalOrder());
    }

    /** The first of several equal ones. */
    private String extreme(
            Course.Line line, String key, Function<TimeSeries.Point, OptionalDouble> figure, Comparator<Double> order) {
        var caughtUp = Set.copyOf(line.caughtUp());
        var found = line.points().stream()
                .filter(point -> figure.apply(point).isPresent() && !caughtUp.contains(point))
                .max(Comparator.<TimeSeries.Point, Double>comparing(
                                point -> figure.apply(point).getAsDouble(), order)
                        .thenComparing(TimeSeries.Point::from, Comparator.reverseOrder()))
                .orElseThrow();
        return words.text(key, quantity(figure.apply(found).getAsDouble(), line), time(found.from()));
    }

    private String time(Instant time) {
        var end = course.span().to().minusMillis(1);
        if (course.resolution().typical().toDays() >= 1)
            return words.text("course.on", words.formats().date(time));
        var zone = words.formats().zone();
        var isToday = time.atZone(zone).toLocalDate().equals(end.atZone(zone).toLocalDate());
        return words.text(
                isToday ? "course.at" : "course.on-at", words.formats().minute(time, end));
    }

    private String sum(Course.Line line) {
        var sum = line.points().stream()
                .flatMapToDouble(point -> point.value().stream())
                .sum();
        return covered(words.text("course.sum", quantity(sum, line)), line);
    }

    /** What was counted in gaps is part of the sum, but of no step's own time. */
    private String consumption(Course.Line line) {
        var caughtUp = line.caughtUp();
        if (caughtUp.isEmpty()) return sum(line) + "; " + most(line);
        var meanwhile = caughtUp.stream()
                .flatMapToDouble(point -> point.value().stream())
                .sum();
        var sum = sum(line) + ", " + words.text("course.caught-up", quantity(meanwhile, line));
        var isAllOfGaps = line.points().stream().allMatch(point -> point.value().isEmpty() || caughtUp.contains(point));
        return isAllOfGaps ? sum : sum + "; " + most(line);
    }

    private String counter(Course.Line line) {
        var first = line.points().getFirst().value().orElseThrow();
        var last = line.points().getLast().value().orElseThrow();
        return words.text("course.counter", words.formats().value(first, line.property()), quantity(last, line));
    }

    private static double share(Course.Line line) {
        return line.points().stream()
                .flatMapToDouble(point -> point.value().stream())
                .average()
                .orElseThrow();
    }

    private String last(Course.Line line) {
        return line.points().stream()
                .filter(point -> point.value().isPresent())
                .reduce((first, second) -> second)
                .map(point -> words.text("course.last", quantity(point.value().getAsDouble(), line)))
                .orElseThrow();
    }

    private String doubts(Course.Line line) {
        var doubts = line.data().doubts();
        var readings = doubts.stream().mapToLong(Doubt::readings).sum();
        if (readings == 0) return "";
        var lowest = doubts.stream().mapToDouble(Doubt::lowest).min().orElseThrow();
        var highest = doubts.stream().mapToDouble(Doubt::highest).max().orElseThrow();
        var values = lowest == highest
                ? quantity(lowest, line)
                : words.text(
                        "course.doubtful-values",
                        words.formats().value(lowest, line.property()),
                        quantity(highest, line));
        return words.text("course.doubts", readings, values);
    }

    private String timing(Course.Line line) {
        return line.newest()
                .filter(reading -> reading.quality().has(Quality.TIMED_ON_ARRIVAL))
                .map(reading -> words.text("course.timed-on-arrival"))
                .orElse("");
    }

    private String before(Reading newest, Course.Line line) {
        return words.text(
                "course.before", quantity(newest.value(), line), words.formats().dateTime(newest.phenomenonTime()));
    }

    private String quantity(double value, Course.Line line) {
        return words.formats().quantity(value, line.property());
    }

    /** Of the steps, however many readings each has: a sensor that begins to report more often does not change the past. */
    private static double mean(TimeSeries data) {
        var mean = new RunningMean(data.series().property().kind());
        for (var point : data.points()) point.value().ifPresent(value -> mean.add(point.from(), value));
        return mean.mean().orElseThrow();
    }
}
