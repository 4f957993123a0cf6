package city.cockpit.ingest;

import java.time.ZoneId;

/** What the senders behind a connection take for granted. From memory: cheap, never blocks; any thread. */
interface Conventions {

    /** The zone of times that name none; of a connection that is no longer known the town's. */
    ZoneId zoneOf(String connection);
}
