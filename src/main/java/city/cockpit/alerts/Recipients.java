package city.cockpit.alerts;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is told of incidents. Every method blocks; what changes something is in the audit trail and holds within seconds. Only
 * administrators: whoever could name an address could have the town's incidents, and requests of the cockpit, sent there.
 */
public interface Recipients {

    String ADMINISTRATOR = "ADMINISTRATOR";
    String STAFF = "STAFF";

    /**
     * A recipient and how it stands with what they are told.
     *
     * @param waiting what is not told yet
     * @param toldAt when they were told something last
     * @param failure why the newest of what waits was not told
     */
    record Standing(Recipient recipient, long waiting, Optional<Instant> toldAt, Optional<Untold> failure) {}

    /** All, by name. */
    @RolesAllowed(ADMINISTRATOR)
    List<Standing> listRecipients();

    /** Their names, without addresses, for whoever chooses who is told by a rule. */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    List<String> listNames();

    /**
     * Keeps one that is new, with version 0, or changed.
     *
     * @param by sign-in name of who does it
     * @return false if there is another of that name, or somebody changed it in between: nothing was done
     */
    @RolesAllowed(ADMINISTRATOR)
    boolean save(Recipient recipient, String by);

    /** Removes one, with what waits for them; returns whether there was one. */
    @RolesAllowed(ADMINISTRATOR)
    boolean remove(String name, String by);

    /** Sends a test message now, whether kept or not; returns why it could not be sent. Blocks for some seconds at most. */
    @RolesAllowed(ADMINISTRATOR)
    Optional<Untold> test(Recipient recipient);
}
