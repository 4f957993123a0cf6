package city.cockpit.ingest.connection;

import city.cockpit.mqtt.ConnectionStatus;
import java.util.List;

/** How the connections do on this node. */
@FunctionalInterface
public interface ConnectionStates {

    /** Those that are to stand, the cockpit's own first. Never blocks; any thread. */
    List<ConnectionStatus> now();
}
