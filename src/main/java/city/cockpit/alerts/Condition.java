package city.cockpit.alerts;

import city.cockpit.measurement.Averaging;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What must be so before somebody is told. Every distance is in the unit of the bound. See decision record 0055. */
public sealed interface Condition {

    /** No rule looks further back. */
    Duration LONGEST = Duration.ofDays(7);

    /**
     * Values of that averaging lie beyond a bound.
     *
     * @param averaging a value of the moment is never compared with what holds for a mean
     * @param lasting how long they must do so, from the begin of the first to the end of the last; zero for once
     * @param hysteresis how far a value must be back before it is over
     */
    record Beyond(Comparison comparison, Bound bound, Averaging averaging, Duration lasting, double hysteresis)
            implements Condition {

        /** What can be made of stored values. */
        public static final Set<Averaging> AVERAGINGS = Set.copyOf(EnumSet.of(
                Averaging.INSTANT,
                Averaging.FIFTEEN_MINUTES,
                Averaging.HOUR,
                Averaging.THREE_HOURS_EACH,
                Averaging.MOVING_DAY,
                Averaging.DAY));

        public Beyond {
            if (!AVERAGINGS.contains(averaging))
                throw new IllegalArgumentException("no rule averages over " + averaging);
            checkLasting(lasting);
            checkDistance(hysteresis);
        }
    }

    /**
     * The value of an hour lies beyond the middle half of what the same hour of the week had in the weeks before.
     *
     * @param margin how far beyond
     * @param hysteresis how far it must be back before it is over
     */
    record Unusual(Comparison comparison, double margin, Duration lasting, double hysteresis) implements Condition {

        public Unusual {
            checkLasting(lasting);
            checkDistance(margin);
            checkDistance(hysteresis);
        }
    }

    /**
     * Values of the moment rose or fell that much in that time.
     *
     * @param rising or else falling
     * @param by more than zero
     */
    record Changing(boolean rising, double by, Duration within) implements Condition {

        public Changing {
            checkDistance(by);
            checkLasting(within);
            if (by == 0 || within.isZero()) throw new IllegalArgumentException("nothing changes by nothing");
        }
    }

    /**
     * A device has told nothing for that many of its intervals, and at least for that time.
     *
     * @param intervals from 2
     */
    record Silent(int intervals, Duration atLeast) implements Condition {

        public Silent {
            if (intervals < 2 || intervals > 100) throw new IllegalArgumentException("intervals: " + intervals);
            checkLasting(atLeast);
        }

        /** From the last reading until somebody is told. */
        public Duration after(Duration interval) {
            var wait = interval.multipliedBy(intervals);
            return wait.compareTo(atLeast) < 0 ? atLeast : wait;
        }
    }

    /** So many of the readings of an hour, in per cent, are not believed. */
    record Doubtful(double percent) implements Condition {

        public Doubtful {
            if (!(percent > 0 && percent <= 100)) throw new IllegalArgumentException("not a share: " + percent);
        }
    }

    private static void checkLasting(Duration lasting) {
        if (lasting.isNegative() || lasting.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("not a time for a rule: " + lasting);
    }

    private static void checkDistance(double distance) {
        if (!(distance >= 0 && Double.isFinite(distance)))
            throw new IllegalArgumentException("not a distance: " + distance);
    }
}
