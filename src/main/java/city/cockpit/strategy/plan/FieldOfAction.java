package city.cockpit.strategy.plan;

import java.util.List;

/**
 * What goals and measures are grouped by.
 *
 * @param lead who leads it; may be empty
 */
public record FieldOfAction(ItemId id, String title, String lead, Visibility visibility) implements Item {

    /** The six that the surveys ask for; a town may have others. */
    public static List<FieldOfAction> usual() {
        return List.of(
                usual("verwaltung", "Verwaltung"),
                usual("bildung", "Bildung"),
                usual("mobilitaet", "Mobilität"),
                usual("energie", "Energie"),
                usual("gesundheit", "Gesundheit"),
                usual("querschnitt", "Querschnitt"));
    }

    private static FieldOfAction usual(String id, String title) {
        return new FieldOfAction(new ItemId(id), title, "", Visibility.PUBLIC);
    }
}
