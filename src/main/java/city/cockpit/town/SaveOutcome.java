package city.cockpit.town;

/** What became of new settings. */
public sealed interface SaveOutcome {

    /** They are in force, on every open page. */
    record Saved(SavedTown town) implements SaveOutcome {}

    /** Somebody saved in between: nothing was changed. */
    record Overtaken(SavedTown newest) implements SaveOutcome {}
}
