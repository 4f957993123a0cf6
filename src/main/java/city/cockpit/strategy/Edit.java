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
import java.util.Objects;

/** One change of a strategy. Two people who change different parts do not get into each other's way. */
public sealed interface Edit {

    /** Adds an item, or replaces the one with its id. */
    record Put(Item item) implements Edit {}

    record Remove(ItemId item) implements Edit {}

    record OfAbout(About about) implements Edit {}

    record OfMunicipality(Municipality municipality) implements Edit {}

    record OfComponent(Component component) implements Edit {}

    record OfResolutions(List<Resolution> resolutions) implements Edit {
        public OfResolutions {
            resolutions = List.copyOf(resolutions);
        }
    }

    record OfConcepts(Concepts concepts) implements Edit {}

    /** Everything, as an import or the example brings it. */
    record Whole(Strategy strategy) implements Edit {}

    default Strategy applyTo(Strategy all) {
        return switch (this) {
            case Put(var item) -> put(all, item);
            case Remove(var id) ->
                with(
                        all,
                        without(all.fields(), id),
                        without(all.goals(), id),
                        without(all.measures(), id),
                        without(all.indicators(), id));
            case OfAbout(var about) ->
                of(all, about, all.municipality(), all.components(), all.resolutions(), all.concepts());
            case OfMunicipality(var municipality) ->
                of(all, all.about(), municipality, all.components(), all.resolutions(), all.concepts());
            case OfComponent(var component) ->
                of(
                        all,
                        all.about(),
                        all.municipality(),
                        put(all.components(), component),
                        all.resolutions(),
                        all.concepts());
            case OfResolutions(var resolutions) ->
                of(all, all.about(), all.municipality(), all.components(), resolutions, all.concepts());
            case OfConcepts(var concepts) ->
                of(all, all.about(), all.municipality(), all.components(), all.resolutions(), concepts);
            case Whole(var strategy) -> strategy;
        };
    }

    /** The part of a strategy that is changed: if it is another one by now, somebody else was quicker. */
    default Object part(Strategy all) {
        return switch (this) {
            case Put(var item) -> all.findItem(item.id());
            case Remove(var id) -> all.findItem(id);
            case OfAbout(var ignored) -> all.about();
            case OfMunicipality(var ignored) -> all.municipality();
            case OfComponent(var component) ->
                all.components().stream()
                        .filter(one -> one.key() == component.key())
                        .toList();
            case OfResolutions(var ignored) -> all.resolutions();
            case OfConcepts(var ignored) -> all.concepts();
            case Whole(var ignored) -> all;
        };
    }

    /** For the audit trail. */
    default String object(Strategy before) {
        return switch (this) {
            case Put(var item) -> item.title();
            case Remove(var id) -> before.findItem(id).map(Item::title).orElse(id.value());
            case OfComponent(var component) -> component.key().name();
            case OfAbout(var about) -> about.title();
            case OfMunicipality(var municipality) -> municipality.name();
            case OfResolutions(var ignored) -> before.about().title();
            case OfConcepts(var ignored) -> before.about().title();
            case Whole(var strategy) -> strategy.about().title();
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

    private static List<Component> put(List<Component> components, Component component) {
        return components.stream()
                .map(one -> one.key() == component.key() ? component : one)
                .toList();
    }

    private static <I extends Item> List<I> without(List<I> items, ItemId id) {
        return items.stream().filter(item -> !Objects.equals(item.id(), id)).toList();
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
