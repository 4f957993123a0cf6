package city.cockpit.strategy;

import city.cockpit.strategy.plan.Problem;
import java.util.List;

/** What became of a change. */
public sealed interface SaveOutcome {

    /** It is kept, as that version; or it changed nothing, and that version is the one before. */
    record Saved(StrategyVersion version) implements SaveOutcome {}

    /** Somebody else changed the same in between: nothing was done. */
    record Overtaken(StrategyVersion newest) implements SaveOutcome {}

    /** Something is wrong with it: nothing was done. */
    record Refused(List<Problem> problems) implements SaveOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
