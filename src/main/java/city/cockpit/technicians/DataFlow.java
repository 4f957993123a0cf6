package city.cockpit.technicians;

import city.cockpit.ingest.Flow;
import city.cockpit.mqtt.ConnectionStatus;
import java.util.List;

/** What the page on the flow of data shows, at one moment. */
record DataFlow(Flow flow, List<ConnectionStatus> connections) {

    DataFlow {
        connections = List.copyOf(connections);
    }

    /** Never blocks for long; any thread. */
    @FunctionalInterface
    interface Source {
        DataFlow now();
    }
}
