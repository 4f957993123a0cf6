package city.sim.broker;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
        var body = JSON.createObjectNode().put("time", time.toString());
        var numbers = body.putObject("values");
        values.forEach(numbers::put);
        return JSON.writeValueAsBytes(body);
    }

    public static String topicOf(String sensor) {
        return "city/" + sensor;
    }

    /** Where a sensor, or the broker as its last will, says whether it is there. */
    public static String statusTopicOf(String sensor) {
        return topicOf(sensor) + "/status";
    }
}
