package city.cockpit.strategy.plan;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure by which people see whether a goal is reached.
 *
 * @param definition what exactly is counted, in plain words
 * @param unit as it is shown; may be empty
 * @param decimals digits shown after the decimal point, 0 to 6
 * @param baseline where it started
 * @param target where it shall be, and by when; a figure without one is information, not a promise
 * @param formerTargets what was promised before, oldest first
 * @param waypoints how much shall be reached in between; without any, the same each day
 * @param binding the sensors that measure it
 * @param entries values that people entered, oldest first
 * @param comparisons what others have, to look at beside it; never a limit
 */
public record Indicator(
        ItemId id,
        String title,
        Visibility visibility,
        String definition,
        String unit,
        int decimals,
        Direction direction,
        Optional<Baseline> baseline,
        Optional<Target> target,
        List<FormerTarget> formerTargets,
        List<Waypoint> waypoints,
        Frequency frequency,
        Category category,
        Optional<Binding> binding,
        List<Entry> entries,
        List<Comparison> comparisons)
        implements Item {

    public Indicator {
        formerTargets = List.copyOf(formerTargets);
        waypoints = List.copyOf(waypoints);
        entries = List.copyOf(entries);
        comparisons = List.copyOf(comparisons);
    }

    /** With another target; what was promised before stays to be seen. */
    public Indicator withTarget(Target next, LocalDate on, String reason) {
        var former = new ArrayList<>(formerTargets);
        target.ifPresent(before -> former.add(new FormerTarget(before, on, reason)));
        return new Indicator(
                id,
                title,
                visibility,
                definition,
                unit,
                decimals,
                direction,
                baseline,
                Optional.of(next),
                former,
                waypoints,
                frequency,
                category,
                binding,
                entries,
                comparisons);
    }

    /** Which way is better. The texts are {@code strategy.direction.NAME}. */
    public enum Direction {
        LOWER,
        HIGHER,
        /** Between two values. */
        RANGE
    }

    public record Baseline(double value, LocalDate date) {}

    /**
     * Where a figure shall be, and by when.
     *
     * @param value to be reached; of a range its lower end
     * @param upTo upper end of a range, else empty
     * @param date by when
     * @param source who demands it, for example a directive
     */
    public record Target(double value, OptionalDouble upTo, LocalDate date, String source) {

        /** The upper end of a range, or the value itself. */
        public double upperEnd() {
            return upTo.orElse(value);
        }
    }

    public record FormerTarget(Target target, LocalDate replacedOn, String reason) {}

    /**
     * How much shall be reached in between.
     *
     * @param share of the way from baseline to target, 0 to 1
     */
    public record Waypoint(LocalDate date, double share) {}

    /** How often there is to be a value. The texts are {@code strategy.frequency.NAME}. */
    public enum Frequency {
        MONTHLY(Period.ofMonths(1), 30),
        QUARTERLY(Period.ofMonths(3), 91),
        YEARLY(Period.ofYears(1), 365);

        private final Period period;
        private final int days;

        Frequency(Period period, int days) {
            this.period = period;
            this.days = days;
        }

        public Period period() {
            return period;
        }

        public int days() {
            return days;
        }
    }

    /** From effort to effect. The texts are {@code strategy.category.NAME}. */
    public enum Category {
        INPUT,
        OUTPUT,
        OUTCOME,
        IMPACT
    }

    /**
     * A value that somebody entered or imported.
     *
     * @param from first day it is about
     * @param to last day it is about
     * @param estimated whether it is somebody's judgement, not a count
     * @param source where it comes from
     */
    public record Entry(LocalDate from, LocalDate to, double value, boolean estimated, String source) {}

    /** A figure of others, for example the mean of all schools. */
    public record Comparison(String title, double value, String source) {}
}
