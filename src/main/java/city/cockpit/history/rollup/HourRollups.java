package city.cockpit.history.rollup;

import city.cockpit.measurement.Kind;
import city.cockpit.measurement.NeighbourLimits;
import city.cockpit.measurement.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Adds up the readings of each hour of one series. The same readings come to the same rollups, bit by bit. See decision
 * record 0033.
 *
 * @param rollups of each step that has any readings or in which a state goes on, by its begin in microseconds
 * @param nowSuspect rows that are suspect and are not stored so
 * @param nowBelieved rows that are stored as suspect and are not so any more
 */
record HourRollups(NavigableMap<Long, Rollup> rollups, List<Integer> nowSuspect, List<Integer> nowBelieved) {

    static final long HOUR = 3_600_000_000L;

    /**
     * Hours that begin at or after {@code from} and before {@code to}, both full hours.
     *
     * @param rows of the series with its context before and after
     * @param before the last believed stand of a meter before the rows, NaN if there is none
     */
    static HourRollups of(Series series, Rows rows, Stand before, long from, long to) {
        return of(series, rows, before, from, to, HOUR);
    }

    /** The same in steps of another length, which need not divide an hour; the first begins at {@code from}. */
    static HourRollups of(Series series, Rows rows, Stand before, long from, long to, long step) {
        var limits = series.property().neighbours();
        var reach = Reach.of(series);
        var suspects = Neighbours.suspects(series, rows);
        var sums = new Sums(series.property().kind(), limits, reach, before, from, to, step);
        var nowSuspect = new ArrayList<Integer>();
        var nowBelieved = new ArrayList<Integer>();
        for (var row = 0; row < rows.size(); row++) {
            sums.add(rows.micros(row), rows.value(row), rows.isImplausible(row) || suspects[row]);
            if (rows.micros(row) < from || rows.micros(row) >= to || suspects[row] == rows.isSuspect(row)) continue;
            (suspects[row] ? nowSuspect : nowBelieved).add(row);
        }
        sums.end();
        return new HourRollups(sums.rollups(), nowSuspect, nowBelieved);
    }

    /** Where a meter stood, and when. */
    record Stand(long micros, double value) {
        static final Stand UNKNOWN = new Stand(0, Double.NaN);
    }

    /** Goes through the rows once, in the order of time. */
    private static final class Sums {

        private final Kind kind;
        private final NeighbourLimits limits;
        private final Reach reach;
        private final long from;
        private final long to;
        private final long step;
        private final TreeMap<Long, Sum> steps = new TreeMap<>();
        private boolean hasBefore;
        private long beforeAt;
        private double before;
        private Sum current = new Sum();
        private long currentStart = Long.MIN_VALUE;

        Sums(Kind kind, NeighbourLimits limits, Reach reach, Stand stand, long from, long to, long step) {
            this.kind = kind;
            this.limits = limits;
            this.reach = reach;
            this.from = from;
            this.to = to;
            this.step = step;
            hasBefore = kind == Kind.METER && !Double.isNaN(stand.value());
            beforeAt = stand.micros();
            before = stand.value();
        }

        void add(long at, double value, boolean isDoubtful) {
            if (isDoubtful) {
                var time = belongsTo(at);
                if (time >= from && time < to) sum(time).doubt(value);
                return;
            }
            // What a reading comes to is known when the next one is there; what was counted until it, at once.
            switch (kind) {
                case TALLY, METER -> addUntil(at, value);
                default -> {
                    if (hasBefore) addFrom(beforeAt, before, at - beforeAt);
                }
            }
            hasBefore = true;
            beforeAt = at;
            before = value;
        }

        void end() {
            if (hasBefore && kind != Kind.TALLY && kind != Kind.METER) addFrom(beforeAt, before, Long.MAX_VALUE);
        }

        /** What was counted until one o'clock is of the hour before. */
        private long belongsTo(long at) {
            return kind == Kind.TALLY || kind == Kind.METER ? at - 1 : at;
        }

        private void addUntil(long at, double value) {
            var time = at - 1;
            if (time < from || time >= to) return;
            var seconds = stood(hasBefore ? at - beforeAt : Long.MAX_VALUE) / 1e6;
            var sum = sum(time);
            sum.believe(value);
            if (kind == Kind.TALLY) {
                sum.seconds += seconds;
                sum.total += value;
            } else if (hasBefore) {
                var counted = difference(value, (at - beforeAt) / 60e6);
                if (!Double.isNaN(counted)) {
                    sum.seconds += seconds;
                    sum.total += counted;
                }
            }
        }

        /**
         * What a meter has counted: the difference. NaN where it stands lower than before, or has counted more than it can
         * in the time: it was reset, or another one hangs there now, and nobody knows what was counted meanwhile.
         */
        private double difference(double value, double minutes) {
            var counted = value - before;
            return counted >= 0 && counted <= limits.perMinute() * Math.max(1, minutes) ? counted : Double.NaN;
        }

        private void addFrom(long at, double value, long untilNext) {
            var held = stood(untilNext);
            if (kind == Kind.STATE) holdState(at, value, held);
            if (at < from || at >= to) return;
            var sum = sum(at);
            sum.believe(value);
            var seconds = held / 1e6;
            switch (kind) {
                case LEVEL, COUNT -> sum.total += value;
                case DECIBEL -> sum.total += Math.pow(10, value / 10) * seconds;
                case DIRECTION -> {
                    sum.total += Math.cos(Math.toRadians(value));
                    sum.sine += Math.sin(Math.toRadians(value));
                }
                case MAXIMUM, PERCENTILE, STATE, TALLY, METER -> {}
            }
            if (kind != Kind.STATE) sum.seconds += seconds;
        }

        /** A state goes on beyond the end of a step. */
        private void holdState(long at, double value, long held) {
            var time = Math.max(at, from);
            var end = Math.min(at + held, to);
            while (time < end) {
                var next = Math.min(end, startOf(time) + step);
                var sum = sum(time);
                var seconds = (next - time) / 1e6;
                sum.seconds += seconds;
                sum.total += value * seconds;
                time = next;
            }
        }

        private long stood(long untilNext) {
            return untilNext <= reach.stands() ? untilNext : reach.interval();
        }

        private long startOf(long time) {
            return time - Math.floorMod(time - from, step);
        }

        private Sum sum(long time) {
            var start = startOf(time);
            if (start != currentStart) {
                current = steps.computeIfAbsent(start, begin -> new Sum());
                currentStart = start;
            }
            return current;
        }

        NavigableMap<Long, Rollup> rollups() {
            var rollups = new TreeMap<Long, Rollup>();
            steps.forEach((start, sum) -> rollups.put(start, sum.rollup()));
            return rollups;
        }
    }

    private static final class Sum {

        private int count;
        private double seconds;
        private double total;
        private double sine;
        private double min = Double.NaN;
        private double max = Double.NaN;
        private double first = Double.NaN;
        private double last = Double.NaN;
        private int doubts;
        private double doubtMin = Double.NaN;
        private double doubtMax = Double.NaN;

        void believe(double value) {
            if (count == 0) {
                min = value;
                max = value;
                first = value;
            } else {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            last = value;
            count++;
        }

        void doubt(double value) {
            doubtMin = doubts == 0 ? value : Math.min(doubtMin, value);
            doubtMax = doubts == 0 ? value : Math.max(doubtMax, value);
            doubts++;
        }

        Rollup rollup() {
            return new Rollup(count, seconds, total, sine, min, max, first, last, doubts, doubtMin, doubtMax);
        }
    }
}
