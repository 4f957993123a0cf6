package city.cockpit.history;

import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.Map;

/** What is usual at one hour, of all series at once: for the picture of the city. */
@FunctionalInterface
public interface UsualNow {

    /**
     * What is usual at the hour of that moment. From memory, never blocks, any thread: it is read in the background once for
     * each hour, and empty until then. Series of which too few weeks are known are left out.
     */
    Map<SeriesId, Usual> at(Instant time);
}
