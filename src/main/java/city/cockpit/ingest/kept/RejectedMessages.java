package city.cockpit.ingest.kept;

import city.cockpit.ingest.RejectReason;
import city.cockpit.measurement.SensorId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The messages that were refused, in groups; whole and a bounded number of them, across restarts. A message that was
 * refused for several reasons belongs to a group for each. What senders sent that nobody registered is in the
 * {@link Inbox}. Blocks; any thread, of an administrator or a technician: a message from outside may hold what is nobody
 * else's business.
 */
public interface RejectedMessages {

    /** The roles of those who may read. They are named here because this package does not use the one of the roles. */
    String ADMINISTRATOR = "ADMINISTRATOR";

    String TECHNICIAN = "TECHNICIAN";

    /**
     * Every group, the one with the newest message first, as of a few seconds ago: however many ask, the database is asked
     * once.
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    List<RefusalGroup> listGroups();

    /** The newest message of a group; empty if none is kept. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    Optional<KeptMessage> findNewest(long group);

    /**
     * Sends messages through the pipeline again, with the time of their first arrival. What is taken is forgotten here, what
     * is refused again stays for the reason of now.
     *
     * @param by name of the account that asks
     * @return how far it has got; never blocks
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    Supplier<Progress> runAgain(Selection selection, String by);

    /** Deletes messages with the counters of their groups for good and says how many messages. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    int delete(Selection selection, String by);

    /** Which messages. */
    sealed interface Selection {

        record One(UUID message) implements Selection {}

        record Group(long id) implements Selection {}

        /** All groups of a reason. */
        record Reason(RejectReason reason) implements Selection {}

        /** All groups of a registered sensor. */
        record Sensor(SensorId sensor) implements Selection {}
    }
}
