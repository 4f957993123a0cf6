package city.cockpit.strategy;

import city.cockpit.strategy.plan.Problem;
import java.util.List;

/** What would become of the strategy if a file were taken over. */
public sealed interface CsvTrial {

    /**
     * It can be read.
     *
     * @param version the one that it was tried on
     * @param changes what would differ; none if the file says what the strategy says
     * @param problems what keeps it from being taken over
     */
    record Tried(int rows, long version, List<ItemChange> changes, List<Problem> problems) implements CsvTrial {
        public Tried {
            changes = List.copyOf(changes);
            problems = List.copyOf(problems);
        }
    }

    record Unreadable(List<CsvOutcome.Fault> faults) implements CsvTrial {
        public Unreadable {
            faults = List.copyOf(faults);
        }
    }
}
