package city.cockpit.technicians;

import city.cockpit.ingest.kept.RefusalGroup;
import java.util.List;
import java.util.Map;

/**
 * What the page on the flow of data reads from the database.
 *
 * @param titles what people call a connection, by its name
 * @param senders that nobody registered
 */
record Filed(Map<String, String> titles, List<RefusalGroup> senders) {

    Filed {
        titles = Map.copyOf(titles);
        senders = List.copyOf(senders);
    }
}
