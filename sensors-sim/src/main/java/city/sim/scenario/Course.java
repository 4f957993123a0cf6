package city.sim.scenario;

import java.util.ArrayList;
import java.util.List;

/** How strong something is by minutes after the start: nothing before and after, straight lines through corners. */
record Course(List<Corner> corners) {

    record Corner(double minute, double level) {}

    Course {
        corners = List.copyOf(corners);
    }

    /** Pairs of minute and level, minutes ascending. */
    static Course through(double... minutesAndLevels) {
        var corners = new ArrayList<Corner>();
        for (int i = 0; i < minutesAndLevels.length; i += 2)
            corners.add(new Corner(minutesAndLevels[i], minutesAndLevels[i + 1]));
        return new Course(corners);
    }

    double at(double minute) {
        if (minute < corners.getFirst().minute() || minute >= corners.getLast().minute()) return 0;
        var left = corners.getFirst();
        for (var right : corners) {
            if (minute < right.minute())
                return left.level()
                        + (right.level() - left.level()) * (minute - left.minute()) / (right.minute() - left.minute());
            left = right;
        }
        return left.level();
    }
}
