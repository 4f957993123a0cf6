package city.cockpit.ingest.kept;

import java.util.HashMap;
import java.util.Map;

/** What was counted and is not written down yet. Holds no more groups than the budget lets in. Any thread. */
final class Tallies {

    private Map<GroupKey, Tally> waiting = new HashMap<>();

    synchronized void add(Map<GroupKey, Tally> counted) {
        counted.forEach((key, tally) -> waiting.merge(key, tally, Tally::plus));
    }

    synchronized Map<GroupKey, Tally> take() {
        var taken = waiting;
        waiting = new HashMap<>();
        return taken;
    }
}
