package city.cockpit.strategy;

import city.cockpit.strategy.plan.About;
import city.cockpit.strategy.plan.Component;
import city.cockpit.strategy.plan.Concepts;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Municipality;
import city.cockpit.strategy.plan.Resolution;
import city.cockpit.strategy.plan.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One change of a strategy. Two people who change different parts do not get into each other's way. */
public sealed interface Edit {

    /** Adds an item, or replaces the one with its id. */
    record Put(Item item) implements Edit {}

    /** Takes an item away, and with it what other items say of it. */
    record Remove(ItemId item) implements Edit {}

    record OfAbout(About about) implements Edit {}

    record OfMunicipality(Municipality municipality) implements Edit {}

    /** Of the ten only these. */
    record OfComponents(List<Component> components) implements Edit {
        public OfComponents {
            components = List.copyOf(components);
        }
    }

    record OfResolutions(List<Resolution> resolutions) implements Edit {
        public OfResolutions {
            resolutions = List.copyOf(resolutions);
        }
    }

    record OfConcepts(Concepts concepts) implements Edit {}

    /** Everything, as an import or the example brings it. */
    record Whole(Strategy strategy) implements Edit {}

    /** Takes back what changed from one version to a later one, and leaves everything else as it is. */
    record Back(Strategy before, Strategy after) implements Edit {}

    default Strategy applyTo(Strategy all) {
        return switch (this) {
            case Put(var item) -> put(all, item);
            case Remove(var id) -> all.without(id);
            case OfAbout(var about) ->
                of(all, about, all.municipality(), all.components(), all.resolutions(), all.concepts());
            case OfMunicipality(var municipality) ->
                of(all, all.about(), municipality, all.components(), all.resolutions(), all.concepts());
            case OfComponents(var components) ->
                of(
                        all,
                        all.about(),
                        all.municipality(),
                        put(all.components(), components),
                        all.resolutions(),
                        all.concepts());
            case OfResolutions(var resolutions) ->
                of(all, all.about(), all.municipality(), all.components(), resolutions, all.concepts());
            case OfConcepts(var concepts) ->
                of(all, all.about(), all.municipality(), all.components(), all.resolutions(), concepts);
            case Whole(var strategy) -> strategy;
            case Back(var before, var after) -> PlanParts.back(all, before, after);
        };
    }

    /** The part of a strategy that is changed: if it is another one by now, somebody else was quicker. */
    default Object part(Strategy all) {
        return switch (this) {
            case Put(var item) -> all.findItem(item.id());
            case Remove(var id) -> all.findItem(id);
            case OfAbout(var ignored) -> all.about();
            case OfMunicipality(var ignored) -> all.municipality();
            case OfComponents(var components) ->
                components.stream()
                        .map(component -> component(all, component.key()))
                        .toList();
            case OfResolutions(var ignored) -> all.resolutions();
            case OfConcepts(var ignored) -> all.concepts();
            case Whole(var ignored) -> all;
            case Back(var before, var after) ->
                PlanParts.changed(before, after).stream()
                        .map(key -> Optional.ofNullable(PlanParts.of(all).get(key)))
                        .toList();
        };
    }

    /** For the audit trail. */
    default String object(Strategy before) {
        return switch (this) {
            case Put(var item) -> item.title();
            case Remove(var id) -> before.findItem(id).map(Item::title).orElse(id.value());
            case OfComponents(var ignored) -> before.about().title();
            case OfAbout(var about) -> about.title();
            case OfMunicipality(var municipality) -> municipality.name();
            case OfResolutions(var ignored) -> before.about().title();
            case OfConcepts(var ignored) -> before.about().title();
            case Whole(var strategy) -> strategy.about().title();
            case Back(var former, var ignored) -> former.about().title();
        };
    }

    private static Strategy put(Strategy all, Item item) {
        return switch (item) {
            case FieldOfAction field ->
                with(all, put(all.fields(), field), all.goals(), all.measures(), all.indicators());
            case Goal goal -> with(all, all.fields(), put(all.goals(), goal), all.measures(), all.indicators());
            case Measure measure ->
                with(all, all.fields(), all.goals(), put(all.measures(), measure), all.indicators());
            case Indicator indicator ->
                with(all, all.fields(), all.goals(), all.measures(), put(all.indicators(), indicator));
        };
    }

    /** In the place of the one with its id, or at the end. */
    private static <I extends Item> List<I> put(List<I> items, I item) {
        var next = new ArrayList<>(items);
        for (var i = 0; i < next.size(); i++)
            if (next.get(i).id().equals(item.id())) {
                next.set(i, item);
                return next;
            }
        next.add(item);
        return next;
    }

    private static List<Component> put(List<Component> components, List<Component> changed) {
        return components.stream()
                .map(one -> changed.stream()
                        .filter(other -> other.key() == one.key())
                        .findFirst()
                        .orElse(one))
                .toList();
    }

    private static Component component(Strategy all, Component.Key key) {
        return all.components().stream()
                .filter(one -> one.key() == key)
                .findFirst()
                .orElseGet(() -> Component.none(key));
    }

    private static Strategy with(
            Strategy all,
            List<FieldOfAction> fields,
            List<Goal> goals,
            List<Measure> measures,
            List<Indicator> indicators) {
        return new Strategy(
                all.about(),
                all.municipality(),
                all.components(),
                fields,
                goals,
                measures,
                indicators,
                all.resolutions(),
                all.concepts());
    }

    private static Strategy of(
            Strategy all,
            About about,
            Municipality municipality,
            List<Component> components,
            List<Resolution> resolutions,
            Concepts concepts) {
        return new Strategy(
                about,
                municipality,
                components,
                all.fields(),
                all.goals(),
                all.measures(),
                all.indicators(),
                resolutions,
                concepts);
    }
}
