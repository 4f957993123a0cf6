package city.cockpit.registry.rights;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.SensorId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRightsTests {

    private static final SensorId SENSOR = new SensorId("tasmota-ab12f0");

    @Test
    void aDeviceMayPublishToItsOwnTopicsAndNoOthers() {
        var device = new TopicRights(FormatTopics.ofDevice("", "air-07"));
        assertThat(device.admits("city/air-07")).isTrue();
        assertThat(device.admits("city/air-07/status")).isTrue();
        for (var other :
                List.of("city", "city/", "city/air-07/", "city/air-07/x", "city/air-070", "City/air-07", "city/+"))
            assertThat(device.admits(other)).as(other).isFalse();
    }

    @Test
    void aGatewayMayPublishWithinItsFilter() {
        var gateway = new TopicRights(List.of("application/+/device/+/event/+", "zigbee2mqtt/#"));
        assertThat(gateway.admits("application/7/device/a1/event/up")).isTrue();
        assertThat(gateway.admits("zigbee2mqtt/kitchen/availability")).isTrue();
        assertThat(gateway.admits("zigbee2mqtt")).isFalse();
        assertThat(gateway.admits("application/7/device/a1/event")).isFalse();
        assertThat(gateway.admits("application/7/device/a1/event/up/more")).isFalse();
        assertThat(new TopicRights(List.of("+/events/rpc")).admits("cockpit/events/rpc"))
                .isFalse();
        assertThat(new TopicRights(List.of("+/events/rpc")).admits("$x/events/rpc"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"city/#", "+/events/rpc", "a", "a/+/b", "v3/town/#"})
    void whatNamesSomethingIsAFilterForAGateway(String filter) {
        assertThat(TopicRights.isFilter(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "+",
                "+/+",
                "+/#",
                "/x",
                "$SYS/#",
                "cockpit/#",
                "cockpit",
                "a/#/b",
                "a#",
                "a+/b",
                "a\nb",
                "activemq.x"
            })
    void whatIsForEverythingOrForTheBrokerIsNone(String filter) {
        assertThat(TopicRights.isFilter(filter)).isFalse();
    }

    @Test
    void aDeviceIsKnownByTheNameThatItsMakerGaveIt() {
        assertThat(FormatTopics.isNameOf("tasmota_AB12F0", SENSOR)).isTrue();
        assertThat(FormatTopics.isNameOf("tasmota_AB12F1", SENSOR)).isFalse();
        assertThat(FormatTopics.isNameOf("city", new SensorId("city"))).isFalse();
        assertThat(FormatTopics.ofDevice("tasmota", "tasmota_AB12F0")).contains("tele/tasmota_AB12F0/+");
        assertThat(FormatTopics.ofDevice("chirpstack", "a1")).isEmpty();
    }

    @Test
    void aPasswordIsKeptAsASaltedHash() {
        var hash = PasswordHash.of("kBz7mQx4Tn9pWs2vRc6yHd3f");
        assertThat(hash.fits("kBz7mQx4Tn9pWs2vRc6yHd3f")).isTrue();
        assertThat(hash.fits("kBz7mQx4Tn9pWs2vRc6yHd3g")).isFalse();
        assertThat(hash.text())
                .doesNotContain("kBz7")
                .isNotEqualTo(PasswordHash.of("kBz7mQx4Tn9pWs2vRc6yHd3f").text());
        assertThat(hash).hasToString("a password's hash");
    }
}
