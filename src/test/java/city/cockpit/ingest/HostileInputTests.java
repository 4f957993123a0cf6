package city.cockpit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever strangers send, the pipeline lives on and counts it. */
class HostileInputTests {

    private static final int MESSAGES = 20_000;
    private static final String GOOD = """
            {"time":"2026-11-22T10:14:00Z","values":{"pm10":1}}""";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-json-depth | 3 | {\"values\":{\"pm10\":1}} | {\"values\":{\"pm10\":[[1]]}} | MALFORMED",
                "max-array-length | 2 | [{\"n\":\"pm10\",\"v\":1},{\"n\":\"pm2_5\",\"v\":1}] | [{\"v\":1},{\"v\":1},{\"v\":1}] | MALFORMED",
                "max-array-length | 2 | {\"values\":{\"pm10\":1,\"pm2_5\":1}} | {\"values\":{\"a\":1,\"b\":1,\"c\":1}} | MALFORMED",
                "max-number-length | 10 | {\"values\":{\"pm10\":1.23456789}} | {\"values\":{\"pm10\":1.23456789012345}} | MALFORMED",
                "max-text-length | 32 | {\"time\":\"2026-11-22T10:14:00.000000000Z\",\"values\":{\"pm10\":1}} | {\"time\":\"2026-11-22T10:14:00.000000000+00:00\",\"values\":{\"pm10\":1}} | MALFORMED",
                "max-name-length | 32 | {\"values\":{\"pm10\":1}} | {\"values\":{\"ppppppppppppppppppppppppppppppppp\":1}} | MALFORMED",
                "max-readings | 2 | {\"values\":{\"pm10\":1,\"pm2_5\":1}} | {\"values\":{\"pm10\":1,\"pm2_5\":1,\"no2\":1}} | OVERSIZED",
                "max-payload | 30B | {\"values\":{\"pm10\":1}} | {\"values\":{\"pm10\":1.000000000}} | OVERSIZED"
            })
    void everyLimitCanBeSetAndHolds(String limit, String value, String within, String beyond, RejectReason reason) {
        try (var strict = new City(Map.of(limit, value)).withSensor("air-07/pm10", "air-07/pm2_5")) {
            strict.started();
            strict.receives("city/air-07", within);
            assertThat(strict.ledger().rejected()).isZero();
            assertThat(strict.ledger().stored()).isPositive();
            strict.receives("city/air-07", beyond);
            assertThat(strict.ledger().rejectedByReason()).containsExactly(Map.entry(reason, 1L));
        }
    }

    @Test
    void noTopicIsLongerThanAllowed() {
        try (var strict = new City(Map.of("max-topic-length", "11")).withSensor("air-07/pm10", "air-0007/pm10")) {
            strict.started();
            strict.receives("city/air-07", GOOD);
            strict.receives("city/air-0007", GOOD);
            strict.receives("city/" + "a".repeat(60_000), GOOD);
            assertThat(strict.ledger().stored()).isEqualTo(1);
            assertThat(strict.ledger().rejectedByReason()).containsExactly(Map.entry(RejectReason.OVERSIZED, 2L));
        }
    }

    @Test
    void oneLongTimeThatManyValuesShareCostsLittle() {
        var values = IntStream.range(0, 2_000).mapToObj("\"v%d\":1"::formatted).collect(joining(","));
        for (var i = 0; i < 50; i++)
            city.receives("city/air-07", "{\"time\":\"" + "9".repeat(1_000) + "\",\"values\":{" + values + "}}");
        city.started();
        assertThat(city.ledger().rejectedByReason()).containsExactly(Map.entry(RejectReason.MALFORMED_TIME, 100_000L));
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
