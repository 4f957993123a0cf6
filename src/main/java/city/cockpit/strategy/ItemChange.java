package city.cockpit.strategy;

import city.cockpit.audit.Change;
import city.cockpit.strategy.plan.ItemId;
import java.util.List;
import java.util.Optional;

/**
 * What became of one part of the strategy between two versions.
 *
 * @param item empty for what is no item: the strategy as a whole, the municipality, components, resolutions, concepts
 * @param title of the item; else one of the names below, or the key of a component
 * @param fields what differs; the name of each is {@code field.NAME}; empty for what was added or removed
 */
public record ItemChange(Kind kind, Optional<ItemId> item, String title, List<Change> fields) {

    public static final String ABOUT = "ABOUT";
    public static final String MUNICIPALITY = "MUNICIPALITY";
    public static final String CONCEPTS = "CONCEPTS";
    public static final String RESOLUTIONS = "RESOLUTIONS";

    public ItemChange {
        fields = List.copyOf(fields);
    }

    /** The texts are {@code strategy.change.NAME}. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }
}
