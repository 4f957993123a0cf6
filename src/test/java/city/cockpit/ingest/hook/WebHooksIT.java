package city.cockpit.ingest.hook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.FreePort;
import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.TestWire;
import city.cockpit.harness.WithoutDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A network server that sends by HTTP to a cockpit whose broker is away, while worse happens. */
@WithoutDatabase
class WebHooksIT {

    private static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");
    private static final String SECRET = "cockpit_" + "h".repeat(43);
    private static final int MESSAGES = 2_000;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final TestWire wire =
            new TestWire(URI.create(database.url().substring("jdbc:".length())).getPort());
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private RunningCockpit cockpit;

    @BeforeEach
    void start() throws IOException {
        cockpit = startAgain();
        JdbcClient.create(database.dataSource())
                .sql("""
                        INSERT INTO access_token (hash, name, scopes, made_by, made_at, expires_at)
                        VALUES (decode(:hash, 'hex'), 'network-server', ARRAY['SEND_READINGS'], 'admin', now(), :end)""")
                .param("hash", hash())
                .param("end", Instant.now().plus(Duration.ofDays(1)).atOffset(UTC))
                .update();
    }

    private RunningCockpit startAgain() throws IOException {
        return RunningCockpit.on(folder)
                .database(database)
                .with("spring.datasource.url", database.url().replaceFirst(":[0-9]+/", ":" + wire.port() + "/"))
                .with("spring.datasource.hikari.connection-timeout", "1000")
                .with("cockpit.ingest.retry-at-most", "500ms")
                .with("cockpit.mqtt.broker", "tcp://127.0.0.1:" + FreePort.find())
                .sensors(table())
                .start();
    }

    @AfterEach
    void stop() {
        cockpit.close();
        wire.close();
        database.close();
    }

    @Test
    void neitherAnOutageOfTheDatabaseNorAPowerCutLosesWhatWasConfirmed() throws Exception {
        assertThat(send(0, "Bearer " + SECRET)).isEqualTo(204);
        assertThat(send(1, "Basic " + Base64.getEncoder().encodeToString(("any:" + SECRET).getBytes(US_ASCII))))
                .isEqualTo(204);
        assertThat(send(2, "Bearer " + "cockpit_" + "x".repeat(43))).isEqualTo(401);

        wire.takeAway();
        assertThat(send(3, "Bearer " + SECRET)).isEqualTo(503);
        assertThat(send(3, "Bearer " + SECRET)).isEqualTo(503);
        wire.mend();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> send(3, "Bearer " + SECRET) == 204);

        var confirmed = ConcurrentHashMap.<Integer>newKeySet();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 10; number < MESSAGES; number++) {
                var mine = number;
                senders.execute(() -> {
                    if (send(mine, "Bearer " + SECRET) == 204) confirmed.add(mine);
                });
            }
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> confirmed.size() > 100);
            cockpit.kill();
        }
        assertThat(confirmed.size()).isBetween(100, MESSAGES - 11);
        assertThat(rows()).as("what was confirmed is there").containsAll(times(confirmed));

        cockpit = startAgain();
        try (var senders = Executors.newFixedThreadPool(20)) {
            for (var number = 10; number < MESSAGES; number++) {
                var mine = number;
                if (!confirmed.contains(mine))
                    senders.execute(() -> {
                        while (send(mine, "Bearer " + SECRET) != 204) Thread.onSpinWait();
                    });
            }
        }
        assertThat(rows()).hasSize(MESSAGES - 10 + 3);
        var counts = JsonMapper.shared().readTree(cockpit.manage("/actuator/ingest"));
        assertThat(counts.path("received").asLong())
                .isEqualTo(counts.path("stored").asLong()
                        + counts.path("duplicate").asLong()
                        + counts.path("rejected").asLong()
                        + counts.path("pending").asLong());
        assertThat(counts.path("rejected").asLong()).isZero();
    }

    private int send(int number, String authorization) {
        var request = HttpRequest.newBuilder(URI.create(cockpit.web() + "/api/v1/hooks/things-stack"))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"end_device_ids":{"device_id":"pegel-fulda"},"received_at":"%s",
                         "uplink_message":{"f_port":2,"decoded_payload":{"water_level":1.5}}}""".formatted(BEGIN.plusSeconds(number))))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private List<Instant> rows() {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT ts FROM reading ORDER BY ts")
                .query((row, n) -> row.getTimestamp("ts").toInstant())
                .list();
    }

    private static List<Instant> times(Set<Integer> numbers) {
        return numbers.stream().map(BEGIN::plusSeconds).toList();
    }

    private Path table() throws IOException {
        var table = folder.resolve("sensors.csv");
        var columns =
                "municipality_key,municipality,time_zone,site,site_name,district,latitude,longitude,sensor,simulated,property,interval_seconds,capacity";
        return Files.writeString(
                table,
                columns
                        + "\n06632002,Musterstadt,Europe/Berlin,fulda,Fulda,Altstadt,50.87,9.71,pegel-fulda,false,water_level,60,\n");
    }

    private static String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
