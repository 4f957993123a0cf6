package city.cockpit.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.fleet.DeviceStates.Changes;
import city.cockpit.fleet.DeviceStates.ReasonOf;
import city.cockpit.fleet.DeviceStates.VitalOf;
import city.cockpit.ingest.DeviceReport;
import city.cockpit.ingest.DeviceReport.Refused;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import city.cockpit.measurement.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remembered of devices: the newest, and since when it is bad. */
class DeviceStatesTests {

    private static final SensorId SENSOR = new SensorId("air-07");
    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DeviceStates states = new DeviceStates();

    DeviceStatesTests() {
        states.expect(Map.of(SENSOR, MINUTE));
    }

    @Test
    void aBatteryIsLowFromTheFirstMessageThatSaysSo() {
        says(Vital.BATTERY, 21, NOON);
        assertThat(badSince(Vital.BATTERY)).isEmpty();
        says(Vital.BATTERY, 19, NOON.plusSeconds(60));
        says(Vital.BATTERY, 18, NOON.plusSeconds(120));
        assertThat(badSince(Vital.BATTERY)).contains(NOON.plusSeconds(60));
    }

    @Test
    void whatIsAtTheLimitDoesNotComeAndGoWithEveryMessage() {
        says(Vital.BATTERY, 19, NOON);
        says(Vital.BATTERY, 22, NOON.plusSeconds(60));
        assertThat(badSince(Vital.BATTERY)).contains(NOON);
        says(Vital.BATTERY, 25, NOON.plusSeconds(120));
        assertThat(badSince(Vital.BATTERY)).isEmpty();
    }

    @Test
    void nobodyJudgesVolts() {
        says(Vital.BATTERY_VOLTAGE, 0.4, NOON);
        assertThat(badSince(Vital.BATTERY_VOLTAGE)).isEmpty();
    }

    @Test
    void anOlderMessageThatIsRunAgainChangesNothing() {
        says(Vital.BATTERY, 80, NOON);
        says(Vital.BATTERY, 5, NOON.minusSeconds(60));
        assertThat(states.of(SENSOR).find(Vital.BATTERY).orElseThrow().value()).isEqualTo(80);
    }

    @Test
    void aClockThatIsBehindByTheSameMessageAfterMessageIsWrong() {
        for (var i = 0; i < 4; i++) observes(NOON.plusSeconds(60L * i), Duration.ofHours(-1));
        var clock = states.of(SENSOR).find(Vital.CLOCK).orElseThrow();
        assertThat(clock.value()).isEqualTo(-3600);
        assertThat(clock.badSince()).contains(NOON);
        observes(NOON.plusSeconds(300), Duration.ofSeconds(-2));
        assertThat(badSince(Vital.CLOCK)).as("after it was set").isEmpty();
    }

    @Test
    void whatIsBroughtAfterABreakOfTheNetworkIsNoWrongClock() {
        for (var i = 0; i < 60; i++)
            observes(NOON.plusSeconds(2L * i), Duration.ofMinutes(-60 + i).minusSeconds(2L * i));
        assertThat(states.of(SENSOR).find(Vital.CLOCK)).isEmpty();
    }

    @Test
    void aClockAMinuteAheadIsWrongASecondAheadIsNot() {
        for (var i = 0; i < 4; i++) observes(NOON.plusSeconds(60L * i), Duration.ofSeconds(1));
        assertThat(states.of(SENSOR).find(Vital.CLOCK)).isEmpty();
        for (var i = 4; i < 8; i++) observes(NOON.plusSeconds(60L * i), Duration.ofSeconds(90));
        assertThat(badSince(Vital.CLOCK)).contains(NOON.plusSeconds(240));
    }

    @Test
    void refusalsForTheSameReasonAreOneStoryUntilADayPassesWithoutAny() {
        refuses(RejectReason.UNIT, NOON, 2);
        refuses(RejectReason.UNIT, NOON.plusSeconds(3600), 1);
        assertThat(refusals(RejectReason.UNIT))
                .isEqualTo(new Refusals("in 'furlong'", NOON, NOON.plusSeconds(3600), 3));
        refuses(RejectReason.UNIT, NOON.plusSeconds(3 * 86_400), 1);
        assertThat(refusals(RejectReason.UNIT).first()).isEqualTo(NOON.plusSeconds(3 * 86_400));
    }

    @Test
    void whatCouldNotBeWrittenWaitsWithWhatCameSince() {
        says(Vital.BATTERY, 50, NOON);
        refuses(RejectReason.UNIT, NOON, 1);
        var taken = states.takeChanges();
        assertThat(states.takeChanges().vitals()).isEmpty();
        says(Vital.BATTERY, 49, NOON.plusSeconds(60));
        refuses(RejectReason.UNIT, NOON.plusSeconds(60), 1);
        states.giveBack(taken);
        var again = states.takeChanges();
        assertThat(again.vitals())
                .containsOnly(Map.entry(
                        new VitalOf(SENSOR, Vital.BATTERY), new Told(49, NOON.plusSeconds(60), Optional.empty())));
        assertThat(again.refusals())
                .containsOnly(Map.entry(
                        new ReasonOf(SENSOR, RejectReason.UNIT),
                        new Refusals("in 'furlong'", NOON, NOON.plusSeconds(60), 2)));
    }

    @Test
    void whatAnotherNodeHeardIsKnownHere() {
        says(Vital.BATTERY, 50, NOON);
        var later = NOON.plusSeconds(60);
        states.learn(new Changes(
                Map.of(
                        new VitalOf(SENSOR, Vital.BATTERY), new Told(12, later, Optional.of(later)),
                        new VitalOf(SENSOR, Vital.WIFI), new Told(-60, NOON, Optional.empty())),
                Map.of(new ReasonOf(SENSOR, RejectReason.UNIT), new Refusals("x", NOON, later, 40))));
        assertThat(badSince(Vital.BATTERY)).contains(later);
        assertThat(states.of(SENSOR).find(Vital.WIFI)).isPresent();
        assertThat(refusals(RejectReason.UNIT).readings()).isEqualTo(40);
        assertThat(states.takeChanges().vitals().values())
                .extracting(Told::value)
                .containsExactly(50.0);
    }

    private void says(Vital vital, double value, Instant at) {
        states.heard(List.of(new DeviceReport(SENSOR, at, Map.of(vital, value), Optional.empty(), List.of())));
    }

    private void observes(Instant at, Duration ahead) {
        states.heard(List.of(new DeviceReport(SENSOR, at, Map.of(), Optional.of(at.plus(ahead)), List.of())));
    }

    private void refuses(RejectReason reason, Instant at, int readings) {
        states.heard(List.of(new DeviceReport(
                SENSOR, at, Map.of(), Optional.empty(), List.of(new Refused(reason, "in 'furlong'", readings)))));
    }

    private Optional<Instant> badSince(Vital vital) {
        return states.of(SENSOR).find(vital).flatMap(Told::badSince);
    }

    private Refusals refusals(RejectReason reason) {
        return Optional.ofNullable(states.of(SENSOR).refusals().get(reason)).orElseThrow();
    }
}
