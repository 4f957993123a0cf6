package city.cockpit.history;

import java.time.Instant;
import java.util.Map;

/**
 * Which series have news: readings that were stored, late ones too, and those that are believed no more, or again. For one
 * reader, who looks at those series again from that time on; a few seconds after they were stored.
 */
public interface Arrivals {

    /**
     * Takes all news, to be told once: in the transaction of the caller, who gets them again if that is rolled back. Blocks;
     * several callers never wait for each other and never get the same.
     *
     * @return the time of the earliest of its readings, or earlier, by the number of the series
     */
    Map<Integer, Instant> take();
}
