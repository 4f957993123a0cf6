package city.cockpit.nodes;

import java.time.Instant;
import java.util.Optional;

/**
 * A node among others, with times of the database's clock.
 *
 * @param name its client id at the broker
 * @param self whether it is the one that is asked
 * @param since when it began its life
 * @param seenAt when it gave the last sign of life
 * @param away whether it has stopped, or was not heard of for long
 * @param heir name of the node that fetches meanwhile what waits for it; empty if nobody has to
 */
public record NodeStatus(
        String name, boolean self, Instant since, Instant seenAt, boolean away, Optional<String> heir) {}
