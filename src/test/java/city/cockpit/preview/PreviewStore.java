package city.cockpit.preview;

import static java.util.stream.Collectors.toMap;

import city.cockpit.history.Appended;
import city.cockpit.history.Doubt;
import city.cockpit.history.Edition;
import city.cockpit.history.ReadingStore;
import city.cockpit.history.Step;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessResourceFailureException;

/** A past that is made up when asked for; may be told to be away. */
public final class PreviewStore implements ReadingStore {

    /** What the next question meets. */
    public enum Mood {
        PLAUSIBLE,
        EMPTY,
        AWAY,
        /** With values that nobody believes in two steps. */
        DOUBTFUL
    }

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
    public Map<SeriesId, List<Step>> course(Collection<Series> series, Interval span, Duration step) {
        questions.incrementAndGet();
        if (mood == Mood.AWAY) throw new DataAccessResourceFailureException("the database is away");
        if (mood == Mood.EMPTY) return Map.of();
        var courses = new TreeMap<SeriesId, List<Step>>();
        for (var one : series) courses.put(one.id(), steps(one, span, step.toSeconds()));
        return courses;
    }

    private static List<Step> steps(Series series, Interval span, long seconds) {
        var steps = new ArrayList<Step>();
        var first = span.from().getEpochSecond() / seconds * seconds;
        for (var start = first; start < span.to().getEpochSecond(); start += seconds) {
            if (start / seconds % 96 > 88) continue;
            var time = Instant.ofEpochSecond(start);
            var mean = PlausibleDay.value(series, time.plusSeconds(seconds / 2));
            steps.add(new Step(time, mean, mean - 1, mean + 1, 10));
        }
        return steps;
    }

    @Override
    public Appended append(List<Reading> readings) {
        throw new UnsupportedOperationException("this past is made up");
    }

    @Override
    public Map<SeriesId, Reading> newest(Collection<Series> series) {
        throw new UnsupportedOperationException("this past is made up");
    }

    @Override
    public Map<SeriesId, Reading> newestPlausible(Collection<Series> series) {
        throw new UnsupportedOperationException("this past is made up");
    }

    @Override
    public Map<SeriesId, List<Doubt>> doubts(Collection<Series> series, Interval span, Duration step) {
        if (mood != Mood.DOUBTFUL) return Map.of();
        var start = Instant.ofEpochSecond(span.to().getEpochSecond() / step.toSeconds() * step.toSeconds());
        var doubts = List.of(
                new Doubt(start.minus(step.multipliedBy(20)), 150, 150, 1),
                new Doubt(start.minus(step.multipliedBy(12)), 140, 160, 4));
        return series.stream().collect(toMap(Series::id, one -> doubts));
    }

    @Override
    public Map<SeriesId, List<Reading>> readings(Collection<Series> series, Interval span) {
        throw new UnsupportedOperationException("this past is made up");
    }

    @Override
    public Edition edition() {
        return Edition.PLAIN;
    }
}
