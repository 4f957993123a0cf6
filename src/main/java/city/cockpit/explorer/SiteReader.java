package city.cockpit.explorer;

import static java.util.stream.Collectors.toMap;

import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads from history what the page of a site tells. Blocks for three questions, however many series there are. */
@Component
class SiteReader {

    /** As many as a small chart has room for. */
    private static final int POINTS = 150;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final TimeSeriesStore history;
    private final InstantSource clock;

    SiteReader(TimeSeriesStore history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /**
     * @param states at least one
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    SitePast read(List<SeriesState> states, Wording words) {
        var series = states.stream().map(SeriesState::series).toList();
        return new SitePast(today(states, words), records(series));
    }

    private List<Course> today(List<SeriesState> states, Wording words) {
        var now = clock.instant();
        var zone = words.formats().zone();
        // Just after midnight the day before says more.
        var begin =
                now.minus(HOUR).atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var span = new Interval(begin, now);
        var series = states.stream().map(SeriesState::series).toList();
        var data = history.read(new TimeSeriesQuery(series, span, POINTS));
        var courses = new ArrayList<Course>();
        for (var i = 0; i < states.size(); i++) {
            var line = new Course.Line(
                    states.get(i).series().property().name(words.locale()),
                    data.get(i),
                    states.get(i).newest());
            courses.add(new Course(span, data.get(i).resolution(), List.of(line), List.of()));
        }
        return courses;
    }

    private List<SitePast.Completeness> records(List<Series> series) {
        var slow = series.stream().filter(SiteReader::isSlow).toList();
        var quick = series.stream().filter(one -> !isSlow(one)).toList();
        var found = new ArrayList<TimeSeries>();
        var end = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var month = new Interval(end.minus(DAY.multipliedBy(30)), end);
        if (!quick.isEmpty()) found.addAll(history.read(quick, month, Resolution.HOUR));
        if (!slow.isEmpty()) found.addAll(history.read(slow, month, Resolution.DAY));
        var byKey = found.stream().collect(toMap(one -> one.series().key(), one -> one));
        return series.stream()
                .flatMap(one -> Optional.ofNullable(byKey.get(one.key())).stream())
                .map(one -> record(one, end))
                .toList();
    }

    /** One whose hours need not have a reading. */
    private static boolean isSlow(Series series) {
        return series.interval().compareTo(HOUR) > 0;
    }

    private static SitePast.Completeness record(TimeSeries data, Instant end) {
        var week = new Interval(end.minus(DAY.multipliedBy(7)), end);
        return new SitePast.Completeness(
                data.series(),
                covered(data, new Interval(end.minus(DAY), end)),
                covered(data, week),
                covered(data, new Interval(end.minus(DAY.multipliedBy(30)), end)),
                gaps(data, week),
                data.isComplete());
    }

    /** Part of the span for which there are readings; a step that lies in it only in part counts with that part. */
    static double covered(TimeSeries data, Interval span) {
        var covered = 0.0;
        for (var point : data.points()) {
            var from = later(point.from(), span.from());
            var to = point.to().isBefore(span.to()) ? point.to() : span.to();
            if (from.isBefore(to))
                covered += point.coverage() * Duration.between(from, to).toMillis();
        }
        return Math.min(1, covered / span.length().toMillis());
    }

    /** Times in which no step has a believed reading, newest first. */
    static List<Interval> gaps(TimeSeries data, Interval span) {
        var gaps = new ArrayList<Interval>();
        var known = span.from();
        for (var point : data.points()) {
            if (!point.to().isAfter(span.from()) || point.coverage() == 0) continue;
            if (point.from().isAfter(known)) gaps.addFirst(new Interval(known, point.from()));
            known = later(known, point.to());
        }
        if (known.isBefore(span.to())) gaps.addFirst(new Interval(known, span.to()));
        return gaps;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
