package city.cockpit.nodes;

import static java.util.Objects.requireNonNull;

import city.cockpit.nodes.NodeTable.Listed;
import city.cockpit.nodes.NodeTable.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees who is there. What the broker keeps for a node that is away would wait for days, since brokers go on dealing out the
 * messages of a shared subscription to a session that nobody fetches: so one of the others fetches them, until the node is
 * back. One thread.
 */
final class Presence {

    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final String SHARED = "$share/";

    private final Node me;
    private final NodeTable table;
    private final Watch watch;
    private final Function<Node, Estate> estates;
    private final Runnable somebodyLeft;
    private final Consumer<List<NodeStatus>> saw;
    private final Set<UUID> away = new HashSet<>();
    private final Map<String, Estate> fetched = new HashMap<>();
    private boolean namesakeTold;

    /**
     * @param estates makes the estate of a node that is away
     * @param somebodyLeft called when a node is found to be away
     * @param saw is told with every look how all nodes do
     */
    Presence(
            Node me,
            NodeTable table,
            Watch watch,
            Function<Node, Estate> estates,
            Runnable somebodyLeft,
            Consumer<List<NodeStatus>> saw) {
        this.me = me;
        this.table = table;
        this.watch = watch;
        this.estates = estates;
        this.somebodyLeft = somebodyLeft;
        this.saw = saw;
    }

    void begin() {
        table.begin(me);
    }

    /**
     * Gives a sign of life and looks for those of the others. Blocks; to be called every second.
     *
     * @return whether there are other nodes, here or away
     */
    boolean look() {
        table.beat(me.life());
        var listed = table.list();
        var nodes = listed.stream().map(Listed::node).toList();
        tellNamesake(nodes);
        var absent = watch.absent(nodes);
        saw.accept(statuses(me.life(), listed, lives(absent)));
        tellLeft(lives(absent));
        var present = lives(nodes);
        present.removeAll(lives(absent));
        var mine = absent.stream()
                .filter(node -> needsFetching(node) && isMine(node, present))
                .collect(Collectors.toUnmodifiableMap(Node::clientId, node -> node));
        leaveAllBut(mine.keySet());
        mine.values().forEach(this::fetch);
        return nodes.size() > 1;
    }

    /** How the nodes do as one of them sees it. */
    static List<NodeStatus> statuses(UUID me, List<Listed> listed, Set<UUID> absent) {
        var names = listed.stream().map(Listed::node).collect(Collectors.toUnmodifiableMap(Node::life, Node::clientId));
        return listed.stream()
                .map(one -> new NodeStatus(
                        one.node().clientId(),
                        one.node().life().equals(me),
                        one.since(),
                        one.seenAt(),
                        absent.contains(one.node().life()),
                        one.node().heir().map(names::get)))
                .toList();
    }

    /** What is not shared comes to every node anyway. */
    private boolean needsFetching(Node absent) {
        return absent.topics().startsWith(SHARED) || !absent.topics().equals(me.topics());
    }

    private boolean isMine(Node absent, Set<UUID> present) {
        if (absent.heir().equals(Optional.of(me.life()))) return true;
        return absent.heir().filter(present::contains).isEmpty() && table.inherit(absent, me.life());
    }

    private void leaveAllBut(Set<String> clientIds) {
        for (var other : Set.copyOf(fetched.keySet()))
            if (!clientIds.contains(other))
                requireNonNull(fetched.remove(other)).leave();
    }

    private void fetch(Node absent) {
        var estate = fetched.computeIfAbsent(absent.clientId(), clientId -> estates.apply(absent));
        if (!estate.fetch(!absent.isLongAway())) return;
        if (!table.forget(absent)) return;
        estate.close();
        fetched.remove(absent.clientId());
    }

    private void tellLeft(Set<UUID> absent) {
        if (!away.containsAll(absent)) somebodyLeft.run();
        away.clear();
        away.addAll(absent);
    }

    private void tellNamesake(List<Node> nodes) {
        var isNamesake = nodes.stream()
                .anyMatch(node ->
                        node.clientId().equals(me.clientId()) && !node.life().equals(me.life()));
        if (isNamesake && !namesakeTold)
            log.error(
                    "Another cockpit is at the broker with the client id {}: give each its own cockpit.mqtt.client-id",
                    me.clientId());
        namesakeTold = isNamesake;
    }

    private static Set<UUID> lives(List<Node> nodes) {
        return nodes.stream().map(Node::life).collect(Collectors.toCollection(HashSet::new));
    }

    /** Says goodbye, so that nobody has to wait before fetching what this node fetched. */
    void end() {
        table.leave(me.life());
    }
}
