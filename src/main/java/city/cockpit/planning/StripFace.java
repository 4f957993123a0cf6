package city.cockpit.planning;

import city.cockpit.strategy.progress.Status;
import java.util.List;
import java.util.OptionalDouble;

/** What the strip of promises says, in the words of one language. */
record StripFace(boolean isExample, String counts, List<Entry> entries) {

    StripFace {
        entries = List.copyOf(entries);
    }

    /**
     * One indicator.
     *
     * @param source who says so: sensors or people
     * @param attained share of the way, 0 to 1
     * @param expected share that should be reached
     * @param said what the bar shows, in words
     */
    record Entry(
            String href,
            String title,
            String source,
            String value,
            String target,
            OptionalDouble attained,
            OptionalDouble expected,
            String said,
            Status status,
            String word) {}
}
