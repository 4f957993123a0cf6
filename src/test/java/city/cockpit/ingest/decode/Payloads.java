package city.cockpit.ingest.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReaders;
import city.cockpit.measurement.SensorId;
import java.time.Instant;
import java.time.ZoneId;

/** Messages for the decoders. */
final class Payloads {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Instant ARRIVAL = Instant.parse("2026-11-22T10:15:00Z");

    private Payloads() {}

    static Incoming incoming(String sensor, String payload) {
        return incoming(sensor, payload.getBytes(UTF_8));
    }

    static Incoming incoming(String sensor, byte[] payload) {
        return new Incoming(new SensorId(sensor), payload, ARRIVAL, ZONE, JsonReaders.withDefaultLimits());
    }
}
