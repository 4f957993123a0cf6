package city.cockpit.history;

import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.Map;

/** What power and energy have come to today, of all series at once: for the picture of the city. */
@FunctionalInterface
public interface TodayNow {

    /**
     * The day of that moment. From memory, never blocks, any thread: it is read in the background every few minutes, and
     * empty until then. The same object until it is read again.
     */
    Map<SeriesId, Today> at(Instant time);
}
