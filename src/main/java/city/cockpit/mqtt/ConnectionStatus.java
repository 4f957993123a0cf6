package city.cockpit.mqtt;

import java.util.List;

/**
 * How one connection does at one moment.
 *
 * @param name of the connection
 * @param address of the broker, without anything secret
 * @param clientId with which this node is known there
 * @param filters in the order they were asked for
 * @param traffic since this process runs
 */
public record ConnectionStatus(
        String name,
        String address,
        String clientId,
        ConnectionState state,
        List<FilterStatus> filters,
        Traffic traffic) {

    public ConnectionStatus {
        filters = List.copyOf(filters);
    }

    /** What the broker said to a topic. */
    public record FilterStatus(String filter, Grant grant) {}

    public enum Grant {
        /** The broker has not answered yet. */
        PENDING,
        /** Without a promise: what is sent while the cockpit is away is lost. */
        QOS_0,
        /** Every message at least once. */
        QOS_1,
        /** The cockpit may not listen there. */
        REFUSED
    }
}
