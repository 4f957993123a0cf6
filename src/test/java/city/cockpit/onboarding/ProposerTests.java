package city.cockpit.onboarding;

import static city.cockpit.onboarding.Benches.NOW;
import static city.cockpit.onboarding.Benches.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.ingest.kept.Inbox.Held;
import city.cockpit.ingest.kept.KeptMessage;
import city.cockpit.ingest.kept.Payload;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorId;
import city.cockpit.onboarding.Match.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a technician is offered for what a device sends. */
class ProposerTests {

    private final Proposer proposer = Benches.proposer(() -> NOW);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chirpstack.json       | chirpstack       | 24e124535b316056       | humidity pressure temperature
            things-stack.json     | things-stack     | pegel-fulda            | water_level
            zigbee2mqtt.json      | zigbee2mqtt      |                        | humidity pressure temperature
            tasmota.json          | tasmota          |                        | energy humidity power pressure temperature
            shelly.json           | shelly           | shellypro3em-08b61fcb7f3c | energy humidity power temperature
            sensor-community.json | sensor-community | esp8266-12345678       | humidity pm10 pm2_5 pressure temperature""")
    void aSampleOfEachFormatIsUnderstood(String file, String format, String name, String properties) {
        var proposal = proposer.propose(new Sample("", sample(file)));
        assertThat(proposal.format()).contains(format);
        assertThat(proposal.needsFormat()).isFalse();
        assertThat(proposal.about().name().map(SensorId::value)).isEqualTo(Optional.ofNullable(name));
        assertThat(proposal.proposedKeys()).containsExactlyInAnyOrder(properties.split(" "));
    }

    @Test
    void nothingIsTakenOverOfWhatTellsOfTheDeviceItself() {
        for (var file : List.of("chirpstack.json", "zigbee2mqtt.json", "things-stack.json"))
            assertThat(field(proposer.propose(new Sample("", sample(file))), "/battery"))
                    .satisfies(battery -> assertThat(battery.isAboutDevice()).isTrue())
                    .satisfies(battery -> assertThat(battery.matches()).isEmpty());
    }

    @Test
    void whoTheDeviceIsStandsInTheMessage() {
        var about = proposer.propose(new Sample("", sample("chirpstack.json"))).about();
        assertThat(about.title()).isEqualTo("Schulhof Süd");
        assertThat(about.kind()).isEqualTo("EM500-CO2");
        assertThat(about.serial()).isEqualTo("24e124535b316056");
    }

    @ParameterizedTest
    @CsvSource({
        "tele/tasmota_AB12F0/SENSOR, tasmota-ab12f0",
        "tele/Rathaus/keller/SENSOR, keller",
        "zigbee2mqtt/Schulhof, schulhof",
        "application/7/device/24E124535B316056/event/up, 24e124535b316056",
        "v3/musterstadt@ttn/devices/pegel-fulda/up, pegel-fulda",
        "city/air-07, air-07",
        "haus/pegel-4/temperature, temperature",
        "shellypro3em-08b61fcb7f3c/events/rpc, shellypro3em-08b61fcb7f3c"
    })
    void orItsTopicNamesIt(String topic, String name) {
        var proposal = proposer.propose(new Sample(topic, "21.5"));
        assertThat(proposal.about().name()).contains(new SensorId(name));
    }

    @Test
    void aUnitThatTheDeviceNamesMakesItSureAndOneThatIsAssumedIsSaid() {
        var tasmota = proposer.propose(new Sample("", sample("tasmota.json")));
        assertThat(best(tasmota, "/BME280/Temperature"))
                .satisfies(match -> assertThat(match.sureness()).isEqualTo(Sureness.SURE))
                .satisfies(match -> assertThat(match.assumedUnit()).isEmpty());
        var chirpstack = proposer.propose(new Sample("", sample("chirpstack.json")));
        assertThat(best(chirpstack, "/temperature"))
                .satisfies(match -> assertThat(match.reason()).isEqualTo(Reason.UNIT_ASSUMED))
                .satisfies(match -> assertThat(match.assumedUnit()).contains("Cel"));
    }

    @Test
    void aUnitOtherThanOursIsConvertedByTheFeedWhereTheMessageTellsNone() {
        var match = best(proposer.propose(new Sample("city/x", "{\"level_mm\": 1370}")), "/level_mm");
        assertThat(match.property().key()).isEqualTo("water_level");
        assertThat(match.value()).isEqualTo(1.37, within(1e-9));
        assertThat(match.feed().scale()).isEqualTo(0.001, within(1e-12));
        var fahrenheit = best(proposer.propose(new Sample("city/x", "{\"temp_f\": 70.7}")), "/temp_f");
        assertThat(fahrenheit.value()).isEqualTo(21.5, within(1e-6));
    }

    @Test
    void whatIsPossibleAndNotBelievedIsNotTakenOverSilently() {
        var proposal = proposer.propose(new Sample("city/x", "{\"temperature\": 93.4}"));
        assertThat(best(proposal, "/temperature").reason()).isEqualTo(Reason.IMPLAUSIBLE);
        assertThat(proposal.proposed()).isEmpty();
    }

    @Test
    void whatNatureForbidsIsNotProposed() {
        assertThat(field(proposer.propose(new Sample("city/x", "{\"humidity\": 180}")), "/humidity")
                        .matches())
                .isEmpty();
    }

    @Test
    void waterIsNoAir() {
        var proposal = proposer.propose(new Sample("city/x", "{\"water_temperature\": 11.2, \"dew_point\": 3}"));
        assertThat(proposal.fields()).allMatch(Proposal.Field::isAboutDevice);
        assertThat(proposal.proposed()).isEmpty();
    }

    @Test
    void aNameThatFitsInPartsIsOfferedOnly() {
        var proposal = proposer.propose(new Sample("city/x", "{\"temperature_outdoor\": 8.1}"));
        assertThat(best(proposal, "/temperature_outdoor").reason()).isEqualTo(Reason.NAME_IN_PARTS_UNIT_ASSUMED);
        assertThat(proposal.proposed()).isEmpty();
    }

    @Test
    void ofTwoFieldsForOnePropertyOneIsTaken() {
        var proposal = proposer.propose(
                new Sample(
                        "tele/x/SENSOR",
                        "{\"Time\":\"2026-11-22T10:14:58\",\"AM2301\":{\"Temperature\":8.4},\"DS18B20\":{\"Temperature\":9.1}}"));
        assertThat(proposal.proposed()).hasSize(1);
        assertThat(proposal.fields()).hasSize(2);
    }

    @Test
    void aPlainNumberNeedsItsFormatKept() {
        var proposal = proposer.propose(new Sample("haus/pegel-4", "21.5 °C"));
        assertThat(proposal.format()).contains("plain-number");
        assertThat(proposal.needsFormat()).isTrue();
        assertThat(proposal.fields()).hasSize(1);
    }

    @Test
    void theTownsOwnFormatNamesItsProperties() {
        var proposal = proposer.propose(new Sample("city/air-07", "{\"values\":{\"pm10\":12.3,\"glück\":3}}"));
        assertThat(proposal.proposedKeys()).containsExactly("pm10");
        assertThat(best(proposal, "/pm10").sureness()).isEqualTo(Sureness.SURE);
        assertThat(field(proposal, "/glück").matches()).isEmpty();
    }

    @Test
    void whatNobodyReadsSaysWhy() {
        assertThat(proposer.propose(new Sample("", "{\"a\": 1,,}")).flaw()).isNotEmpty();
        assertThat(proposer.propose(new Sample("", "<html>")).format()).isEmpty();
        assertThat(proposer.propose(new Sample("", "  "))).isEqualTo(Proposal.NOTHING);
    }

    @Test
    void whatCannotMeasureSaysWhy() {
        var simulated =
                sample("things-stack.json").replace("{\"end_device_ids\"", "{\"simulated\":true,\"end_device_ids\"");
        assertThat(proposer.propose(new Sample("", simulated)).flaw()).contains("simulated");
    }

    @Test
    void messagesOfTheInboxTellHowOftenTheDeviceSends() {
        var held = new ArrayList<Held>();
        for (var n = 0; n < 6; n++)
            held.add(held(n, "{\"temperature\": 8.%d, \"battery\": 3.6, \"linkquality\": 90}".formatted(n)));
        var proposal = proposer.propose(held, Optional.empty());
        assertThat(proposal.interval()).contains(Duration.ofMinutes(5));
        assertThat(proposal.about().name()).contains(new SensorId("schulhof"));
        assertThat(field(proposal, "/temperature").newest().value()).isEqualTo(8.0);
    }

    @Test
    void theTableOfNamesKnowsWhatCanBeObserved() {
        var known = ObservedProperties.load();
        assertThat(new FieldNames(known).properties())
                .allMatch(key -> known.find(key).isPresent());
    }

    private static Held held(int number, String payload) {
        var message = new KeptMessage(
                new UUID(1, number),
                NOW.minus(Duration.ofSeconds(300 * number + number % 3)),
                "cockpit",
                "zigbee2mqtt/Schulhof",
                1,
                false,
                new Payload(payload.getBytes(StandardCharsets.UTF_8)),
                "schulhof");
        return new Held(message, List.of());
    }

    private static Match best(Proposal proposal, String field) {
        return field(proposal, field).matches().getFirst();
    }

    private static Proposal.Field field(Proposal proposal, String name) {
        return proposal.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
