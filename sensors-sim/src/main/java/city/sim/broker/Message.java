package city.sim.broker;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a sensor says at one moment, in the canonical form {@code {"time": …, "values": {…}}}.
 *
 * @param values by observed property, in the order in which they are written
 */
public record Message(String sensor, Instant time, Map<String, BigDecimal> values) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    public Message {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Where the message belongs. */
    public String topic() {
        return topicOf(sensor);
    }

    /** The message as UTF-8 JSON. */
    public byte[] payload() {
        return written(this::write);
    }

    /** Several messages of one sensor as one, an array in their order. */
    public static byte[] payload(List<Message> messages) {
        return written(out -> {
            out.writeStartArray();
            messages.forEach(message -> message.write(out));
            out.writeEndArray();
        });
    }

    private void write(JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("time", time.toString());
        out.writeObjectPropertyStart("values");
        values.forEach(out::writeNumberProperty);
        out.writeEndObject();
        out.writeEndObject();
    }

    private static byte[] written(Consumer<JsonGenerator> content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = JSON.createGenerator(bytes)) {
            content.accept(out);
        }
        return bytes.toByteArray();
    }

    public static String topicOf(String sensor) {
        return "city/" + sensor;
    }

    /** Where a sensor, or the broker as its last will, says whether it is there. */
    public static String statusTopicOf(String sensor) {
        return topicOf(sensor) + "/status";
    }
}
