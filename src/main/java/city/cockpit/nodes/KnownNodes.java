package city.cockpit.nodes;

import java.util.List;
import org.springframework.stereotype.Component;

/** What was last seen of the nodes. */
@Component
class KnownNodes implements NodeStates {

    private volatile List<NodeStatus> newest = List.of();

    void saw(List<NodeStatus> nodes) {
        newest = List.copyOf(nodes);
    }

    @Override
    public List<NodeStatus> now() {
        return newest;
    }
}
