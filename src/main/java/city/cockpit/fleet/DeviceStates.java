package city.cockpit.fleet;

import city.cockpit.ingest.DeviceReport;
import city.cockpit.ingest.DeviceReport.Refused;
import city.cockpit.ingest.DeviceWatch;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import city.cockpit.measurement.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What the devices told of themselves, the newest of each, with what other nodes heard. Nothing is written here; what
 * changed waits for {@link #takeChanges}. Any thread.
 */
@Component
class DeviceStates implements DeviceWatch {

    private static final Duration UNKNOWN_INTERVAL = Duration.ofMinutes(10);

    private final Limits limits = Limits.load();
    private final Map<SensorId, DeviceState> states = new ConcurrentHashMap<>();
    private final Map<SensorId, ClockTrack> clocks = new HashMap<>();
    private Map<VitalOf, Told> changedVitals = new HashMap<>();
    private Map<ReasonOf, Refusals> changedRefusals = new HashMap<>();
    private volatile Map<SensorId, Duration> intervals = Map.of();

    record VitalOf(SensorId sensor, Vital vital) {}

    record ReasonOf(SensorId sensor, RejectReason reason) {}

    /**
     * What was heard here since it was asked last.
     *
     * @param refusals only those since then
     */
    record Changes(Map<VitalOf, Told> vitals, Map<ReasonOf, Refusals> refusals) {}

    /** How often each sensor promises to report; of those that are left out nobody knows. */
    void expect(Map<SensorId, Duration> known) {
        intervals = Map.copyOf(known);
    }

    DeviceState of(SensorId sensor) {
        return states.getOrDefault(sensor, DeviceState.UNKNOWN);
    }

    @Override
    public synchronized void heard(List<DeviceReport> reports) {
        for (var report : reports) {
            report.vitals().forEach((vital, value) -> tell(report.sensor(), vital, value, report.arrivedAt()));
            report.newest().ifPresent(newest -> compare(report.sensor(), newest, report.arrivedAt()));
            for (var refused : report.refused()) refuse(report.sensor(), refused, report.arrivedAt());
        }
    }

    private void tell(SensorId sensor, Vital vital, double value, Instant at) {
        var before = of(sensor).find(vital);
        var since = before.flatMap(Told::badSince);
        var bad = limits.isBad(vital, value, since.isPresent());
        tell(sensor, vital, new Told(value, at, bad ? since.or(() -> Optional.of(at)) : Optional.empty()));
    }

    private void tell(SensorId sensor, Vital vital, Told told) {
        var state = of(sensor);
        if (state.find(vital).filter(before -> before.at().isAfter(told.at())).isPresent()) return;
        states.put(sensor, state.with(vital, told));
        changedVitals.put(new VitalOf(sensor, vital), told);
    }

    private void compare(SensorId sensor, Instant newest, Instant at) {
        var interval = intervals.getOrDefault(sensor, UNKNOWN_INTERVAL);
        var ahead = Duration.between(at, newest).toMillis() / 1e3;
        var before = of(sensor).find(Vital.CLOCK);
        var since = before.flatMap(Told::badSince);
        if (!limits.isWrong(ahead, interval, since.isPresent())) {
            if (!clocks.isEmpty()) clocks.remove(sensor);
            if (since.isPresent()) tell(sensor, Vital.CLOCK, new Told(ahead, at, Optional.empty()));
            return;
        }
        var track = clocks.merge(
                sensor, ClockTrack.begin(ahead, at), (known, begun) -> known.next(begun.ahead(), begun.first()));
        if (track.isClear(at, interval))
            tell(sensor, Vital.CLOCK, new Told(ahead, at, since.or(() -> Optional.of(track.first()))));
    }

    private void refuse(SensorId sensor, Refused refused, Instant at) {
        var one = new Refusals(refused.detail(), at, at, refused.readings());
        var state = of(sensor);
        var before = state.refusals().get(refused.reason());
        states.put(sensor, state.with(refused.reason(), before == null ? one : before.and(one)));
        changedRefusals.merge(new ReasonOf(sensor, refused.reason()), one, Refusals::and);
    }

    synchronized Changes takeChanges() {
        var taken = new Changes(changedVitals, changedRefusals);
        changedVitals = new HashMap<>();
        changedRefusals = new HashMap<>();
        return taken;
    }

    /** They could not be written; what came since is newer. */
    synchronized void giveBack(Changes changes) {
        changes.vitals().forEach(changedVitals::putIfAbsent);
        changes.refusals().forEach((key, older) -> changedRefusals.merge(key, older, (newer, old) -> old.and(newer)));
    }

    /** What is written, be it by this node or another; what was heard here since then stays. */
    synchronized void learn(Changes written) {
        written.vitals().forEach((key, told) -> {
            var state = of(key.sensor());
            var known = state.find(key.vital());
            if (known.isEmpty() || told.at().isAfter(known.get().at()))
                states.put(key.sensor(), state.with(key.vital(), told));
        });
        written.refusals().forEach((key, all) -> {
            var since = changedRefusals.get(key);
            states.put(key.sensor(), of(key.sensor()).with(key.reason(), since == null ? all : all.and(since)));
        });
    }
}
