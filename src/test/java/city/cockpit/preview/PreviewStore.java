package city.cockpit.preview;

import city.cockpit.history.Doubt;
import city.cockpit.history.Resolution;
import city.cockpit.history.SoundDay;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.Usual;
import city.cockpit.history.UsualValues;
import city.cockpit.history.UsualWeek;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessResourceFailureException;

/** A past that is made up when asked for; may be told to be away. */
public final class PreviewStore implements TimeSeriesStore, UsualValues {

    /** What the next question meets. */
    public enum Mood {
        PLAUSIBLE,
        EMPTY,
        AWAY,
        /** With values that nobody believes in two steps. */
        DOUBTFUL
    }

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private volatile Mood mood = Mood.PLAUSIBLE;

    private final AtomicInteger questions = new AtomicInteger();

    /** How often a course was asked for. */
    public int questions() {
        return questions.get();
    }

    public void be(Mood next) {
        mood = next;
    }

    @Override
    public List<TimeSeries> read(TimeSeriesQuery query) {
        questions.incrementAndGet();
        if (mood == Mood.AWAY) throw new DataAccessResourceFailureException("the database is away");
        var resolution = resolution(query);
        return query.series().stream()
                .map(series -> new TimeSeries(
                        series,
                        resolution,
                        mood == Mood.EMPTY ? List.of() : points(series, query.span(), resolution),
                        mood == Mood.DOUBTFUL ? doubts(query.span(), resolution) : List.of(),
                        true))
                .toList();
    }

    private static Resolution resolution(TimeSeriesQuery query) {
        var length = Duration.between(query.span().from(), query.span().to());
        return Arrays.stream(Resolution.values())
                .filter(one -> one.typical().isPositive())
                .filter(one -> one.typical().multipliedBy(query.points()).compareTo(length) >= 0)
                .findFirst()
                .orElse(Resolution.YEAR);
    }

    private static List<TimeSeries.Point> points(Series series, Interval span, Resolution resolution) {
        var points = new ArrayList<TimeSeries.Point>();
        var seconds = resolution.typical().toSeconds();
        for (var start = span.from().getEpochSecond() / seconds * seconds;
                start < span.to().getEpochSecond();
                start += seconds) {
            if (start / 900 % 96 > 88) continue;
            var time = Instant.ofEpochSecond(start);
            var mean = PlausibleDay.value(series, time.plusSeconds(seconds / 2));
            points.add(new TimeSeries.Point(
                    time,
                    time.plusSeconds(seconds),
                    OptionalDouble.of(mean),
                    OptionalDouble.of(mean - 1),
                    OptionalDouble.of(mean + 1),
                    10,
                    1));
        }
        return points;
    }

    private static List<Doubt> doubts(Interval span, Resolution resolution) {
        var seconds = resolution.typical().toSeconds();
        var start = Instant.ofEpochSecond(span.to().getEpochSecond() / seconds * seconds);
        return List.of(
                new Doubt(start.minusSeconds(20 * seconds), 150, 150, 1),
                new Doubt(start.minusSeconds(12 * seconds), 140, 160, 4));
    }

    @Override
    public List<SoundDay> soundDays(Series series, LocalDate from, LocalDate until) {
        throw new UnsupportedOperationException("this past is made up");
    }

    @Override
    public Optional<Usual> at(Series series, Instant time) {
        return week(series).at(time);
    }

    @Override
    public UsualWeek week(Series series) {
        var hours = new HashMap<UsualWeek.Hour, Usual>();
        for (var day : DayOfWeek.values())
            for (var hour = 0; hour < 24; hour++) {
                var median = 1.25 * PlausibleDay.value(series, Instant.ofEpochSecond(hour * 3_600L));
                hours.put(new UsualWeek.Hour(day, hour), new Usual(median * 0.9, median, median * 1.1, 6));
            }
        return new UsualWeek(BERLIN, hours);
    }
}
