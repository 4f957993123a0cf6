package city.cockpit.fleet;

import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a device besides its readings.
 *
 * @param vitals the newest of each
 * @param refusals of its readings, by reason, however long ago
 */
public record DeviceState(Map<Vital, Told> vitals, Map<RejectReason, Refusals> refusals) {

    /** Nothing is known. */
    public static final DeviceState UNKNOWN = new DeviceState(Map.of(), Map.of());

    public DeviceState {
        vitals = Map.copyOf(vitals);
        refusals = Map.copyOf(refusals);
    }

    public Optional<Told> find(Vital vital) {
        return Optional.ofNullable(vitals.get(vital));
    }

    DeviceState with(Vital vital, Told told) {
        var all = new EnumMap<Vital, Told>(Vital.class);
        all.putAll(vitals);
        all.put(vital, told);
        return new DeviceState(all, refusals);
    }

    DeviceState with(RejectReason reason, Refusals some) {
        var all = new EnumMap<RejectReason, Refusals>(RejectReason.class);
        all.putAll(refusals);
        all.put(reason, some);
        return new DeviceState(vitals, all);
    }
}
