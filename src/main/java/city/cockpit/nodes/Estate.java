package city.cockpit.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.mqtt.BrokerConnections;
import city.cockpit.mqtt.BrokerDetails;
import city.cockpit.mqtt.ConnectionPlan;
import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.nodes.NodeTable.Node;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one node that is away, fetched here in its name. A node that will not come back as it was is wound up:
 * the broker is told to send it nothing new, and when nothing more comes, to forget it. One thread.
 */
final class Estate {

    private static final Logger log = LoggerFactory.getLogger(Estate.class);
    private static final long EMPTY_NANOS = 60_000_000_000L;

    private final Node absent;
    private final BrokerDetails broker;
    private final String topics;
    private final BrokerConnections connections;
    private final LongSupplier nanoTime;
    private long received = -1;
    private long receivedAt;

    /** @param topics that the nodes listen to now */
    Estate(Node absent, BrokerDetails broker, String topics, BrokerConnections connections, LongSupplier nanoTime) {
        this.absent = absent;
        this.broker = broker;
        this.topics = topics;
        this.connections = connections;
        this.nanoTime = nanoTime;
        log.info("Node {} is away; what waits for it is fetched here", absent.clientId());
    }

    /**
     * Fetches what there is. Blocks for a few seconds at most.
     *
     * @return whether there is nothing left to fetch, ever
     */
    boolean fetch(boolean comesBack) {
        var goesOn = comesBack && absent.topics().equals(topics);
        connections.run(new ConnectionPlan(
                name(),
                broker,
                absent.clientId(),
                goesOn ? filters(topics) : List.of(quiet(filters(topics).getFirst())),
                goesOn ? List.of() : filters(absent.topics()),
                1));
        return !goesOn && isEmpty();
    }

    private static List<String> filters(String topics) {
        return List.of(topics.split(Node.BETWEEN));
    }

    private boolean isEmpty() {
        var now = nanoTime.getAsLong();
        var count = connections.list().stream()
                .filter(connection -> connection.name().equals(name()) && connection.state() instanceof Connected)
                .mapToLong(connection -> connection.traffic().received())
                .findFirst()
                .orElse(-1);
        if (count < 0 || count != received) {
            received = count;
            receivedAt = now;
        }
        return count >= 0 && now - receivedAt >= EMPTY_NANOS;
    }

    /** A topic where nobody speaks, since a connection has to listen to something: allowed where the others are. */
    private static String quiet(String filter) {
        var shared = filter.startsWith("$share/") ? filter.split("/", 3)[2] : filter;
        return shared.replace('#', '-').replace('+', '-');
    }

    /** The node is back, or another one fetches for it. */
    void leave() {
        connections.end(name(), false);
        log.info("What waits for node {} is no longer fetched here", absent.clientId());
    }

    /** Nobody will come back for it. */
    void close() {
        connections.end(name(), true);
        log.info("Nothing waits for node {} any more; it is forgotten", absent.clientId());
    }

    /** A short one that differs from node to node. */
    private String name() {
        var digest = UUID.nameUUIDFromBytes(absent.clientId().getBytes(UTF_8));
        return "node-" + HexFormat.of().toHexDigits((int) digest.getMostSignificantBits());
    }
}
