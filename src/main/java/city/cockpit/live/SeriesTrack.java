package city.cockpit.live;

import city.cockpit.history.Step;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.RunningMean;
import city.cockpit.measurement.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one series did in the last 24 hours, in bounded memory. Safe on any thread. */
final class SeriesTrack {

    static final Duration DAY = Duration.ofHours(24);
    static final Duration HOUR = Duration.ofHours(1);

    /** Multiplying durations is dear, and this is asked for with each reading. */
    private static final Duration TRAIL_BEFORE = Trail.STEP.multipliedBy(Trail.LENGTH - 1);

    /** Part of the promised readings that an hour needs before its mean stands for it. */
    private static final double COVERAGE = 0.75;

    private Series series;
    private Judge judge;
    private final LastHour lastHour;
    private final NavigableMap<Instant, RunningMean> quarters = new TreeMap<>();
    /** Where the reading before lies: with the next one, nearly always. */
    private @Nullable Instant latestQuarter;

    private @Nullable RunningMean latestOfQuarter;
    private @Nullable Reading newest;
    private @Nullable Reading newestImplausible;
    private @Nullable Instant offlineSince;
    private @Nullable SeriesState state;
    private Instant due = Instant.MIN;

    SeriesTrack(Series series, Judge judge) {
        this.series = series;
        this.judge = judge;
        this.lastHour = new LastHour(series.property().kind());
    }

    synchronized boolean isOf(Series one) {
        return series.equals(one);
    }

    /** Somebody has changed what is registered of the series. */
    synchronized void be(Series next, Judge other) {
        series = next;
        judge = other;
        due = Instant.MIN;
    }

    /** Takes over a stored reading, in any order of observation. */
    synchronized void add(Reading reading, Instant now) {
        var time = reading.phenomenonTime();
        if (newest != null && !time.isAfter(newest.phenomenonTime()) && time.isBefore(trailStart(now))) return;
        if (offlineSince != null && time.isAfter(offlineSince)) offlineSince = null;
        due = Instant.MIN;
        if (!reading.quality().isPlausible()) {
            if (isAfter(time, newestImplausible)) newestImplausible = reading;
            return;
        }
        if (isAfter(time, newest)) newest = reading;
        if (time.isAfter(hourStart(now))) lastHour.add(time, reading.value());
        var quarter = quarterOf(time);
        if (!quarter.isBefore(trailStart(now))) quarter(quarter).add(time, reading.value());
    }

    private static boolean isAfter(Instant time, @Nullable Reading reading) {
        return reading == null || time.isAfter(reading.phenomenonTime());
    }

    /** Takes over a reading that another node has stored; what is known here already counts once. */
    synchronized void hear(Reading reading, Instant now) {
        if (!lastHour.knows(reading.phenomenonTime())) add(reading, now);
    }

    /**
     * Takes over what history knows: at the start, and what other nodes have stored unheard. What is known here already
     * stays and counts once.
     *
     * @param newestKept newest reading that history holds, and before it the newest plausible one if it is not; none of them
     *     if there is none
     * @param hour the last hour second by second, asked after the newest
     * @param day the quarters of the last day
     */
    synchronized void catchUp(List<Reading> newestKept, List<Step> hour, List<Step> day, Instant now) {
        newestKept.forEach(this::takeNewest);
        var until = newestKept.isEmpty() ? Instant.MIN : newestKept.getLast().phenomenonTime();
        hour.forEach(second -> lastHour.fill(second, until));
        day.forEach(this::fill);
        forget(now);
        due = Instant.MIN;
    }

    private void takeNewest(Reading reading) {
        var time = reading.phenomenonTime();
        var isPlausible = reading.quality().isPlausible();
        if (!isAfter(time, isPlausible ? newest : newestImplausible)) return;
        if (offlineSince != null && time.isAfter(offlineSince)) offlineSince = null;
        if (isPlausible) newest = reading;
        else newestImplausible = reading;
    }

    /** The quarter is history's where that knows more of it. */
    private void fill(Step step) {
        if (quarter(step.start()).samples() >= step.samples()) return;
        quarters.remove(step.start());
        latestQuarter = null;
        quarter(step.start()).add(step.start(), step.mean(), step.samples());
    }

    synchronized void offline(Instant since) {
        offlineSince = since;
        due = Instant.MIN;
    }

    synchronized boolean isAway() {
        return offlineSince != null;
    }

    synchronized boolean isHeardAfter(Instant time) {
        return Stream.of(Optional.ofNullable(newest), Optional.ofNullable(newestImplausible))
                .flatMap(Optional::stream)
                .anyMatch(reading -> reading.phenomenonTime().isAfter(time));
    }

    synchronized void online() {
        offlineSince = null;
        due = Instant.MIN;
    }

    /** How the series stands now; the same object as before while nothing changed. */
    synchronized SeriesState at(Instant now) {
        var before = state;
        if (before != null && now.isBefore(due)) return before;
        forget(now);
        due = nextChange(now);
        var next = newState(now, trail(now));
        if (before != null && before.equals(next)) return before;
        state = next;
        return next;
    }

    /** The same without the line of the day, for who only wants what is said to linger. */
    synchronized SeriesState glance(Instant now) {
        forget(now);
        due = Instant.MIN;
        var next = newState(now, Trail.EMPTY);
        state = next;
        return next;
    }

