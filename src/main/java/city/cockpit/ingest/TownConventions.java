package city.cockpit.ingest;

import city.cockpit.registry.rights.FormatTopics;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everybody speaks as the town's own sensors do, on {@code city/{sensor}}, or where devices of a known format do by
 * themselves, and lives by the town's clock.
 */
public final class TownConventions implements Conventions {

    private static final TopicPatterns TOPICS =
            new TopicPatterns(FormatTopics.HEARD.stream().map(TopicPattern::new).toList());

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
