package city.cockpit.ingest.hook;

import city.cockpit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How the web hooks do on this node since it runs. Never blocks; any thread. */
public interface WebHooks {

    /** Every web hook, used or not. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Map<WebHook, Use> now();

    /**
     * What came.
     *
     * @param taken messages that are durable, whatever became of their readings
     * @param unusable messages that named no device, were no JSON or too large
     * @param sentAway messages whose senders shall come back: too many at a time, or the database was away
     * @param lastAt when the last one came
     */
    record Use(long taken, long unusable, long sentAway, Optional<Instant> lastAt) {}
}
