package city.cockpit.ingest;

import city.cockpit.measurement.SensorId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A message of one sensor, for the decoders. Its JSON is read once, when the first decoder asks. One thread. */
public final class Incoming {

    private final SensorId sensor;
    private final byte[] payload;
    private final Instant arrivedAt;
    private final ZoneId zone;
    private final JsonReader reader;
    private JsonReader.@Nullable Json json;

    public Incoming(SensorId sensor, byte[] payload, Instant arrivedAt, ZoneId zone, JsonReader reader) {
        this.sensor = sensor;
        this.payload = payload;
        this.arrivedAt = arrivedAt;
        this.zone = zone;
        this.reader = reader;
    }

    /** The sensor that the topic names; it need not be registered. */
    public SensorId sensor() {
        return sensor;
    }

    public byte[] payload() {
        return payload;
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    /** The zone of times that name none: the one of the connection. */
    public ZoneId zone() {
        return zone;
    }

    /** The payload as JSON, or why it is none. */
    public JsonReader.Json json() {
        var known = json;
        if (known == null) json = known = reader.read(payload);
        return known;
    }
}
