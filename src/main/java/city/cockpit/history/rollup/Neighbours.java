package city.cockpit.history.rollup;

import city.cockpit.measurement.Kind;
import city.cockpit.measurement.NeighbourLimits;
import city.cockpit.measurement.Series;

/**
 * Finds readings that do not fit to their neighbours in time. What it says of a reading follows from the values around it
 * and from nothing else, least of all from the order in which they arrived. Implausible readings are nobody's neighbours.
 */
final class Neighbours {

    private static final double MINUTE = 60_000_000;

    private final Rows rows;
    private final NeighbourLimits limits;
    private final Reach reach;
    private final boolean[] suspect;

    private Neighbours(Rows rows, NeighbourLimits limits, Reach reach) {
        this.rows = rows;
        this.limits = limits;
        this.reach = reach;
        this.suspect = new boolean[rows.size()];
    }

    /**
     * Which rows are suspect. Of those nearer to either end than the context of the reach it may say too little.
     */
    static boolean[] suspects(Series series, Rows rows) {
        var test = new Neighbours(rows, series.property().neighbours(), Reach.of(series));
        // A meter that jumps is another one: what it shows is right, only the difference is none.
        if (series.property().kind() != Kind.METER && !test.limits.equals(NeighbourLimits.NONE)) test.run();
        return test.suspect;
    }

    private void run() {
        markSpikes();
        var flatLine = reach.flatLine();
        var runStart = -1;
        var before = -1;
        var unsuspicious = -1;
        for (var row = 0; row < suspect.length; row++) {
            if (rows.isImplausible(row)) continue;
            if (before < 0 || rows.value(row) != rows.value(before) || !isNear(before, row)) runStart = row;
            var isFlat = flatLine > 0 && rows.micros(row) - rows.micros(runStart) >= flatLine;
            var isSpike = suspect[row];
            if (isFlat || (!isSpike && isTooFast(unsuspicious, row))) suspect[row] = true;
            before = row;
            if (!isSpike) unsuspicious = row;
        }
    }

    private void markSpikes() {
        var before = -1;
        var row = -1;
        for (var after = 0; after < suspect.length; after++) {
            if (rows.isImplausible(after)) continue;
            if (before >= 0 && isNear(before, row) && isNear(row, after)) suspect[row] = isSpike(before, row, after);
            before = row;
            row = after;
        }
    }

    private boolean isSpike(int before, int row, int after) {
        var up = Math.min(rows.value(row) - rows.value(before), rows.value(row) - rows.value(after));
        var down = Math.min(rows.value(before) - rows.value(row), rows.value(after) - rows.value(row));
        return Math.max(up, down) > limits.spike();
    }

    private boolean isTooFast(int before, int row) {
        if (before < 0 || !isNear(before, row)) return false;
        // Two readings of one second may differ by the last digit of the sensor.
        var minutes = Math.max(1, (rows.micros(row) - rows.micros(before)) / MINUTE);
        return Math.abs(rows.value(row) - rows.value(before)) / minutes > limits.perMinute();
    }

    private boolean isNear(int before, int row) {
        return rows.micros(row) - rows.micros(before) <= reach.gap();
    }
}
