package city.cockpit.strategy;

import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Measure;

/** Tables of the strategy, one file each. The texts are {@code strategy.table.NAME}. */
public enum CsvPart {
    FIELDS("fields", "", FieldOfAction.class),
    GOALS("goals", "", Goal.class),
    MEASURES("measures", "", Measure.class),
    MILESTONES("measures", "milestones", Measure.Milestone.class),
    BUDGET("measures", "budget", Measure.BudgetLine.class),
    RESOURCES("measures", "resources", Measure.Resources.class),
    PARTNERS("measures", "partners", Measure.Partner.class),
    INDICATORS("indicators", "", Indicator.class),
    ENTRIES("indicators", "entries", Indicator.Entry.class);

    private final String items;
    private final String list;
    private final Class<? extends Record> row;

    CsvPart(String items, String list, Class<? extends Record> row) {
        this.items = items;
        this.list = list;
        this.row = row;
    }

    /** Where the items stand in a strategy. */
    String items() {
        return items;
    }

    /** Where the rows stand in an item; empty if the items are the rows. */
    String list() {
        return list;
    }

    Class<? extends Record> row() {
        return row;
    }
}
