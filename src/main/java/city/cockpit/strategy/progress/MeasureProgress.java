package city.cockpit.strategy.progress;

import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Measure.Estimate;
import city.cockpit.strategy.plan.Measure.Milestone;
import city.cockpit.strategy.plan.Measure.Status;
import city.cockpit.strategy.progress.Reckoning.Input;
import city.cockpit.strategy.progress.Reckoning.Name;
import city.cockpit.strategy.progress.Reckoning.Rule;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far a measure is.
 *
 * @param share from 0 to 1; empty where nobody knows, and for discontinued measures
 * @param basis on which it is known
 */
public record MeasureProgress(
        Measure measure,
        OptionalDouble share,
        Basis basis,
        ScheduleProgress schedule,
        BudgetProgress budget,
        Reckoning reckoning) {

    /** The texts are {@code strategy.basis.NAME}. */
    public enum Basis {
        COMPLETED,
        MILESTONES,
        /** "Selbsteinschätzung": to be marked and hatched. */
        ESTIMATE,
        /** Nobody has confirmed it for more than a reporting period: to be shown in grey, it counts no more. */
        ESTIMATE_EXPIRED,
        IDEA,
        UNKNOWN,
        /** Out of the denominator, yet to be seen. */
        DISCONTINUED
    }

    /**
     * Of a measure on that day.
     *
     * @param reporting for how long an estimate is believed
     */
    public static MeasureProgress of(Measure measure, Period reporting, LocalDate today) {
        var basis = basis(measure, reporting, today);
        var share = share(measure, basis, today);
        return new MeasureProgress(
                measure,
                share,
                basis,
                ScheduleProgress.of(measure, today),
                BudgetProgress.of(measure, share),
                reckoning(measure, basis, reporting, today));
    }

    /** Whether it is among those whose mean is made: not given up, and somebody knows how far it is. */
    public boolean counts() {
        return share.isPresent();
    }

    private static Basis basis(Measure measure, Period reporting, LocalDate today) {
        return switch (measure.standing().status()) {
            case DISCONTINUED -> Basis.DISCONTINUED;
            case COMPLETED -> Basis.COMPLETED;
            case IDEA -> Basis.IDEA;
            case PLANNED, APPROVED, IN_PROGRESS, ON_HOLD -> {
                if (!measure.milestones().isEmpty()) yield Basis.MILESTONES;
                yield measure.estimate()
                        .map(one -> today.isAfter(goodUntil(one, reporting)) ? Basis.ESTIMATE_EXPIRED : Basis.ESTIMATE)
                        .orElse(measure.standing().status() == Status.PLANNED ? Basis.IDEA : Basis.UNKNOWN);
            }
        };
    }

    private static LocalDate goodUntil(Estimate estimate, Period reporting) {
        return estimate.on().plus(reporting);
    }

    private static OptionalDouble share(Measure measure, Basis basis, LocalDate today) {
        return switch (basis) {
            case COMPLETED -> OptionalDouble.of(1);
            case IDEA -> OptionalDouble.of(0);
            case MILESTONES ->
                OptionalDouble.of(Attainment.clamp(ScheduleProgress.doneWeight(measure, today) / weight(measure)));
            case ESTIMATE -> OptionalDouble.of(measure.estimate().orElseThrow().share());
            case ESTIMATE_EXPIRED, UNKNOWN, DISCONTINUED -> OptionalDouble.empty();
        };
    }

    private static double weight(Measure measure) {
        return measure.milestones().stream().mapToDouble(Milestone::weight).sum();
    }

    private static Reckoning reckoning(Measure measure, Basis basis, Period reporting, LocalDate today) {
        return switch (basis) {
            case COMPLETED -> new Reckoning(Rule.MEASURE_COMPLETED, List.of());
            case IDEA -> new Reckoning(Rule.MEASURE_IDEA, List.of());
            case UNKNOWN -> new Reckoning(Rule.MEASURE_UNKNOWN, List.of());
            case DISCONTINUED -> new Reckoning(Rule.MEASURE_DISCONTINUED, List.of());
            case MILESTONES ->
                new Reckoning(
                        Rule.MEASURE_MILESTONES,
                        List.of(
                                new Input.Amount(Name.WEIGHT_DONE, ScheduleProgress.doneWeight(measure, today), ""),
                                new Input.Amount(Name.WEIGHT_ALL, weight(measure), "")));
            case ESTIMATE -> estimate(Rule.MEASURE_ESTIMATE, measure.estimate().orElseThrow(), reporting);
            case ESTIMATE_EXPIRED ->
                estimate(Rule.MEASURE_ESTIMATE_EXPIRED, measure.estimate().orElseThrow(), reporting);
        };
    }

    private static Reckoning estimate(Rule rule, Estimate estimate, Period reporting) {
        return new Reckoning(
                rule,
                List.of(
                        new Input.Share(Name.ESTIMATE, estimate.share()),
                        new Input.Day(Name.ESTIMATED_ON, estimate.on()),
                        new Input.Day(Name.GOOD_UNTIL, goodUntil(estimate, reporting))));
    }
}
