package city.cockpit.explorer;

import static java.util.stream.Collectors.toMap;

import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.UsualValues;
import city.cockpit.history.UsualWeek;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Measure;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Threshold;
import city.cockpit.measurement.Thresholds;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads from history what a chart shows, and what it is compared with. Blocks. */
@Component
class CourseReader {

    /** As many as a wide screen has room for. */
    private static final int POINTS = 750;

    /** From here on people think in days. */
    private static final Duration LONG = Duration.ofDays(100);

    private final TimeSeriesStore history;
    private final UsualValues usual;
    private final Thresholds thresholds;
    private final InstantSource clock;

    CourseReader(TimeSeriesStore history, UsualValues usual, Thresholds thresholds, InstantSource clock) {
        this.history = history;
        this.usual = usual;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /**
     * The course of the states' series.
     *
     * @param states at least one
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Found read(Selection selection, List<SeriesState> states, Wording words) {
        var zone = words.formats().zone();
        var now = clock.instant();
        var span = selection.span().at(now, zone);
        var series = states.stream().map(SeriesState::series).toList();
        var data = history.read(new TimeSeriesQuery(series, span, points(span)));
        var resolution = data.getFirst().resolution();
        var back = selection.span().back(now, zone);
        var before = selection.comparison() == Comparison.BEFORE
                ? before(series, span, back, zone)
                : Map.<SeriesId, TimeSeries>of();
        var lines = new ArrayList<Course.Line>();
        for (var i = 0; i < states.size(); i++) {
            var one = series.get(i);
            lines.add(new Course.Line(
                    name(states.get(i), states, words),
                    data.get(i),
                    states.get(i).newest(),
                    Optional.ofNullable(before.get(one.id())),
                    selection.comparison() == Comparison.USUAL ? usual(one, span, resolution, zone) : List.of()));
        }
        return new Found(
                selection,
                new Course(
                        span,
                        resolution,
                        lines,
                        limits(series, resolution, span, words),
                        now.isBefore(span.to()) ? now : span.to()));
    }

    private static int points(Interval span) {
        var length = Duration.between(span.from(), span.to());
        if (length.compareTo(LONG) <= 0) return POINTS;
        return (int) Math.min(length.toDays() + 1, POINTS);
    }

    private static String name(SeriesState state, List<SeriesState> all, Wording words) {
        var property = state.series().property();
        return all.stream().allMatch(other -> other.series().property().equals(property))
                ? state.series().place()
                : words.text("explorer.name", state.series().place(), property.name(words.locale()));
    }

    private Map<SeriesId, TimeSeries> before(List<Series> series, Interval span, Period back, ZoneId zone) {
        var earlier = new Interval(moved(span.from(), back.negated(), zone), moved(span.to(), back.negated(), zone));
        return history.read(new TimeSeriesQuery(series, earlier, points(earlier))).stream()
                .collect(toMap(one -> one.series().id(), one -> moved(one, back, zone)));
    }

    /** By the clock of the town, so that eight o'clock meets eight o'clock. */
    private static Instant moved(Instant time, Period by, ZoneId zone) {
        return time.atZone(zone).plus(by).toInstant();
    }

    private static TimeSeries moved(TimeSeries data, Period by, ZoneId zone) {
        return new TimeSeries(
                data.series(),
                data.resolution(),
                data.points().stream()
                        .map(point -> new TimeSeries.Point(
                                moved(point.from(), by, zone),
                                moved(point.to(), by, zone),
                                point.value(),
                                point.min(),
                                point.max(),
                                point.count(),
                                point.coverage()))
                        .toList(),
                List.of(),
                data.isComplete());
    }

    /** Of hours only: nobody knows what is usual on a whole day. */
    private List<Course.Expected> usual(Series series, Interval span, Resolution resolution, ZoneId zone) {
        if (resolution.compareTo(Resolution.HOUR) > 0) return List.of();
        return hours(usual.week(series), span, zone);
    }

    private static List<Course.Expected> hours(UsualWeek week, Interval span, ZoneId zone) {
        var hours = new ArrayList<Course.Expected>();
        var hour = span.from().atZone(zone).truncatedTo(ChronoUnit.HOURS);
        for (; hour.toInstant().isBefore(span.to()); hour = hour.plusHours(1)) {
            var begin = hour.toInstant();
            var end = hour.plusHours(1).toInstant();
            week.at(begin)
                    .map(one -> new Course.Expected(begin, end, one.lowerQuartile(), one.median(), one.upperQuartile()))
                    .ifPresent(hours::add);
        }
        return hours;
    }

    /** Those that people know by name and whose averaging time is that of the steps; of one property only. */
    private List<Course.Limit> limits(List<Series> series, Resolution resolution, Interval span, Wording words) {
        var property = series.getFirst().property();
        if (series.stream().anyMatch(one -> !one.property().equals(property))) return List.of();
        var day = span.to().atZone(words.formats().zone()).toLocalDate();
        return averaging(resolution).stream()
                .map(averaging -> Measure.of(property, averaging))
                .flatMap(measure -> thresholds.listThresholds(measure, day).stream())
                .filter(threshold -> threshold.nature() != Threshold.Nature.REFERENCE)
                .filter(threshold -> !threshold.key().startsWith("it"))
                .map(threshold -> limit(threshold, property, words))
                .toList();
    }

    private static Course.Limit limit(Threshold threshold, ObservedProperty property, Wording words) {
        var origin = threshold.origin();
        return new Course.Limit(
                words.text(
                        "explorer.limit",
                        threshold.word(words.locale()),
                        origin.name(words.locale()),
                        origin.edition()),
                threshold.value(),
                property.unit());
    }

    private static Optional<Averaging> averaging(Resolution resolution) {
        return switch (resolution) {
            case READING -> Optional.of(Averaging.INSTANT);
            case TEN_MINUTES -> Optional.of(Averaging.TEN_MINUTES);
            case QUARTER_HOUR -> Optional.of(Averaging.FIFTEEN_MINUTES);
            case HOUR -> Optional.of(Averaging.HOUR);
            case DAY -> Optional.of(Averaging.DAY);
            case YEAR -> Optional.of(Averaging.CALENDAR_YEAR);
            default -> Optional.empty();
        };
    }

    /** The answer to a selection. */
    record Found(Selection selection, Course course) {}
}
