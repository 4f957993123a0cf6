package city.cockpit.ingest;

import city.cockpit.measurement.SensorId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one message of a registered sensor tells of its device.
 *
 * @param arrivedAt the first time; messages that are run again tell of earlier ones
 * @param newest time of its newest reading, by the clock of the device; empty if it has none that the device itself timed
 * @param refused what of it was not taken, one for each reason
 */
public record DeviceReport(
        SensorId sensor,
        Instant arrivedAt,
        Map<Vital, Double> vitals,
        Optional<Instant> newest,
        List<Refused> refused) {

    public DeviceReport {
        vitals = Map.copyOf(vitals);
        refused = List.copyOf(refused);
    }

    /**
     * Readings that were not taken, all for the same reason.
     *
     * @param detail one technical sentence without control characters
     */
    public record Refused(RejectReason reason, String detail, int readings) {}
}
