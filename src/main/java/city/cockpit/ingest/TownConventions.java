package city.cockpit.ingest;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everybody speaks as the town's own sensors do, on {@code city/{sensor}}, and lives by its clock. */
public final class TownConventions implements Conventions {

    private static final TopicPatterns TOPICS =
            new TopicPatterns(List.of(new TopicPattern("city/{sensor}"), new TopicPattern("city/{sensor}/status")));

    private final Supplier<ZoneId> zone;

    public TownConventions(Supplier<ZoneId> zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId zoneOf(String connection) {
        return zone.get();
    }

    @Override
    public Optional<Sender> senderOf(String connection, String topic) {
        return TOPICS.senderOf(topic);
    }

    @Override
    public Optional<String> formatOf(String connection) {
        return Optional.empty();
    }
}
