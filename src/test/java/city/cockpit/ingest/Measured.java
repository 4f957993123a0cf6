package city.cockpit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.TestDatabase;
import city.cockpit.measurement.SeriesId;
import city.cockpit.mqtt.Device;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one sensor measures: a numbered reading each second of a day long past, so that a test can tell them apart. */
final class Measured {

    static final String SENSOR = "air-stadtpark";
    static final SeriesId PM10 = new SeriesId(SENSOR + "/pm10");

    private static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");

    private Measured() {}

    static void send(Device device, int number) throws MqttException {
        device.send("city/" + SENSOR, payload(number), 1, false);
    }

    static byte[] payload(int number) {
        return """
                {"time":"%s","values":{"pm10":%s}}""".formatted(timeOf(number), valueOf(number)).getBytes(UTF_8);
    }

    static Instant timeOf(int number) {
        return BEGIN.plusSeconds(number);
    }

    static double valueOf(int number) {
        return number % 997 / 10.0;
    }

    /** Waits until the table holds this many readings. */
    static void awaitRows(TestDatabase database, long expected) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(rows(database)).isEqualTo(expected));
    }

    static long rows(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT count(*) FROM reading")
                .query(Long.class)
                .single();
    }

    /** The table holds each reading from 0 to before {@code count} once, with its own value, and nothing else. */
    static void assertEachOnce(TestDatabase database, int count) {
        var wrong = JdbcClient.create(database.dataSource())
                .sql("""
                        SELECT count(*)
                          FROM (SELECT to_timestamp(:begin + n) AS ts, n % 997 / 10.0 AS value
                                  FROM generate_series(0, :count - 1) n) expected
                          FULL JOIN reading USING (ts)
                         WHERE reading.ts IS NULL OR expected.value IS NULL
                            OR abs(reading.value - expected.value) > 1e-9""")
                .param("begin", BEGIN.getEpochSecond())
                .param("count", count)
                .query(Long.class)
                .single();
        assertThat(rows(database)).isEqualTo(count);
        assertThat(wrong).as("missing or with another value").isZero();
    }
}
