package city.cockpit.fleet;

import static city.cockpit.fleet.Condition.IMPLAUSIBLE;
import static city.cockpit.fleet.Condition.LATE;
import static city.cockpit.fleet.Condition.LOW_BATTERY;
import static city.cockpit.fleet.Condition.REJECTED;
import static city.cockpit.fleet.Condition.SILENT;
import static city.cockpit.fleet.Condition.WEAK_RADIO;
import static city.cockpit.fleet.Condition.WRONG_CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.fleet.Finding.Late;
import city.cockpit.fleet.Finding.Silent;
import city.cockpit.history.Completeness.Shares;
import city.cockpit.ingest.DeviceReport;
import city.cockpit.ingest.DeviceReport.Refused;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import city.cockpit.live.State;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorId;
import city.cockpit.preview.PreviewCity;
import city.cockpit.registry.InMemorySensors;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.SeriesPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How sensors are told to be, each with what is most urgent first. */
class LiveFleetTests {

    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
    private static final SensorId AIR = new SensorId("air-07");

    private final InMemorySensors sensors = new InMemorySensors();
    private final PreviewCity city = new PreviewCity();
    private final DeviceStates devices = new DeviceStates();
    private final LiveFleet fleet = new LiveFleet(sensors, city, ObservedProperties.load(), devices, () -> NOON);

    LiveFleetTests() {
        sensors.savePlace(Place.of(FakeCatalog.siteOf("Marktplatz"), "Am Markt 1"), "tina");
        hang("air-07", "Luft am Markt", "pm10", "temperature");
    }

    @Test
    void aSensorThatReportsInTimeIsWell() {
        reports("air-07/pm10", NOON, State.LIVE);
        reports("air-07/temperature", NOON.minusSeconds(30), State.LIVE);
        assertThat(look().findings()).isEmpty();
        assertThat(look().lastHeard()).contains(NOON);
    }

    @Test
    void oneWhoseSeriesAllEndedIsSilentSinceItsLastValue() {
        reports("air-07/pm10", NOON.minusSeconds(600), State.STALE);
        reports("air-07/temperature", NOON.minusSeconds(900), State.STALE);
        assertThat(look().findings()).containsExactly(new Silent(Optional.of(NOON.minusSeconds(600)), false));
    }

    @Test
    void oneThatSaidGoodbyeIsSilentAtOnce() {
        reports("air-07/pm10", NOON.minusSeconds(20), State.OFFLINE);
        reports("air-07/temperature", NOON.minusSeconds(20), State.OFFLINE);
        assertThat(look().findings()).containsExactly(new Silent(Optional.of(NOON.minusSeconds(20)), true));
    }

    @Test
    void oneThatNeverReportedIsSilentAndNobodyKnowsSinceWhen() {
        city.publish(NOON);
        assertThat(look().findings()).containsExactly(new Silent(Optional.empty(), false));
    }

    @Test
    void oneOfWhoseSeriesOneEndedIsLateAndSaysWhich() {
        reports("air-07/pm10", NOON.minusSeconds(7200), State.STALE);
        reports("air-07/temperature", NOON, State.LIVE);
        assertThat(look().worst()).get().isInstanceOfSatisfying(Late.class, late -> {
            assertThat(late.series()).extracting(one -> one.property().key()).containsExactly("pm10");
            assertThat(late.all()).isFalse();
            assertThat(late.since()).contains(NOON.minusSeconds(7200));
        });
    }

    @Test
    void whoeverSendsNonsenseIsNotSilent() {
        reports("air-07/pm10", NOON.minusSeconds(7200), State.STALE);
        reports("air-07/temperature", NOON.minusSeconds(7200), State.STALE);
        city.doubts("air-07/pm10", 9999, NOON);
        city.publish(NOON);
        assertThat(conditions()).containsExactly(IMPLAUSIBLE, LATE);
    }

