package city.cockpit.preview;

import city.cockpit.nodes.NodeStates;
import city.cockpit.nodes.NodeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** As many nodes as a test says, the first one this; at first no broker is shared. */
public final class PreviewNodes implements NodeStates {

    private volatile int count;

    /** From now on that many share the broker. */
    public void run(int nodes) {
        count = nodes;
    }

    @Override
    public List<NodeStatus> now() {
        return IntStream.range(0, count)
                .mapToObj(number -> new NodeStatus(
                        "cockpit-" + number, number == 0, Instant.EPOCH, Instant.EPOCH, false, Optional.empty()))
                .toList();
    }
}
