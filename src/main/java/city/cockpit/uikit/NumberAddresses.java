package city.cockpit.uikit;

import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** The addresses of the numbers that pages show. */
public final class NumberAddresses {

    private NumberAddresses() {}

    /** Of the strong number on the tile of a series; empty while there is none. */
    public static Optional<NumberAddress> of(SeriesState state) {
        return state.newest().map(reading -> NumberAddress.reading(reading.series(), reading.phenomenonTime()));
    }

    /** Of the headline of a domain; empty while there is none. */
    public static Optional<NumberAddress> of(DomainState domain, CityPicture picture) {
        var newest = domain.leading().stream()
                .map(picture.series()::get)
                .filter(Objects::nonNull)
                .flatMap(state -> state.newest().stream())
                .map(Reading::phenomenonTime)
                .max(Comparator.naturalOrder());
        if (newest.isEmpty() || domain.leading().isEmpty()) return Optional.empty();
        return domain.value().map(headline -> switch (headline.over()) {
            case MOMENT ->
                domain.leading().size() == 1
                        ? NumberAddress.reading(domain.leading().getFirst(), newest.get())
                        : NumberAddress.sum(domain.leading(), newest.get());
            case HOUR_MEAN -> NumberAddress.over(domain.leading().getFirst(), lastHour(picture.at(), newest.get()));
            case HOUR_SUM -> NumberAddress.hourSum(domain.leading(), newest.get());
        });
    }

    /** The readings of the 60 minutes before the picture was taken, whole seconds, up to the newest one. */
    private static Interval lastHour(Instant at, Instant newest) {
        var begin =
                at.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        var end = newest.plus(1, ChronoUnit.MICROS);
        return new Interval(begin.isBefore(end) ? begin : end.minus(Duration.ofHours(1)), end);
    }

    /** The 60 minutes up to a reading of the series. */
    public static Interval hourUntil(Series series, Instant newest) {
        // A count that was taken a moment late belongs where most of its interval lies.
        if (series.property().kind() == Kind.TALLY)
            return new Interval(
                    newest.minus(Duration.ofHours(1)).plus(series.interval().dividedBy(2)), newest);
        return new Interval(
                newest.minus(Duration.ofHours(1)).plus(1, ChronoUnit.MICROS), newest.plus(1, ChronoUnit.MICROS));
    }

    /** Of one step of a course. Of one that goes on, what was there: else its number would be another one a minute later. */
    static NumberAddress of(Course course, Course.Line line, TimeSeries.Point point) {
        var id = line.data().series().id();
        if (course.resolution() != Resolution.READING) {
            var isOver = !point.to().isAfter(course.until()) || !point.from().isBefore(course.until());
            return NumberAddress.over(id, new Interval(point.from(), isOver ? point.to() : course.until()));
        }
        var at = line.property().kind() == Kind.TALLY ? point.to() : point.from();
        return NumberAddress.reading(id, at);
    }

    /** Of the sentence on a line of a course. */
    static NumberAddress of(Course course, Course.Line line) {
        var span = course.span();
        var end =
                course.until().isBefore(span.to()) && course.until().isAfter(span.from()) ? course.until() : span.to();
        return NumberAddress.course(line.data().series().id(), new Interval(span.from(), end), course.resolution());
    }
}
