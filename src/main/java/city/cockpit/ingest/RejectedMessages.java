package city.cockpit.ingest;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;

/**
 * The newest messages that were refused, for inspection; a bounded number, across restarts. A message that was refused
 * for several reasons stands once for each. Messages refused for {@link RejectReason#OVERFLOW} are only counted. Blocks;
 * any thread, of an administrator or a technician: a message from outside may hold what is nobody else's business.
 */
public interface RejectedMessages {

    /** The roles of those who may read. They are named here because this package does not use the one of the roles. */
    String ADMINISTRATOR = "ADMINISTRATOR";

    String TECHNICIAN = "TECHNICIAN";

    /** The newest ones, newest first. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    List<RejectedMessage> newest(int limit);

    /** How many of the kept messages were refused for each reason. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    Map<RejectReason, Long> countByReason();
}
