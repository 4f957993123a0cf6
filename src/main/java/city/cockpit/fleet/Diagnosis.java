package city.cockpit.fleet;

import static java.util.Comparator.comparing;

import city.cockpit.fleet.Finding.Implausible;
import city.cockpit.fleet.Finding.Late;
import city.cockpit.fleet.Finding.LowBattery;
import city.cockpit.fleet.Finding.Rejected;
import city.cockpit.fleet.Finding.RejectedTime;
import city.cockpit.fleet.Finding.Silent;
import city.cockpit.fleet.Finding.WeakRadio;
import city.cockpit.fleet.Finding.WrongClock;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.SeriesPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what is wrong with a sensor. Never blocks. */
final class Diagnosis {

    /** Refusals that come of the time a reading names. */
    private static final Set<RejectReason> OF_THE_CLOCK = EnumSet.of(
            RejectReason.IN_FUTURE,
            RejectReason.OLDER_THAN_RETENTION,
            RejectReason.MALFORMED_TIME,
            RejectReason.SKIPPED_HOUR);

    private static final List<Vital> RADIO = List.of(Vital.LORA_MARGIN, Vital.LORA, Vital.WIFI, Vital.ZIGBEE);

    /** So many intervals without a reading are silence. */
    private static final int SILENT = 4;

    private static final Duration DAY = Duration.ofDays(1);

    private final Limits limits = Limits.load();

    /** The shortest interval that the sensor promises; empty if it observes nothing. */
    static Optional<Duration> interval(Sensor sensor) {
        return sensor.series().stream().map(SeriesPlan::interval).min(Duration::compareTo);
    }

    static Optional<Instant> lastHeard(List<SeriesState> series) {
        return series.stream().flatMap(Diagnosis::readings).max(Instant::compareTo);
    }

    private static Stream<Instant> readings(SeriesState state) {
        return Stream.concat(state.newest().stream(), state.doubt().stream()).map(Reading::phenomenonTime);
    }

    /** The most urgent first. */
    List<Finding> of(Sensor sensor, List<SeriesState> series, DeviceState device, Instant now) {
        if (sensor.phase() != Phase.ACTIVE) return List.of();
        var findings = new ArrayList<Finding>();
        if (!series.isEmpty()) addReports(series, now, findings);
        addRefusals(device, limits.refusedFor(interval(sensor).orElse(Duration.ZERO)), now, findings);
        device.find(Vital.CLOCK)
                .filter(told -> told.badSince().isPresent())
                .ifPresent(told -> findings.add(
                        new WrongClock(Duration.ofMillis(Math.round(1e3 * told.value())), told.badSince())));
        device.find(Vital.BATTERY)
                .filter(told -> told.badSince().isPresent())
                .ifPresent(told -> findings.add(new LowBattery(told.value(), told.badSince())));
        RADIO.stream()
                .flatMap(vital -> device.find(vital).stream()
                        .filter(told -> told.badSince().isPresent())
                        .map(told -> new WeakRadio(vital, told.value(), told.badSince())))
                .findFirst()
                .ifPresent(findings::add);
        findings.sort(comparing(Finding::condition));
        return findings;
    }

    private static void addReports(List<SeriesState> series, Instant now, List<Finding> findings) {
        if (series.stream().allMatch(state -> isSilent(state, now))) {
            findings.add(new Silent(lastHeard(series), series.stream().allMatch(state -> tookLeave(state, now))));
            return;
        }
        var doubted = series.stream()
                .filter(state -> state.doubt().isPresent() && !isSilent(state, now))
                .toList();
        if (!doubted.isEmpty()) findings.add(new Implausible(earliestBelieved(doubted), seriesOf(doubted)));
        var late = series.stream()
                .filter(state -> state.state() != State.LIVE && !doubted.contains(state))
                .toList();
        if (!late.isEmpty())
            findings.add(new Late(earliestBelieved(late), seriesOf(late), late.size() == series.size()));
    }

    /** Whoever sends nonsense is not silent. */
    private static boolean isSilent(SeriesState state, Instant now) {
        if (state.state() == State.OFFLINE) return true;
        if (state.state().isCurrent()) return false;
        return readings(state)
                .max(Instant::compareTo)
                .map(last -> Duration.between(last, now)
                                .compareTo(state.series().interval().multipliedBy(SILENT))
                        >= 0)
                .orElse(true);
    }

    /** Time alone does not make it be offline yet. */
    private static boolean tookLeave(SeriesState state, Instant now) {
        var four = state.series().interval().multipliedBy(SILENT);
        var ofItself = four.compareTo(DAY) > 0 ? four : DAY;
        return state.state() == State.OFFLINE
                && readings(state)
                        .max(Instant::compareTo)
                        .filter(last -> Duration.between(last, now).compareTo(ofItself) < 0)
                        .isPresent();
    }

    private static Optional<Instant> earliestBelieved(List<SeriesState> states) {
        return states.stream()
                .flatMap(state -> state.newest().map(Reading::phenomenonTime).stream())
                .min(Instant::compareTo);
    }

    private static List<Series> seriesOf(List<SeriesState> states) {
        return states.stream().map(SeriesState::series).toList();
    }

    private static void addRefusals(DeviceState device, Duration told, Instant now, List<Finding> findings) {
        device.refusals().entrySet().stream()
                .filter(one -> one.getValue().last().plus(told).isAfter(now))
                .sorted(comparing(one -> one.getKey()))
                .forEach(one -> findings.add(
                        OF_THE_CLOCK.contains(one.getKey())
                                ? new RejectedTime(one.getKey(), one.getValue())
                                : new Rejected(one.getKey(), one.getValue())));
    }
}
