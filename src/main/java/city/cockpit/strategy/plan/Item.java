package city.cockpit.strategy.plan;

/** A part of the strategy that has a name, is edited by itself and shown to some. */
public sealed interface Item permits FieldOfAction, Goal, Measure, Indicator {

    /** Unique among all items of a strategy. */
    ItemId id();

    String title();

    Visibility visibility();
}
