package city.cockpit.ingest.connection;

import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.ingest.Conventions;
import city.cockpit.ingest.TopicPatterns;
import city.cockpit.ingest.TownConventions;
import city.cockpit.measurement.HomeMunicipality;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each connection takes for granted, for the thread that interprets messages. Any thread. */
@Component
class KnownConnections implements Conventions {

    private final TownConventions town;
    private volatile Map<String, Convention> conventions = Map.of();

    KnownConnections(HomeMunicipality home) {
        town = new TownConventions(() -> home.municipality().zone());
    }

    private record Convention(TopicPatterns topics, Optional<String> format, Optional<ZoneId> zone) {

        static Convention of(Wish wish) {
            return new Convention(
                    new TopicPatterns(wish.topics()),
                    Optional.of(wish.format()).filter(name -> !name.isEmpty()),
                    wish.zone());
        }
    }

    void know(List<Connection> connections) {
        conventions = connections.stream()
                .collect(toUnmodifiableMap(Connection::name, connection -> Convention.of(connection.wish())));
    }

    @Override
    public ZoneId zoneOf(String connection) {
        var known = conventions.get(connection);
        return known != null && known.zone().isPresent() ? known.zone().get() : town.zoneOf(connection);
    }

    @Override
    public Optional<Sender> senderOf(String connection, String topic) {
        var known = conventions.get(connection);
        return known == null ? town.senderOf(connection, topic) : known.topics().senderOf(topic);
    }

    @Override
    public Optional<String> formatOf(String connection) {
        var known = conventions.get(connection);
        return known == null ? Optional.empty() : known.format();
    }
}
