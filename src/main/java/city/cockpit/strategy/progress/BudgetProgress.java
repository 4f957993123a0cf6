package city.cockpit.strategy.progress;

import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Measure.BudgetLine;
import city.cockpit.strategy.progress.Reckoning.Input;
import city.cockpit.strategy.progress.Reckoning.Name;
import city.cockpit.strategy.progress.Reckoning.Rule;
import java.util.ArrayList;
import java.util.OptionalDouble;

/**
 * What a measure costs, in cents of a euro.
 *
 * @param absorption spent by planned; empty if nothing is planned
 * @param commitment committed by planned; empty if nothing is planned
 * @param costIndex what is reached for the money, progress times planned by spent: below 1 it is dearer than planned; empty
 *     if nothing is spent or nobody knows the progress
 * @param isOverspent more spent than planned
 */
public record BudgetProgress(
        long planned,
        long committed,
        long spent,
        OptionalDouble absorption,
        OptionalDouble commitment,
        OptionalDouble costIndex,
        boolean isOverspent,
        Reckoning reckoning) {

    static BudgetProgress of(Measure measure, OptionalDouble progress) {
        var planned = measure.budget().stream().mapToLong(BudgetLine::planned).sum();
        var committed =
                measure.budget().stream().mapToLong(BudgetLine::committed).sum();
        var spent = measure.budget().stream().mapToLong(BudgetLine::spent).sum();
        var inputs = new ArrayList<Input>();
        inputs.add(new Input.Money(Name.PLANNED, planned));
        inputs.add(new Input.Money(Name.COMMITTED, committed));
        inputs.add(new Input.Money(Name.SPENT, spent));
        progress.ifPresent(share -> inputs.add(new Input.Share(Name.PROGRESS, share)));
        return new BudgetProgress(
                planned,
                committed,
                spent,
                ratio((double) spent, (double) planned),
                ratio((double) committed, (double) planned),
                progress.isPresent() ? ratio(progress.getAsDouble() * planned, (double) spent) : OptionalDouble.empty(),
                spent > planned,
                new Reckoning(Rule.BUDGET, inputs));
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }
}
