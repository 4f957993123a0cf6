package city.cockpit.strategy;

import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.progress.FieldProgress;
import city.cockpit.strategy.progress.GoalProgress;
import city.cockpit.strategy.progress.IndicatorProgress;
import city.cockpit.strategy.progress.IndicatorValue;
import city.cockpit.strategy.progress.MeasureProgress;
import city.cockpit.strategy.progress.ScheduleProgress.Light;
import city.cockpit.strategy.progress.Status;
import city.cockpit.strategy.progress.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is published, for programs: the plan, and how far it is.
 *
 * @param licence address of the terms; empty if the town gave none, so that all rights remain with it
 */
record OpenStrategy(
        long version,
        Instant publishedAt,
        LocalDate asOf,
        String licence,
        Strategy strategy,
        List<OfIndicator> indicators,
        List<OfGoal> goals,
        List<OfMeasure> measures,
        List<OfField> fields,
        OptionalDouble implementation) {

    record OfIndicator(
            ItemId id,
            Status status,
            Why why,
            OptionalDouble attained,
            OptionalDouble expected,
            List<String> series,
            List<IndicatorValue> values) {}

    record OfGoal(ItemId id, Status worst, OptionalDouble mean) {}

    record OfMeasure(ItemId id, OptionalDouble share, MeasureProgress.Basis basis, Light schedule) {}

    record OfField(ItemId id, OptionalDouble share, long unknown, long discontinued) {}

    static OpenStrategy of(StrategyPicture picture, String licence) {
        var strategy = picture.strategy();
        var progress = picture.progress();
        return new OpenStrategy(
                picture.version(),
                picture.since(),
                progress.today(),
                licence,
                strategy,
                strategy.indicators().stream()
                        .map(one -> indicator(progress.of(one), picture))
                        .toList(),
                strategy.goals().stream().map(one -> goal(progress.of(one))).toList(),
                strategy.measures().stream()
                        .map(one -> measure(progress.of(one)))
                        .toList(),
                strategy.fields().stream()
                        .map(one -> field(one.id(), progress.of(one)))
                        .toList(),
                progress.implementation().share());
    }

    private static OfIndicator indicator(IndicatorProgress one, StrategyPicture picture) {
        var series = picture.feeds().getOrDefault(one.indicator().id(), List.of());
        return new OfIndicator(
                one.indicator().id(),
                one.status(),
                one.why(),
                one.attained(),
                one.expected(),
                series.stream().map(Object::toString).toList(),
                one.values());
    }

    private static OfGoal goal(GoalProgress one) {
        return new OfGoal(one.goal().id(), one.worst(), one.mean());
    }

    private static OfMeasure measure(MeasureProgress one) {
        return new OfMeasure(
                one.measure().id(), one.share(), one.basis(), one.schedule().light());
    }

    private static OfField field(ItemId id, FieldProgress one) {
        return new OfField(id, one.share(), one.unknown(), one.discontinued());
    }
}
