package city.cockpit.ingest;

import java.util.List;
import java.util.Map;

/**
 * The newest messages that were refused, for inspection; a bounded number, across restarts. A message that was refused
 * for several reasons stands once for each. Messages refused for {@link RejectReason#OVERFLOW} are only counted. Blocks;
 * any thread.
 */
public interface RejectedMessages {

    /** The newest ones, newest first. */
    List<RejectedMessage> newest(int limit);

    /** How many of the kept messages were refused for each reason. */
    Map<RejectReason, Long> countByReason();
}
