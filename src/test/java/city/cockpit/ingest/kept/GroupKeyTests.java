package city.cockpit.ingest.kept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.RejectedMessageStore.Rejection;
import city.cockpit.measurement.SensorId;
import city.cockpit.mqtt.InboundMessage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupKeyTests {

    @Test
    void numbersDoNotPartWhatBelongsTogether() {
        assertThat(key(RejectReason.IMPOSSIBLE_VALUE, "city/air-07", "pm10 = -3.0, possible are 0.0 to 1.0E4"))
                .isEqualTo(key(RejectReason.IMPOSSIBLE_VALUE, "city/air-07", "pm10 = -17, possible are 0.0 to 1.0E4"))
                .isEqualTo(new GroupKey(RejectReason.IMPOSSIBLE_VALUE, "air-07", "pm10 = … possible are … to …"));
        assertThat(key(
                        RejectReason.CONFLICT,
                        "city/air-07",
                        "air-07/pm10 at 2026-11-22T10:15:00Z is 1.5 already, not 2"))
                .extracting(GroupKey::detail)
                .isEqualTo("air-07/pm10 at … is … already, not …");
    }

    @Test
    void whatHasToBeMendedIsNamed() {
        assertThat(key(RejectReason.UNKNOWN_PROPERTY, "city/air-07", "no series 'happiness' of air-07")
                        .detail())
                .isEqualTo("no series 'happiness' of air-07");
        assertThat(key(RejectReason.MALFORMED, "city/air-07", "not JSON: Unrecognized token 'nonsense'")
                        .detail())
                .isEqualTo("not JSON: Unrecognized token '…'");
    }

    @Test
    void whatASensorSentGoesByItsNameWhateverItsTopicCallsIt() {
        var message = message("application/7/device/24e124535b316056/event/up");
        var known = new Rejection(
                message, Optional.of(new SensorId("pegel-wehr")), RejectReason.WRONG_PORT, "port 3 instead of 2", 1);
        assertThat(GroupKey.of(known))
                .isEqualTo(new GroupKey(RejectReason.WRONG_PORT, "pegel-wehr", "port 3 instead of 2"));
    }

    @Test
    void whatIsNoNumberPartsNothingEither() {
        assertThat(key(RejectReason.NOT_A_NUMBER, "city/air-07", "pm10 = \"lots\"")
                        .detail())
                .isEqualTo("pm10");
        assertThat(key(RejectReason.NOT_A_NUMBER, "city/air-07", "pm10 = [1,\"2\",{}]")
                        .detail())
                .isEqualTo("pm10");
    }

    @Test
    void aStrangerIsOneGroupWhateverItSends() {
        assertThat(key(RejectReason.UNKNOWN_SENSOR, "city/stranger/status", "stranger"))
                .isEqualTo(key(RejectReason.UNKNOWN_SENSOR, "city/stranger", "stranger"))
                .isEqualTo(new GroupKey(RejectReason.UNKNOWN_SENSOR, "stranger", ""));
    }

    @Test
    void topicsWithoutASensorGoByTheirForm() {
        assertThat(key(RejectReason.UNKNOWN_TOPIC, "city/hall/17/room/3", "city/hall/17/room/3"))
                .isEqualTo(new GroupKey(RejectReason.UNKNOWN_TOPIC, "city/hall/…/room/…", ""));
    }

    @Test
    void hostileNamesAreCutAndHarmless() {
        var key = key(RejectReason.UNKNOWN_TOPIC, "city/\u0000" + "x".repeat(60_000), "");
        assertThat(key.sender()).hasSizeLessThanOrEqualTo(100).doesNotContain("\u0000");
        assertThat(key(RejectReason.UNKNOWN_PROPERTY, "city/air-07", "no series '" + "'x".repeat(5_000))
                        .detail())
                .hasSizeLessThanOrEqualTo(120);
    }

    private static GroupKey key(RejectReason reason, String topic, String detail) {
        return GroupKey.of(new Rejection(message(topic), reason, detail, 1));
    }

    private static InboundMessage message(String topic) {
        return new InboundMessage(
                "cockpit", topic, "{}".getBytes(UTF_8), 1, false, Instant.EPOCH, new InboundMessage.Delivery() {
                    @Override
                    public void acknowledge() {}

                    @Override
                    public boolean isOpen() {
                        return true;
                    }
                });
    }
}
