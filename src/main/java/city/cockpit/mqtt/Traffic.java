package city.cockpit.mqtt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came by a connection since this process runs.
 *
 * @param received messages, repeats included
 * @param lastMinute messages in the last minute, to ten seconds
 * @param withoutPromise those of QoS 0 among all received
 * @param lastAt when the last one came
 * @param topicsWithoutPromise some of the topics of QoS 0, in alphabetical order
 */
public record Traffic(
        long received,
        long lastMinute,
        long withoutPromise,
        Optional<Instant> lastAt,
        List<String> topicsWithoutPromise) {

    /** Nothing came. */
    public static final Traffic NONE = new Traffic(0, 0, 0, Optional.empty(), List.of());

    public Traffic {
        topicsWithoutPromise = List.copyOf(topicsWithoutPromise);
    }
}
