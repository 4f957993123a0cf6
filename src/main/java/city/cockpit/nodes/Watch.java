package city.cockpit.nodes;

import city.cockpit.nodes.NodeTable.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Tells who is away: whose beats stood still for a while during which this node itself saw the table all the time. No clock
 * of another machine is asked. One thread.
 */
final class Watch {

    private final UUID me;
    private final long silenceNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Pulse> pulses = new HashMap<>();
    private long lastLook;

    private record Pulse(UUID life, long beats, long since) {}

    /** @param silenceNanos without a beat after which a node counts as away */
    Watch(UUID me, long silenceNanos, LongSupplier nanoTime) {
        this.me = me;
        this.silenceNanos = silenceNanos;
        this.nanoTime = nanoTime;
        this.lastLook = nanoTime.getAsLong();
    }

    /** Those of the others that are away now; to be asked every second or so. */
    List<Node> absent(List<Node> nodes) {
        var now = nanoTime.getAsLong();
        // While this node saw nothing, the others may have been unable to write.
        if (now - lastLook > silenceNanos / 2) pulses.clear();
        lastLook = now;
        pulses.keySet().retainAll(Set.copyOf(nodes.stream().map(Node::clientId).toList()));
        return nodes.stream()
                .filter(node -> !node.life().equals(me))
                .filter(node -> node.isGone() || isSilent(node, now))
                .toList();
    }

    private boolean isSilent(Node node, long now) {
        var pulse = pulses.merge(
                node.clientId(),
                new Pulse(node.life(), node.beats(), now),
                (known, seen) -> known.life().equals(seen.life()) && known.beats() == seen.beats() ? known : seen);
        return now - pulse.since() >= silenceNanos;
    }
}
