package city.cockpit.fleet;

import city.cockpit.history.Completeness.Shares;
import city.cockpit.ingest.DeviceReport;
import city.cockpit.ingest.DeviceReport.Refused;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import city.cockpit.live.LiveCity;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Sensors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the sensors of a made-up town are, looked at whenever somebody asks. */
public final class PreviewFleet implements Fleet {

    private final Sensors sensors;
    private final LiveCity city;
    private DeviceStates devices = new DeviceStates();
    private LiveFleet fleet;
    private FleetPicture before = new FleetPicture(Instant.EPOCH, List.of());

    public PreviewFleet(Sensors sensors, LiveCity city) {
        this.sensors = sensors;
        this.city = city;
        this.fleet = newFleet();
    }

    /** By the clock of the town's picture. */
    private LiveFleet newFleet() {
        return new LiveFleet(
                sensors,
                city,
                ObservedProperties.load(),
                devices,
                () -> city.picture().at());
    }

    public void clear() {
        devices = new DeviceStates();
        fleet = newFleet();
    }

    /** A device says something of itself, and the clock of its readings is that much ahead. */
    public void hears(String sensor, Map<Vital, Double> vitals, Instant at) {
        devices.heard(List.of(new DeviceReport(new SensorId(sensor), at, vitals, Optional.empty(), List.of())));
    }

    public void refuses(String sensor, RejectReason reason, Instant at) {
        devices.heard(List.of(new DeviceReport(
                new SensorId(sensor), at, Map.of(), Optional.empty(), List.of(new Refused(reason, "", 1)))));
    }

    public void complete(Map<Integer, Shares> shares) {
        fleet.complete(shares);
    }

    @Override
    public FleetPicture picture() {
        fleet.look();
        var latest = fleet.picture();
        if (!latest.sensors().equals(before.sensors())) before = latest;
        return before;
    }

    @Override
    public Optional<SensorHealth> find(SensorId id) {
        return fleet.find(id);
    }
}
