package city.cockpit.nodes;

import java.util.List;

/** The nodes that share the database and the broker. */
@FunctionalInterface
public interface NodeStates {

    /**
     * Every node that is known, this one too, by name; as of a second ago, or of before the database went away. Empty where
     * no broker is shared. Never blocks; any thread.
     */
    List<NodeStatus> now();
}
