package city.cockpit.strategy.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A digital strategy, whole: one version of it is one of these. What people may get wrong in it is found by {@link
 * PlanCheck}, not refused by the records.
 *
 * @param components all ten
 */
public record Strategy(
        About about,
        Municipality municipality,
        List<Component> components,
        List<FieldOfAction> fields,
        List<Goal> goals,
        List<Measure> measures,
        List<Indicator> indicators,
        List<Resolution> resolutions,
        Concepts concepts) {

    public Strategy {
        components = List.copyOf(components);
        fields = List.copyOf(fields);
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
        indicators = List.copyOf(indicators);
        resolutions = List.copyOf(resolutions);
    }

    /** What a town begins with: the usual fields of action, and nothing in them. */
    public static Strategy blank(String town) {
        return new Strategy(
                new About(
                        "",
                        "",
                        false,
                        About.Stage.PLANS,
                        Optional.empty(),
                        About.Scope.CROSS_SECTOR,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        ""),
                new Municipality(town, Municipality.Type.STADT, "", "", "", OptionalInt.empty(), Optional.empty(), ""),
                Component.none(),
                FieldOfAction.usual(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Concepts.NONE);
    }

    /** Fields of action, goals, measures, indicators, in this order. */
    public Stream<Item> items() {
        return Stream.of(fields, goals, measures, indicators).flatMap(List::stream);
    }

    public Optional<Item> findItem(ItemId id) {
        return items().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The part that an address names, whatever stands there. */
    public Optional<Item> findItem(String name) {
        return items().filter(item -> item.id().value().equals(name)).findFirst();
    }

    public List<Measure> measuresOf(FieldOfAction field) {
        return measures.stream()
                .filter(measure -> measure.fields().contains(field.id()))
                .toList();
    }

    public List<Goal> goalsOf(FieldOfAction field) {
        return goals.stream().filter(goal -> goal.field().equals(field.id())).toList();
    }

    public List<Measure> measuresFor(Goal goal) {
        return measures.stream()
                .filter(measure -> measure.goals().contains(goal.id()))
                .toList();
    }

    public List<Indicator> indicatorsOf(List<ItemId> ids) {
        return indicators.stream()
                .filter(indicator -> ids.contains(indicator.id()))
                .toList();
    }

    /** Without that item, and without what others say of it: a goal keeps its field of action all the same. */
    public Strategy without(ItemId id) {
        return new Strategy(
                about,
                municipality,
                components,
                rest(fields, id),
                rest(goals, id).stream()
                        .map(goal -> new Goal(
                                goal.id(),
                                goal.title(),
                                goal.visibility(),
                                goal.field(),
                                goal.parent().filter(parent -> !parent.equals(id)),
                                goal.deadline(),
                                goal.owner(),
                                others(goal.indicators(), id)))
                        .toList(),
                rest(measures, id).stream()
                        .map(measure -> measure.with(
                                others(measure.fields(), id),
                                others(measure.goals(), id),
                                others(measure.indicators(), id)))
                        .toList(),
                rest(indicators, id),
                resolutions,
                concepts);
    }

    private static <I extends Item> List<I> rest(List<I> items, ItemId id) {
        return items.stream().filter(item -> !item.id().equals(id)).toList();
    }

    private static List<ItemId> others(List<ItemId> ids, ItemId id) {
        return ids.stream().filter(one -> !one.equals(id)).toList();
    }

    /**
     * What that circle may see of it: no item that is closed to it and no trace of one, and for citizens neither partners
     * who did not agree to be named nor questions that are open inside the town hall.
     */
    public Strategy seenBy(Visibility circle) {
        if (circle == Visibility.INTERNAL) return this;
        var seen = items().filter(item -> item.visibility().isOpenTo(circle))
                .map(Item::id)
                .collect(Collectors.toCollection(HashSet::new));
        return new Strategy(
                about,
                municipality,
                components,
                fields.stream().filter(field -> seen.contains(field.id())).toList(),
                goals.stream()
                        .filter(goal -> seen.contains(goal.id()) && seen.contains(goal.field()))
                        .map(goal -> seen(goal, seen))
                        .toList(),
                measures.stream()
                        .filter(measure -> seen.contains(measure.id()))
                        .map(measure -> seen(measure, seen, circle))
                        .toList(),
                indicators.stream()
                        .filter(indicator -> seen.contains(indicator.id()))
                        .toList(),
                resolutions,
                concepts);
    }

    private static Goal seen(Goal goal, Set<ItemId> seen) {
        return new Goal(
                goal.id(),
                goal.title(),
                goal.visibility(),
                goal.field(),
                goal.parent().filter(seen::contains),
                goal.deadline(),
                goal.owner(),
                seen(goal.indicators(), seen));
    }

    private static Measure seen(Measure measure, Set<ItemId> seen, Visibility circle) {
        var isPublic = circle == Visibility.PUBLIC;
        return new Measure(
                measure.id(),
                measure.title(),
                measure.visibility(),
                measure.plainText(),
                measure.standing(),
                measure.schedule(),
                measure.weight(),
                measure.responsible(),
                measure.deputy(),
                seen(measure.fields(), seen),
                seen(measure.goals(), seen),
                seen(measure.indicators(), seen),
                measure.milestones(),
                measure.estimate().map(one -> isPublic ? new Measure.Estimate(one.share(), one.on(), "") : one),
                measure.budget(),
                measure.resources(),
                measure.partners().stream()
                        .filter(partner -> partner.listed() || !isPublic)
                        .toList(),
                isPublic ? "" : measure.decision(),
                measure.lessonsLearned(),
                measure.transferable());
    }

    private static List<ItemId> seen(List<ItemId> ids, Set<ItemId> seen) {
        return ids.stream().filter(seen::contains).toList();
    }
}
