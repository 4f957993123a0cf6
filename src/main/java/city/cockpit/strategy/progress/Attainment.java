package city.cockpit.strategy.progress;

import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Indicator.Baseline;
import city.cockpit.strategy.plan.Indicator.Direction;
import city.cockpit.strategy.plan.Indicator.Target;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/** How much of the way to a target is done, and how much should be. From 0 to 1. See decision record 0041. */
final class Attainment {

    private Attainment() {}

    static double clamp(double share) {
        return Math.clamp(share, 0, 1);
    }

    /** Share of the way from baseline to target that the value has come; empty where there is no way to compare with. */
    static OptionalDouble of(Indicator indicator, Target target, double value) {
        if (indicator.direction() == Direction.RANGE) return OptionalDouble.of(inRange(target, value));
        if (indicator.baseline().isEmpty()) return OptionalDouble.empty();
        var start = indicator.baseline().get().value();
        if (start == target.value()) return OptionalDouble.of(isMet(indicator.direction(), target, value) ? 1 : 0);
        return OptionalDouble.of(clamp((value - start) / (target.value() - start)));
    }

    /** 1 inside, 0 from one width of the range outside, and a straight line between. */
    private static double inRange(Target target, double value) {
        var width = target.upperEnd() - target.value();
        var outside = Math.max(target.value() - value, value - target.upperEnd());
        return clamp(1 - outside / width);
    }

    static boolean isMet(Direction direction, Target target, double value) {
        return switch (direction) {
            case LOWER -> value <= target.value();
            case HIGHER -> value >= target.value();
            case RANGE -> value >= target.value() && value <= target.upperEnd();
        };
    }

    /** Share that should be reached on that day: a straight line through baseline, way-points and target. */
    static OptionalDouble expected(Indicator indicator, Target target, LocalDate day) {
        if (indicator.baseline().isEmpty()) return OptionalDouble.empty();
        return OptionalDouble.of(expected(indicator, indicator.baseline().get(), target, day));
    }

    private static double expected(Indicator indicator, Baseline baseline, Target target, LocalDate day) {
        var from = baseline.date();
        var share = 0.0;
        for (var waypoint : indicator.waypoints()) {
            if (day.isBefore(waypoint.date())) return between(from, share, waypoint.date(), waypoint.share(), day);
            from = waypoint.date();
            share = waypoint.share();
        }
        return between(from, share, target.date(), 1, day);
    }

    private static double between(LocalDate from, double share, LocalDate to, double end, LocalDate day) {
        if (!from.isBefore(to)) return day.isBefore(to) ? share : end;
        var way = clamp((double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to));
        return share + way * (end - share);
    }
}
