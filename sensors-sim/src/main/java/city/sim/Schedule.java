package city.sim;

import city.sim.Stretches.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When a sensor reports: on a grid of its interval with a phase of its own, so that sensors of one interval do not all
 * speak at once. Whoever reports several times as often as it promises does so live; of what lies further back than
 * {@link #RECENT} only what it promised is made up for, and nothing further back than {@link #HISTORY}.
 *
 * @param interval from one live report to the next
 * @param rate how many live reports there are for each that is promised
 * @param phase of the first report of the grid, shorter than the interval
 */
record Schedule(Duration interval, int rate, Duration phase) {

    static final Duration HISTORY = Duration.ofDays(30);
    static final Duration RECENT = Duration.ofMinutes(70);

    Schedule {
        if (!interval.isPositive() || phase.isNegative() || phase.compareTo(interval) >= 0)
            throw new IllegalArgumentException("phase %s is not within interval %s".formatted(phase, interval));
    }

    /** The schedule of one of several sensors. */
    static Schedule of(Duration promised, int rate, int number, int sensors) {
        var interval = promised.dividedBy(rate);
        return new Schedule(interval, rate, interval.multipliedBy(number).dividedBy(sensors));
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

    /** The moments of a stretch that are promised, oldest first. */
    List<Instant> promised(Stretch stretch) {
        var promised = new ArrayList<Instant>();
        var grid = promise();
        for (var due = notAfter(stretch.after(), grid).plus(grid); !due.isAfter(stretch.until()); due = due.plus(grid))
            promised.add(due);
        return Collections.unmodifiableList(promised);
    }

    private Instant due(Instant until, Instant now) {
        var newest = notAfter(until, interval);
        return newest.isAfter(now.minus(RECENT)) ? newest : notAfter(until, promise());
    }

    /** A multiple of the interval, so that every report of the history is one of the grid. */
    private Duration promise() {
        return interval.multipliedBy(rate);
    }

    private Instant notAfter(Instant time, Duration grid) {
        var passed = Math.floorDiv(time.toEpochMilli() - phase.toMillis(), grid.toMillis());
        return Instant.ofEpochMilli(passed * grid.toMillis() + phase.toMillis());
    }
}
