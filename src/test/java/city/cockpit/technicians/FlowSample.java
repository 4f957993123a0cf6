package city.cockpit.technicians;

import city.cockpit.ingest.Counts;
import city.cockpit.ingest.Flow;
import city.cockpit.ingest.FlowMinute;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A flow of data that the test makes up; at first nothing came. */
public final class FlowSample implements DataFlow.Source {

    private static final Instant START = Instant.parse("2026-05-21T10:00:00Z");
    private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, Map.of());

    private volatile DataFlow now = new DataFlow(
            new Flow(START, NOTHING, List.of(new FlowMinute(START, NOTHING, 0, Optional.empty())), 0, Optional.empty()),
            List.of());

    @Override
    public DataFlow now() {
        return now;
    }

    void be(DataFlow next) {
        now = next;
    }
}
