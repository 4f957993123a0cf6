package city.cockpit.administration;

import city.cockpit.history.Edition;
import city.cockpit.ingest.Counts;
import city.cockpit.ingest.RejectReason;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.platform.PlatformStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A cockpit that is doing as a test says. */
public final class PreviewStatus implements SystemStatusSource {

    private volatile ConnectionState broker = new ConnectionState.Connected(Instant.EPOCH);
    private volatile Edition edition = Edition.PLAIN;

    public void broker(ConnectionState state) {
        broker = state;
    }

    public void edition(Edition next) {
        edition = next;
    }

    @Override
    public SystemStatus now() {
        return new SystemStatus(
                new PlatformStatus(
                        "0.1.0",
                        Path.of("/srv/cockpit/data"),
                        123_456_789,
                        Path.of("/srv/cockpit/data/logs/cockpit.log"),
                        new PlatformStatus.Server(true, "postgresql://127.0.0.1:41000/cockpit"),
                        new PlatformStatus.Server(false, "ssl://broker.musterstadt.example:8883")),
                edition,
                broker,
                counts());
    }

    public Counts counts() {
        return new Counts(
                448_120, 448_083, 0, 37, 0, Map.of(RejectReason.UNKNOWN_SENSOR, 30L, RejectReason.MALFORMED, 7L));
    }
}