    private SeriesState newState(Instant now, Trail trail) {
        var current = stateAt(now);
        var hourMean = hourMean();
        return new SeriesState(
                series,
                current,
                Optional.ofNullable(newest),
                doubt(),
                hourMean,
                hourSum(),
                assess(current, hourMean),
                trail);
    }

    private Optional<Reading> doubt() {
        return Optional.ofNullable(newestImplausible).filter(doubt -> isAfter(doubt.phenomenonTime(), newest));
    }

    /** Whoever sends nonsense is not silent. */
    private Instant lastHeard(Reading plausible) {
        return doubt().orElse(plausible).phenomenonTime();
    }

    private State stateAt(Instant now) {
        if (series.isInMaintenance()) return State.MAINTENANCE;
        if (newest == null) return doubt().isPresent() && isNonsenseNew(now) ? State.IMPLAUSIBLE : State.NO_DATA;
        if (offlineSince != null || Duration.between(lastHeard(newest), now).compareTo(offlineAfter()) >= 0)
            return State.OFFLINE;
        var age = Duration.between(newest.phenomenonTime(), now);
        if (age.compareTo(series.interval().multipliedBy(4)) >= 0)
            return isNonsenseNew(now) ? State.IMPLAUSIBLE : State.STALE;
        if (age.compareTo(series.interval().multipliedBy(2)) >= 0) return State.DELAYED;
        return State.LIVE;
    }

    /** Whether it goes on sending what nobody believes, and is not silent by now. */
    private boolean isNonsenseNew(Instant now) {
        return doubt().filter(doubt -> now.isBefore(
                        doubt.phenomenonTime().plus(series.interval().multipliedBy(4))))
                .isPresent();
    }

    /** A day, but for slow sensors never before they would be stale. */
    private Duration offlineAfter() {
        var four = series.interval().multipliedBy(4);
        return four.compareTo(DAY) > 0 ? four : DAY;
    }

    private Optional<Assessment> assess(State current, OptionalDouble hourMean) {
        if (newest == null || !current.isCurrent()) return Optional.empty();
        var before = Optional.ofNullable(state).flatMap(SeriesState::assessment);
        return judge.assess(newest.value(), hourMean, before);
    }

    private OptionalDouble hourMean() {
        if (isTally() || covered().toSeconds() < COVERAGE * HOUR.toSeconds()) return OptionalDouble.empty();
        return lastHour.mean();
    }

    /** A sum with a hole in it would look like a quiet hour. */
    private OptionalDouble hourSum() {
        if (!isTally() || series.interval().compareTo(HOUR) > 0 || covered().compareTo(HOUR) < 0)
            return OptionalDouble.empty();
        return lastHour.mean();
    }

    private Duration covered() {
        return series.interval().multipliedBy(lastHour.samples());
    }

    private boolean isTally() {
        return series.property().kind() == Kind.TALLY;
    }

    private Trail trail(Instant now) {
        var means = new ArrayList<OptionalDouble>(Trail.LENGTH);
        var start = trailStart(now);
        for (var time = start; means.size() < Trail.LENGTH; time = time.plus(Trail.STEP)) {
            var quarter = quarters.get(time);
            means.add(quarter == null ? OptionalDouble.empty() : quarter.mean());
        }
        return new Trail(start, means);
    }

    private void forget(Instant now) {
        lastHour.forget(hourStart(now));
        quarters.headMap(trailStart(now), false).clear();
        latestQuarter = null;
    }

    /**
     * Counts come once in a while, so their hour is the one before the newest: else each quarter would begin with a gap. A
     * count that was taken a moment late belongs where most of its interval lies.
     */
    private Instant hourStart(Instant now) {
        if (!isTally() || newest == null) return now.minus(HOUR);
        return newest.phenomenonTime().minus(HOUR).plus(series.interval().dividedBy(2));
    }

    /** The next moment at which the state changes although no reading arrives. */
    private Instant nextChange(Instant now) {
        var next = floor(now).plus(Trail.STEP);
        var oldest = lastHour.oldest();
        if (!isTally() && oldest.isPresent()) next = earlier(next, oldest.get().plus(HOUR));
        var nonsense = doubt().stream()
                .map(doubt -> doubt.phenomenonTime().plus(series.interval().multipliedBy(4)));
        return Stream.concat(nonsense, changesOfAge()).filter(now::isBefore).reduce(next, SeriesTrack::earlier);
    }

    private Stream<Instant> changesOfAge() {
        if (newest == null) return Stream.empty();
        var seen = newest.phenomenonTime();
        return Stream.of(
                seen.plus(series.interval().multipliedBy(2)),
                seen.plus(series.interval().multipliedBy(4)),
                lastHeard(newest).plus(offlineAfter()));
    }

    private RunningMean quarter(Instant start) {
        var latest = latestOfQuarter;
        if (latest != null && start.equals(latestQuarter)) return latest;
        var quarter = quarters.computeIfAbsent(
                start, begin -> new RunningMean(series.property().kind()));
        latestQuarter = start;
        latestOfQuarter = quarter;
        return quarter;
    }

    /** The quarter a reading belongs to: a count to the one that ends with it. */
    private Instant quarterOf(Instant time) {
        return floor(isTally() ? time.minus(1, ChronoUnit.MICROS) : time);
    }

    /** The trail ends with the quarter that is running. */
    static Instant trailStart(Instant now) {
        return floor(now).minus(TRAIL_BEFORE);
    }

    private static Instant floor(Instant time) {
        var seconds = Trail.STEP.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }
}
