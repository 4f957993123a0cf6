package city.sim;

import city.sim.Stretches.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When a sensor reports: on a grid of its interval with a phase of its own, so that sensors of one interval do not all
 * speak at once. Of what lies further back than {@link #RECENT} only each report on a grid of {@link #HISTORY_STEP} is
 * made up for, and nothing further back than {@link #HISTORY}.
 */
record Schedule(Duration interval, Duration phase) {

    static final Duration HISTORY = Duration.ofDays(30);
    static final Duration HISTORY_STEP = Duration.ofMinutes(15);
    static final Duration RECENT = Duration.ofMinutes(70);

    Schedule {
        if (!interval.isPositive() || phase.isNegative() || phase.compareTo(interval) >= 0)
            throw new IllegalArgumentException("phase %s is not within interval %s".formatted(phase, interval));
    }

    /** The schedule of one of several sensors. */
    static Schedule of(Duration interval, int number, int sensors) {
        return new Schedule(interval, interval.multipliedBy(number).dividedBy(sensors));
    }

    /** The newest moment to report that has come. */
    Instant latest(Instant now) {
        return notAfter(now, interval);
    }

    /** The moment to report after that. */
    Instant next(Instant last) {
        return notAfter(last, interval).plus(interval);
    }

    /** The moments of a stretch to make up for, newest first, at most so many. */
    List<Instant> missed(Stretch stretch, Instant now, int most) {
        var missed = new ArrayList<Instant>(most);
        var due = due(stretch.until(), now);
        while (due.isAfter(stretch.after()) && missed.size() < most) {
            missed.add(due);
            due = due(due.minusMillis(1), now);
        }
        return Collections.unmodifiableList(missed);
    }

    /** The moments of a stretch in steps of the history, oldest first; of a sensor that is slower than that, its own. */
    List<Instant> steps(Stretch stretch, Duration step) {
        var grid = multiple(step);
        var steps = new ArrayList<Instant>();
        for (var due = notAfter(stretch.after(), grid).plus(grid); !due.isAfter(stretch.until()); due = due.plus(grid))
            steps.add(due);
        return Collections.unmodifiableList(steps);
    }

    private Instant due(Instant until, Instant now) {
        var newest = notAfter(until, interval);
        return newest.isAfter(now.minus(RECENT)) ? newest : notAfter(until, multiple(HISTORY_STEP));
    }

    /** At least the step, but a multiple of the interval, so that every report of the history is one of the grid. */
    private Duration multiple(Duration step) {
        var intervals = Math.ceilDiv(step.toMillis(), interval.toMillis());
        return interval.multipliedBy(Math.max(1, intervals));
    }

    private Instant notAfter(Instant time, Duration grid) {
        var passed = Math.floorDiv(time.toEpochMilli() - phase.toMillis(), grid.toMillis());
        return Instant.ofEpochMilli(passed * grid.toMillis() + phase.toMillis());
    }
}
