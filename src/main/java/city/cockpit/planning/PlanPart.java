package city.cockpit.planning;

import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What has a form of its own. The texts are {@code edit.kind.NAME}, of items {@code edit.new.NAME}, too. */
enum PlanPart {
    ABOUT,
    MUNICIPALITY,
    COMPONENTS,
    RESOLUTIONS,
    CONCEPTS,
    FIELD,
    GOAL,
    MEASURE,
    INDICATOR;

    /** Those of which there is one. */
    static final List<PlanPart> SINGLE = List.of(ABOUT, MUNICIPALITY, COMPONENTS, RESOLUTIONS, CONCEPTS);

    /** Those of which there are many. */
    static final List<PlanPart> ITEMS = List.of(FIELD, GOAL, MEASURE, INDICATOR);

    static Optional<PlanPart> of(String name) {
        return Arrays.stream(values()).filter(part -> part.key().equals(name)).findFirst();
    }

    static PlanPart of(Item item) {
        return switch (item) {
            case FieldOfAction field -> FIELD;
            case Goal goal -> GOAL;
            case Measure measure -> MEASURE;
            case Indicator indicator -> INDICATOR;
        };
    }

    boolean fits(Item item) {
        return of(item) == this;
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the only one, or of something new. */
    String address() {
        return EditView.ADDRESS + "/" + key();
    }

    static String address(Item item) {
        return of(item).address() + "/" + item.id();
    }
}
