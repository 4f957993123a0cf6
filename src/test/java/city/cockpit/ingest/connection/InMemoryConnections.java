package city.cockpit.ingest.connection;

import city.cockpit.ingest.connection.Wish.Password;
import city.cockpit.mqtt.BrokerConnections;
import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import city.cockpit.mqtt.ConnectionStatus.Grant;
import city.cockpit.mqtt.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessResourceFailureException;

/** Connections without a database and without brokers; those that are switched on stand, unless a test says otherwise. */
public final class InMemoryConnections implements Connections, ConnectionStates {

    private static final ConnectionStatus OWN = new ConnectionStatus(
            BrokerConnections.OF_THE_COCKPIT,
            "tcp://127.0.0.1:1883",
            "cockpit",
            new Connected(Instant.parse("2026-05-21T10:00:00Z")),
            List.of(new FilterStatus("city/#", Grant.QOS_1)),
            Traffic.NONE);

    private final Map<String, Connection> connections = new TreeMap<>();
    private final Map<String, ConnectionStatus> told = new ConcurrentHashMap<>();
    private Trial trial = new Trial.Admitted(List.of(), Optional.empty());
    private long newest;
    private boolean away;

    /** There is only the cockpit's own; the database answers. */
    public synchronized void clear() {
        connections.clear();
        told.clear();
        away = false;
    }

    /** From now on the database does not answer. */
    public synchronized void goAway() {
        away = true;
    }

    /** What the next trials come to. */
    public synchronized void tryingComesTo(Trial next) {
        trial = next;
    }

    /** From now on this is how the connection of that name does. */
    public void tell(ConnectionStatus status) {
        told.put(status.name(), status);
    }

    /** The one of this name as it is kept. */
    public synchronized Connection connection(String name) {
        return Optional.ofNullable(connections.get(name)).orElseThrow();
    }

    @Override
    public synchronized List<Connection> list() {
        answer();
        return List.copyOf(connections.values());
    }

    @Override
    public synchronized List<ConnectionStatus> now() {
        var now = new ArrayList<ConnectionStatus>(List.of(told.getOrDefault(OWN.name(), OWN)));
        connections.values().stream()
                .filter(connection -> connection.wish().enabled())
                .map(connection -> told.getOrDefault(connection.name(), standing(connection)))
                .forEach(now::add);
        return now;
    }

    private static ConnectionStatus standing(Connection connection) {
        return new ConnectionStatus(
                connection.name(),
                connection.wish().address(),
                connection.wish().clientId() + "-k3f9a2bc",
                OWN.state(),
                connection.wish().filters().stream()
                        .map(filter -> new FilterStatus(filter, Grant.QOS_1))
                        .toList(),
                Traffic.NONE);
    }

    @Override
    public List<String> listFormats() {
        return List.of("cockpit", "senml");
    }

    @Override
    public synchronized Addition add(String name, Wish wish, String by) {
        answer();
        if (connections.containsKey(name) || name.equals(OWN.name())) return new Addition.NameTaken();
        if (connections.size() >= BrokerConnections.MOST_OTHERS)
            return new Addition.TooMany(BrokerConnections.MOST_OTHERS);
        return new Addition.Added(put(name, wish, false));
    }

    @Override
    public synchronized Outcome change(String name, long seen, Wish wish, String by) {
        answer();
        var known = connections.get(name);
        if (known == null) return new Outcome.Gone();
        if (known.version() != seen) return new Outcome.Overtaken(known);
        if (wish.password() instanceof Password.Kept && !known.wish().address().equals(wish.address()))
            return new Outcome.PasswordWanted();
        return new Outcome.Changed(put(name, wish, known.hasPassword()));
    }

    private Connection put(String name, Wish wish, boolean hadPassword) {
        var hasPassword = wish.password() instanceof Password.Typed(var text) ? !text.isEmpty() : hadPassword;
        var connection = new Connection(name, wish.with(new Password.Kept()), hasPassword, ++newest);
        connections.put(name, connection);
        return connection;
    }

    @Override
    public synchronized boolean remove(String name, String by) {
        answer();
        return connections.remove(name) != null;
    }

    @Override
    public synchronized Trial tryOut(Optional<String> name, Wish wish) {
        answer();
        return trial;
    }

    private void answer() {
        if (away) throw new DataAccessResourceFailureException("the database is away");
    }
}
