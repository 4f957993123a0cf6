package city.cockpit.administration;

import city.cockpit.access.IdentityProvider.Entrance;
import city.cockpit.administration.Measured.Mail;
import city.cockpit.calendar.TownCalendars.Supply;
import city.cockpit.history.Edition;
import city.cockpit.ingest.Counts;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.nodes.NodeStatus;
import city.cockpit.transport.Https;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the cockpit itself is doing, at one moment.
 *
 * @param startedAt when counting began
 * @param connections to brokers, the cockpit's own first
 * @param nodes all that share the database and the broker; empty where this one is alone by its settings
 * @param newestReadingAt when a reading arrived last, to a few seconds; empty if none has since the start
 * @param provider empty if the town has none
 */
record SystemStatus(
        Instant at,
        Instant startedAt,
        Edition edition,
        List<ConnectionStatus> connections,
        List<NodeStatus> nodes,
        Counts ledger,
        Optional<Instant> newestReadingAt,
        Https https,
        Optional<Entrance> provider,
        Measured measured,
        Mail mail,
        List<Supply> calendars) {

    SystemStatus {
        connections = List.copyOf(connections);
        nodes = List.copyOf(nodes);
        calendars = List.copyOf(calendars);
    }
}
