package city.cockpit.operations;

import city.cockpit.alerts.Condition;
import city.cockpit.alerts.Incident;
import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.Usual;
import city.cockpit.history.UsualValues;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads how the values went before, in and after an incident, with what they were judged by. Blocks. */
@Component
class IncidentFigures {

    /** More places than that nobody tells apart beside a list; the history has all of them. */
    private static final int MOST_PLACES = 3;

    private static final int POINTS = 300;

    private static final Duration LEAST_MARGIN = Duration.ofHours(1);
    private static final Duration MOST_MARGIN = Duration.ofDays(1);
    private static final Duration HOURS_BEFORE = Duration.ofHours(6);
    private static final Duration DAYS_BEFORE = Duration.ofDays(3);

    private final TimeSeriesStore history;
    private final UsualValues usual;
    private final InstantSource clock;

    IncidentFigures(TimeSeriesStore history, UsualValues usual, InstantSource clock) {
        this.history = history;
        this.usual = usual;
        this.clock = clock;
    }

    /**
     * In the steps over which the rule averages.
     *
     * @return empty of an incident whose series are not registered any more
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Optional<Course> read(Incident incident, Wording words) {
        var places = places(incident);
        if (places.isEmpty()) return Optional.empty();
        var now = clock.instant();
        var span = around(incident, now);
        var data = steps(incident)
                .map(step -> history.read(places, span, step))
                .orElseGet(() -> history.read(new TimeSeriesQuery(places, span, POINTS)));
        return Optional.of(new Course(
                span,
                data.getFirst().resolution(),
                data.stream().map(one -> line(one, incident, span)).toList(),
                limits(incident, places, words),
                now.isBefore(span.to()) ? now : span.to(),
                breach(incident, now)));
    }

    /** With as much before and after it as lets its begin and its end be seen. */
    static Interval around(Incident incident, Instant now) {
        var end = incident.endedAt().filter(incident.since()::isBefore).orElse(now);
        var half = Duration.between(incident.since(), end).dividedBy(2);
        var margin = Collections.max(List.of(least(incident), Collections.min(List.of(MOST_MARGIN, half))));
        var to = Collections.min(List.of(now, end.plus(margin)));
        var from = incident.since().minus(margin);
        return new Interval(from, to.isAfter(from) ? to : from.plus(LEAST_MARGIN));
    }

    private static Duration least(Incident incident) {
        var step = steps(incident).orElse(Resolution.READING);
        if (step.compareTo(Resolution.DAY) >= 0) return DAYS_BEFORE;
        return step.compareTo(Resolution.HOUR) >= 0 ? HOURS_BEFORE : LEAST_MARGIN;
    }

    /** One series of each device, all of the same property. */
    private static List<Series> places(Incident incident) {
        var property = incident.series().stream().map(Series::property).findFirst();
        return incident.series().stream()
                .filter(series -> Optional.of(series.property()).equals(property))
                .limit(MOST_PLACES)
                .toList();
    }

    /** Empty where single readings are judged, or are missing. */
    private static Optional<Resolution> steps(Incident incident) {
        return switch (incident.rule().condition()) {
            case Condition.Beyond beyond -> steps(beyond.averaging());
            case Condition.Unusual unusual -> Optional.of(Resolution.HOUR);
            case Condition.Changing changing -> Optional.empty();
            case Condition.Silent silent -> Optional.empty();
            case Condition.Doubtful doubtful -> Optional.empty();
        };
    }

    private static Optional<Resolution> steps(Averaging averaging) {
        return switch (averaging) {
            case FIFTEEN_MINUTES -> Optional.of(Resolution.QUARTER_HOUR);
            case HOUR, THREE_HOURS_EACH, MOVING_DAY -> Optional.of(Resolution.HOUR);
            case DAY -> Optional.of(Resolution.DAY);
            case INSTANT,
                    THREE_SECONDS,
                    TEN_MINUTES,
                    SIX_HOURS,
                    EIGHT_HOURS,
                    DAY_6_22,
                    NIGHT_22_6,
                    PEAK_SEASON,
                    CALENDAR_YEAR -> Optional.empty();
        };
    }

    private Course.Line line(TimeSeries data, Incident incident, Interval span) {
        var isUnusual = incident.rule().condition() instanceof Condition.Unusual;
        return new Course.Line(
                data.series().place(),
                data,
                Optional.empty(),
                Optional.empty(),
                isUnusual ? expected(usual.course(data.series(), span)) : List.of());
    }

    private static List<Course.Expected> expected(Map<Instant, Usual> hours) {
        return hours.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(hour -> new Course.Expected(
                        hour.getKey(),
                        hour.getKey().plus(Duration.ofHours(1)),
                        hour.getValue().lowerQuartile(),
                        hour.getValue().median(),
                        hour.getValue().upperQuartile()))
                .toList();
    }

    /** The bound of the rule, where it is the same at all of the places. */
    private static List<Course.Limit> limits(Incident incident, List<Series> places, Wording words) {
        if (!(incident.rule().condition() instanceof Condition.Beyond beyond)) return List.of();
        var bounds = places.stream()
                .flatMap(place -> beyond.bound().at(place).stream().boxed())
                .distinct()
                .toList();
        return bounds.size() != 1
                ? List.of()
                : List.of(new Course.Limit(
                        words.text("incident.limit"),
                        bounds.getFirst(),
                        places.getFirst().property().unit()));
    }

    private static Optional<Interval> breach(Incident incident, Instant now) {
        var end = incident.endedAt().orElse(now);
        return incident.since().isBefore(end) ? Optional.of(new Interval(incident.since(), end)) : Optional.empty();
    }
}
