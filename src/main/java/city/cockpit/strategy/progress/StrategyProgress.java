package city.cockpit.strategy.progress;

import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.progress.IndicatorValue.Origin;
import city.cockpit.strategy.progress.IndicatorValue.State;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How far everything in a strategy is on a day. Immutable. There is no overall score, on purpose: see decision record 0041.
 *
 * @param implementation of all measures that the town has decided on
 */
public record StrategyProgress(
        LocalDate today,
        Map<ItemId, IndicatorProgress> indicators,
        Map<ItemId, GoalProgress> goals,
        Map<ItemId, MeasureProgress> measures,
        Map<ItemId, FieldProgress> fields,
        FieldProgress implementation) {

    /** For how long an estimate is believed where nobody said how often there are reports. */
    private static final Period USUAL_REPORTING = Period.ofMonths(3);

    public StrategyProgress {
        indicators = Map.copyOf(indicators);
        goals = Map.copyOf(goals);
        measures = Map.copyOf(measures);
        fields = Map.copyOf(fields);
    }

    /**
     * Of a strategy on that day.
     *
     * @param measured values that the sensors gave for a binding
     */
    public static StrategyProgress of(
            Strategy strategy, Function<Binding, List<IndicatorValue>> measured, LocalDate today) {
        var reporting = strategy.concepts()
                .monitoring()
                .rhythm()
                .map(Indicator.Frequency::period)
                .orElse(USUAL_REPORTING);
        var indicators = byId(strategy.indicators(), one -> IndicatorProgress.of(one, values(one, measured), today));
        var measures = byId(strategy.measures(), one -> MeasureProgress.of(one, reporting, today));
        return new StrategyProgress(
                today,
                indicators,
                byId(strategy.goals(), goal -> GoalProgress.of(goal, of(goal.indicators(), indicators))),
                measures,
                byId(strategy.fields(), field -> FieldProgress.of(of(ids(strategy.measuresOf(field)), measures))),
                FieldProgress.implementation(measures.values()));
    }

    public IndicatorProgress of(Indicator indicator) {
        return Objects.requireNonNull(indicators.get(indicator.id()), indicator.title());
    }

    public GoalProgress of(Goal goal) {
        return Objects.requireNonNull(goals.get(goal.id()), goal.title());
    }

    public MeasureProgress of(Measure measure) {
        return Objects.requireNonNull(measures.get(measure.id()), measure.title());
    }

    public FieldProgress of(FieldOfAction field) {
        return Objects.requireNonNull(fields.get(field.id()), field.title());
    }

    private static <I extends Item, P> Map<ItemId, P> byId(List<I> items, Function<I, P> progress) {
        return items.stream().collect(toUnmodifiableMap(Item::id, progress));
    }

    private static List<ItemId> ids(List<? extends Item> items) {
        return items.stream().map(Item::id).toList();
    }

    private static <P> Collection<P> of(List<ItemId> ids, Map<ItemId, P> progress) {
        return ids.stream().map(progress::get).filter(Objects::nonNull).toList();
    }

    private static List<IndicatorValue> values(Indicator indicator, Function<Binding, List<IndicatorValue>> measured) {
        var values = new ArrayList<IndicatorValue>();
        indicator.entries().forEach(entry -> values.add(entered(entry)));
        indicator.binding().ifPresent(binding -> values.addAll(measured.apply(binding)));
        return values;
    }

    private static IndicatorValue entered(Indicator.Entry entry) {
        return new IndicatorValue(
                entry.from(),
                entry.to().plusDays(1),
                OptionalDouble.of(entry.value()),
                1,
                State.FINAL,
                entry.estimated() ? Origin.ESTIMATED : Origin.ENTERED,
                List.of(),
                false,
                Optional.empty(),
                0,
                entry.source());
    }
}
