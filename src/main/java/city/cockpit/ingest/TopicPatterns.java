package city.cockpit.ingest;

import city.cockpit.ingest.Conventions.Sender;
import city.cockpit.measurement.SensorId;
import java.util.List;
import java.util.Optional;

/**
 * Patterns in the order in which they are tried; those of the state before the others, which may comprise them.
 *
 * @param patterns at least one
 */
public record TopicPatterns(List<TopicPattern> patterns) {

    public TopicPatterns {
        patterns = patterns.stream()
                .sorted((a, b) -> Boolean.compare(b.isStatus(), a.isStatus()))
                .toList();
    }

    /** Whom a message on the topic is from; empty if no pattern fits, or what it finds is no name of a sensor. */
    public Optional<Sender> senderOf(String topic) {
        for (var pattern : patterns) {
            var name = pattern.sensorIn(topic);
            var sensor = name == null ? Optional.<SensorId>empty() : SensorId.ofDevice(name);
            if (sensor.isPresent()) return Optional.of(new Sender(sensor.get(), pattern.isStatus()));
        }
        return Optional.empty();
    }
}
