package city.cockpit.uikit;

import static java.util.stream.Collectors.joining;

import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.RunningMean;
import java.util.stream.Stream;

/** Says in one sentence what the line of one place shows, for those who cannot or do not want to read a chart. */
final class CourseSentence {

    private final Wording words;
    private final ObservedProperty property;

    CourseSentence(Wording words, ObservedProperty property) {
        this.words = words;
        this.property = property;
    }

    String of(Course.Line line) {
        return Stream.of(values(line), doubts(line), timing(line))
                .filter(text -> !text.isEmpty())
                .collect(joining("; "));
    }

    private String doubts(Course.Line line) {
        var readings = line.doubts().stream().mapToLong(Course.Doubt::readings).sum();
        if (readings == 0) return "";
        var lowest =
                line.doubts().stream().mapToDouble(Course.Doubt::lowest).min().orElseThrow();
        var highest =
                line.doubts().stream().mapToDouble(Course.Doubt::highest).max().orElseThrow();
        var values = lowest == highest
                ? quantity(lowest)
                : words.text("course.doubtful-values", words.formats().value(lowest, property), quantity(highest));
        return words.text("course.doubts", readings, values);
    }

    private String timing(Course.Line line) {
        return line.newest()
                .filter(reading -> reading.quality().has(Quality.TIMED_ON_ARRIVAL))
                .map(reading -> words.text("course.timed-on-arrival"))
                .orElse("");
    }

    private String values(Course.Line line) {
        if (line.points().isEmpty()) return line.newest().map(this::before).orElse(words.text("course.never"));
        return switch (property.kind()) {
            case LEVEL, COUNT, TALLY, DECIBEL ->
                words.text(
                        "course.range",
                        words.formats().value(lowest(line), property),
                        quantity(highest(line)),
                        quantity(mean(line)));
            case METER ->
                words.text(
                        "course.meter",
                        words.formats().value(lowest(line), property),
                        quantity(highest(line)),
                        quantity(highest(line) - lowest(line)));
            case DIRECTION, STATE, MAXIMUM, PERCENTILE ->
                words.text("course.last", quantity(line.points().getLast().mean()));
        };
    }

    private String before(Reading newest) {
        return words.text(
                "course.before", quantity(newest.value()), words.formats().dateTime(newest.phenomenonTime()));
    }

    private String quantity(double value) {
        return words.formats().quantity(value, property);
    }

    private static double lowest(Course.Line line) {
        return line.points().stream().mapToDouble(Course.Point::lowest).min().orElseThrow();
    }

    private static double highest(Course.Line line) {
        return line.points().stream().mapToDouble(Course.Point::highest).max().orElseThrow();
    }

    /** Of the steps, however many readings each has: a sensor that begins to report more often does not change the past. */
    private double mean(Course.Line line) {
        var mean = new RunningMean(property.kind());
        line.points().forEach(point -> mean.add(point.start(), point.mean()));
        return mean.mean().orElseThrow();
    }
}
