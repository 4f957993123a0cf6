package city.cockpit.preview;

import city.cockpit.history.Doubt;
import city.cockpit.history.Evidence;
import city.cockpit.history.EvidenceStore;
import city.cockpit.history.Level;
import city.cockpit.history.NumberSeal;
import city.cockpit.history.PastHour;
import city.cockpit.history.Resolution;
import city.cockpit.history.SoundDay;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.Usual;
import city.cockpit.history.UsualValues;
import city.cockpit.history.UsualWeek;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessResourceFailureException;

/** A past that is made up when asked for; may be told to be away. */
public final class PreviewStore implements TimeSeriesStore, UsualValues, EvidenceStore, NumberSeal {

    /** What the next question meets. */
    public enum Mood {
        PLAUSIBLE,
        EMPTY,
        AWAY,
        /** With values that nobody believes in two steps. */
        DOUBTFUL
    }

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Map<Reading.Key, Reading> readings = new ConcurrentHashMap<>();
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

    @Override
    public List<TimeSeries> read(List<Series> series, Interval span, Resolution resolution) {
        if (mood == Mood.AWAY) throw new DataAccessResourceFailureException("the database is away");
        return series.stream()
                .map(one -> new TimeSeries(
                        one,
                        resolution,
                        mood == Mood.EMPTY ? List.of() : points(one, span, resolution),
                        mood == Mood.DOUBTFUL ? doubts(span, resolution) : List.of(),
                        true))
                .toList();
    }

    /** What history knows of single readings from now on. */
    public void knows(Reading reading) {
        readings.put(reading.key(), reading);
    }

    @Override
    public Optional<Evidence> over(Series series, Interval span) {
        if (mood == Mood.AWAY) throw new DataAccessResourceFailureException("the database is away");
        if (mood == Mood.EMPTY) return Optional.empty();
        var mean = PlausibleDay.value(series, span.from());
        var point = new TimeSeries.Point(
                span.from(),
                span.to(),
                OptionalDouble.of(mean),
                OptionalDouble.of(mean - 1),
                OptionalDouble.of(mean + 1),
                58,
                0.966);
        return Optional.of(new Evidence(
                series,
                span,
                Optional.of(point),
                mood == Mood.DOUBTFUL ? new Evidence.LeftOut(1, 2, 0) : Evidence.LeftOut.NOTHING,
                0,
                Level.RAW,
                true));
    }

    @Override
    public Optional<Reading> reading(Series series, Instant at) {
        if (mood == Mood.AWAY) throw new DataAccessResourceFailureException("the database is away");
        return Optional.ofNullable(readings.get(new Reading.Key(series.id(), at)));
    }

    @Override
    public Map<SeriesId, Reading> believedAt(Collection<Series> series, Instant moment) {
        var newest = new HashMap<SeriesId, Reading>();
        readings.values().stream()
                .filter(reading -> series.stream().anyMatch(one -> one.id().equals(reading.series())))
                .filter(reading -> reading.quality().isPlausible()
                        && !reading.phenomenonTime().isAfter(moment))
                .forEach(reading -> newest.merge(
                        reading.series(),
                        reading,
                        (one, other) -> one.phenomenonTime().isAfter(other.phenomenonTime()) ? one : other));
        return newest;
    }

    @Override
    public String of(String text) {
        return Integer.toHexString(text.hashCode());
    }

    @Override
    public boolean fits(String text, String mark) {
        return of(text).equals(mark);
    }

    @Override
    public List<PastHour> past(Series series, Instant time) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(week -> new PastHour(
                        time.minus(Duration.ofDays(7L * week)).truncatedTo(ChronoUnit.HOURS), week, 1, week < 8))
                .toList();
    }

    @Override
    public Map<Instant, Usual> course(Series series, Interval span) {
        return Map.of();
    }

    @Override
    public Optional<Usual> of(List<PastHour> past) {
        return Optional.of(new Usual(2, 4, 6, 7));
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
