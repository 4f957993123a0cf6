package city.cockpit.strategy.progress;

import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.progress.Reckoning.Input;
import city.cockpit.strategy.progress.Reckoning.Name;
import city.cockpit.strategy.progress.Reckoning.Rule;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a goal stands; both are to be shown.
 *
 * @param worst the worst status of its indicators; {@link Status#NO_DATA} without any
 * @param mean of what its indicators have attained; empty if none is known
 */
public record GoalProgress(Goal goal, Status worst, OptionalDouble mean, Reckoning reckoning) {

    /**
     * Of a goal.
     *
     * @param indicators those of the goal
     */
    public static GoalProgress of(Goal goal, Collection<IndicatorProgress> indicators) {
        var known = indicators.stream()
                .map(IndicatorProgress::attained)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        var worst = indicators.stream()
                .map(IndicatorProgress::status)
                .max(Comparator.naturalOrder())
                .orElse(Status.NO_DATA);
        var mean = Arrays.stream(known).average();
        return new GoalProgress(
                goal,
                worst,
                mean,
                new Reckoning(
                        Rule.GOAL,
                        List.of(
                                new Input.Count(Name.INDICATORS, indicators.size()),
                                new Input.Count(Name.INDICATORS_KNOWN, known.length))));
    }
}
