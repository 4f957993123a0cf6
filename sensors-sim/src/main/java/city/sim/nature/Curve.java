package city.sim.nature;

import java.util.ArrayList;
import java.util.List;

/** A day's course by hour, straight lines through corners, from 0 to 24. */
record Curve(List<Corner> corners) {

    record Corner(double hour, double level) {}

    Curve {
        corners = List.copyOf(corners);
        if (corners.size() < 2
                || corners.getFirst().hour() != 0
                || corners.getLast().hour() != 24) throw new IllegalArgumentException("a day runs from 0 to 24");
    }

    /** Pairs of hour and level, hours ascending from 0 to 24. */
    static Curve through(double... hoursAndLevels) {
        var corners = new ArrayList<Corner>();
        for (int i = 0; i < hoursAndLevels.length; i += 2)
            corners.add(new Corner(hoursAndLevels[i], hoursAndLevels[i + 1]));
        return new Curve(corners);
    }

    static Curve flat(double level) {
        return through(0, level, 24, level);
    }

    double at(double hour) {
        var left = corners.getFirst();
        for (var right : corners) {
            if (hour < right.hour())
                return left.level()
                        + (right.level() - left.level()) * (hour - left.hour()) / (right.hour() - left.hour());
            left = right;
        }
        return left.level();
    }
}