    @Test
    void theMostUrgentComesFirst() {
        reports("air-07/pm10", NOON.minusSeconds(600), State.STALE);
        reports("air-07/temperature", NOON.minusSeconds(600), State.STALE);
        devices.heard(List.of(new DeviceReport(
                AIR,
                NOON,
                Map.of(Vital.BATTERY, 4.0, Vital.LORA, -121.0),
                Optional.empty(),
                List.of(
                        new Refused(RejectReason.IN_FUTURE, "pm10 at 2031", 1),
                        new Refused(RejectReason.UNIT, "pm10 in 'm'", 1)))));
        assertThat(conditions()).containsExactly(SILENT, REJECTED, WRONG_CLOCK, LOW_BATTERY, WEAK_RADIO);
    }

    @Test
    void aRefusalIsToldUntilItIsMended() {
        reports("air-07/pm10", NOON, State.LIVE);
        reports("air-07/temperature", NOON, State.LIVE);
        devices.heard(List.of(new DeviceReport(
                AIR,
                NOON.minusSeconds(3700),
                Map.of(),
                Optional.empty(),
                List.of(new Refused(RejectReason.UNIT, "pm10 in 'm'", 1)))));
        assertThat(conditions()).isEmpty();
    }

    @Test
    void nobodyIsAlarmedOfASensorThatSomebodyWorksOn() {
        city.publish(NOON);
        sensors.phase(AIR, Phase.MAINTENANCE, "tina");
        assertThat(look().findings()).isEmpty();
        assertThat(fleet.picture().active()).isZero();
    }

    @Test
    void aSensorIsAsCompleteAsItsLeastCompleteSeries() {
        reports("air-07/pm10", NOON, State.LIVE);
        reports("air-07/temperature", NOON, State.LIVE);
        fleet.complete(Map.of(1, shares(0.5), 2, shares(0.9)));
        assertThat(look().complete().week()).hasValue(0.5);
        assertThat(look().completeOf()).hasSize(2);
    }

    @Test
    void sensorsStandInTheOrderOfTheirNamesAndAreFoundByAnyOfTheirWords() {
        hang("uv-01", "Äskulapweg", "uv_index");
        hang("zz-01", "", "uv_index");
        city.publish(NOON);
        fleet.look();
        assertThat(fleet.picture().sensors())
                .extracting(one -> one.sensor().name())
                .containsExactly("Äskulapweg", "Luft am Markt", "zz-01");
        assertThat(fleet.picture().find(AIR).orElseThrow().matches(List.of("luft", "am markt 1", "air-07")))
                .isTrue();
        assertThat(fleet.picture().find(AIR).orElseThrow().matches(List.of("bahnhof")))
                .isFalse();
    }

    @Test
    void aSensorThatWasRegisteredAMomentAgoIsFound() {
        city.publish(NOON);
        fleet.look();
        hang("new-01", "Neu", "uv_index");
        assertThat(fleet.find(new SensorId("new-01"))).isPresent();
        assertThat(fleet.find(new SensorId("nobody"))).isEmpty();
    }

    private static Shares shares(double all) {
        return new Shares(OptionalDouble.of(all), OptionalDouble.of(all), OptionalDouble.of(all));
    }

    private void hang(String id, String title, String... properties) {
        sensors.register(
                Sensor.of(
                        new SensorId(id),
                        title,
                        "marktplatz",
                        Stream.of(properties)
                                .map(property -> SeriesPlan.of(property, Duration.ofMinutes(1)))
                                .toList()),
                Optional.empty(),
                "tina");
        for (var property : properties) city.with(id + "/" + property, "Marktplatz", 60, OptionalInt.empty());
    }

    private void reports(String series, Instant at, State state) {
        city.reports(series, 7, at, state);
        city.publish(NOON);
    }

    private SensorHealth look() {
        fleet.look();
        return fleet.picture().find(AIR).orElseThrow();
    }

    private List<Condition> conditions() {
        return look().findings().stream().map(Finding::condition).toList();
    }
}
