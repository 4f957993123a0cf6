package city.cockpit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever strangers send, the pipeline lives on and counts it. */
class HostileInputTests {

    private static final int MESSAGES = 20_000;
    private static final List<String> SPECIMENS = List.of("""
            {"time":"2026-11-22T10:14:00Z","values":{"pm10":12.3,"pm2_5":-0.0}}""", """
            [{"bn":"air-07:","bt":1276020076.001,"bu":"ug/m3","bver":5,"n":"pm10","v":120.1},{"n":"pm2_5","t":-5,"v":1}]""", """
            [{"values":{"pm10":1e-400}},{"values":{"pm10":999999999999999999999999999999999999999}}]""");

    private final City city =
            new City(Map.of("queue", String.valueOf(2 * MESSAGES))).withSensor("air-07/pm10", "air-07/pm2_5");

    @AfterEach
    void everyReadingIsCountedOnce() {
        city.close();
    }

    @Test
    void randomBytesDoNoHarm() {
        var random = new Random(20_261_122);
        for (var i = 0; i < MESSAGES; i++) {
            var payload = new byte[random.nextInt(60)];
            random.nextBytes(payload);
            city.receives(i % 10 == 0 ? "city/air-07/status" : "city/air-07", payload);
        }
        assertThatNothingBroke();
    }

    @Test
    void damagedMessagesDoNoHarm() {
        var random = new Random(20_261_123);
        for (var i = 0; i < MESSAGES; i++)
            city.receives(
                    "city/air-07", damaged(SPECIMENS.get(i % SPECIMENS.size()).getBytes(UTF_8), random));
        assertThatNothingBroke();
    }

    private void assertThatNothingBroke() {
        city.started();
        var counts = city.ledger();
        assertThat(counts.received()).isGreaterThan(MESSAGES / 2);
        assertThat(counts.rejectedByReason()).doesNotContainKey(RejectReason.DEFECT);
    }

    private static byte[] damaged(byte[] payload, Random random) {
        for (var i = random.nextInt(4); i > 0; i--) {
            var at = random.nextInt(payload.length);
            payload[at] = random.nextBoolean()
                    ? payload[random.nextInt(payload.length)]
                    : (byte) "{}[]\",:.-+eE0123456789_ntbuv".charAt(random.nextInt(28));
        }
        return payload;
    }
}
