package city.cockpit.strategy.progress;

import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Indicator.Baseline;
import city.cockpit.strategy.plan.Indicator.Category;
import city.cockpit.strategy.plan.Indicator.Direction;
import city.cockpit.strategy.plan.Indicator.Frequency;
import city.cockpit.strategy.plan.Indicator.Target;
import city.cockpit.strategy.plan.Indicator.Waypoint;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Measure.BudgetLine;
import city.cockpit.strategy.plan.Measure.Estimate;
import city.cockpit.strategy.plan.Measure.Milestone;
import city.cockpit.strategy.plan.Measure.Schedule;
import city.cockpit.strategy.plan.Measure.Standing;
import city.cockpit.strategy.plan.Measure.Status;
import city.cockpit.strategy.plan.Visibility;
import city.cockpit.strategy.progress.IndicatorValue.Origin;
import city.cockpit.strategy.progress.IndicatorValue.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Small plans for tests, in few words. */
final class Plans {

    static final LocalDate START = LocalDate.of(2020, 1, 1);
    static final LocalDate END = LocalDate.of(2030, 1, 1);

    private Plans() {}

    /** From that value on 1 January 2020 to that one on 1 January 2030. */
    static Indicator indicator(Direction direction, double from, double to, Waypoint... waypoints) {
        return indicator(
                direction,
                Optional.of(new Baseline(from, START)),
                new Target(to, OptionalDouble.empty(), END, ""),
                waypoints);
    }

    static Indicator range(double low, double high) {
        return indicator(
                Direction.RANGE,
                Optional.of(new Baseline(0, START)),
                new Target(low, OptionalDouble.of(high), END, ""));
    }

    static Indicator withoutBaseline(Direction direction, double target) {
        return indicator(direction, Optional.empty(), new Target(target, OptionalDouble.empty(), END, ""));
    }

    private static Indicator indicator(
            Direction direction, Optional<Baseline> baseline, Target target, Waypoint... waypoints) {
        return new Indicator(
                new ItemId("kennzahl"),
                "Kennzahl",
                Visibility.PUBLIC,
                "",
                "",
                1,
                direction,
                baseline,
                Optional.of(target),
                List.of(),
                List.of(waypoints),
                Frequency.YEARLY,
                Category.IMPACT,
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Counted by somebody, for the year before that day. */
    static IndicatorValue value(double value, LocalDate until) {
        return value(value, until, State.FINAL);
    }

    static IndicatorValue value(double value, LocalDate until, State state) {
        return new IndicatorValue(
                until.minusYears(1),
                until,
                OptionalDouble.of(value),
                1,
                state,
                Origin.ENTERED,
                List.of(),
                false,
                Optional.empty(),
                0,
                "");
    }

    static Milestone milestone(double weight, String due, String done) {
        return new Milestone("Schritt", date(due), Optional.empty(), date(done), weight, "", "", "gesehen");
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    static Measure measure(Status status, double weight, Milestone... milestones) {
        return measure(status, weight, Optional.empty(), List.of(), milestones);
    }

    static Measure measure(
            Status status,
            double weight,
            Optional<Estimate> estimate,
            List<BudgetLine> budget,
            Milestone... milestones) {
        var idea = Measure.idea(new ItemId("massnahme"), "Maßnahme", new ItemId("energie"));
        return new Measure(
                idea.id(),
                idea.title(),
                Visibility.PUBLIC,
                "",
                new Standing(status, "weil"),
                Schedule.OPEN,
                weight,
                "",
                "",
                idea.fields(),
                List.of(),
                List.of(),
                List.of(milestones),
                estimate,
                budget,
                List.of(),
                List.of(),
                "",
                "",
                false);
    }
}
