package city.cockpit.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.cockpit.ingest.Conventions.Sender;
import city.cockpit.measurement.SensorId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPatternTests {

    @ParameterizedTest
    @CsvSource({
        "city/{sensor},                 city/air-07,              air-07",
        "messnetz/+/{sensor}/werte,     messnetz/nord/12/werte,   12",
        "{sensor},                      air-07,                   air-07",
        "{sensor}/#,                    air-07,                   air-07",
        "{sensor}/#,                    air-07/a/b,               air-07",
        "a/{sensor}/#,                  a/air-07/up/1,            air-07",
        "/{sensor},                     /air-07,                  air-07",
        "v3/+/devices/{sensor}/up,      v3/app@ttn/devices/70b3/up, 70b3",
        "tele/{sensor}/SENSOR,          tele/tasmota_AB12F0/SENSOR, tasmota-ab12f0",
        "zigbee2mqtt/{sensor},          zigbee2mqtt/0x00158D0001,   0x00158d0001",
        "shellies/{sensor}/events/rpc,  shellies/7C:87:CE/events/rpc, 7c-87-ce"
    })
    void theSensorStandsWhereThePatternSays(String pattern, String topic, String sensor) {
        assertThat(sender(topic, pattern)).containsExactly(new Sender(new SensorId(sensor), false));
    }

    @ParameterizedTest
    @CsvSource({
        "city/{sensor},             town/air-07",
        "city/{sensor},             city/air-07/raw",
        "city/{sensor},             city",
        "city/{sensor},             city/",
        "city/{sensor},             city/Luft 7",
        "messnetz/+/{sensor}/werte, messnetz/nord/12",
        "messnetz/+/{sensor}/werte, messnetz/nord/12/wert",
        "a/{sensor}/#,              a"
    })
    void anotherTopicNamesNobody(String pattern, String topic) {
        assertThat(sender(topic, pattern)).isEmpty();
    }

    @Test
    void aSensorTellsOfItselfWhereThePatternEndsOnStatus() {
        assertThat(sender("city/air-07/status", "city/{sensor}/#", "city/{sensor}/status"))
                .containsExactly(new Sender(new SensorId("air-07"), true));
        assertThat(sender("status/air-07", "status/{sensor}"))
                .containsExactly(new Sender(new SensorId("air-07"), false));
    }

    @Test
    void theBrokerIsAskedForEverySensor() {
        assertThat(new TopicPattern("messnetz/+/{sensor}/#").filter()).isEqualTo("messnetz/+/+/#");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "city",
                "city/#",
                "city/{sensor}/{sensor}",
                "city/a{sensor}",
                "city/#/{sensor}",
                "a+/{sensor}",
                "$SYS/{sensor}",
                "$share/a/{sensor}",
                "city/{other}",
                "city/{sensor}\u0000",
                "a#/{sensor}"
            })
    void aPatternNamesTheSensorOnceAndFollowsTheRulesOfMqtt(String text) {
        assertThat(TopicPattern.isPattern(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicPattern(text));
    }

    private static List<Sender> sender(String topic, String... patterns) {
        return new TopicPatterns(Stream.of(patterns).map(TopicPattern::new).toList())
                .senderOf(topic).stream().toList();
    }
}
