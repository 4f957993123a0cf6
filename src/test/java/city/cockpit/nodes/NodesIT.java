package city.cockpit.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.TestMosquitto;
import city.cockpit.harness.TestWire;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.mqtt.Device;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two cockpits, processes of their own, that were started at the same time on one empty database and one Mosquitto. */
@WithoutDatabase
class NodesIT {

    private static final String SENSOR = "parking-bahnhof";
    private static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestDatabase database = TestDatabase.create();
    private TestMosquitto broker;
    private TestWire wire;
    private RunningCockpit first;
    private RunningCockpit second;

    @BeforeEach
    void startBoth() {
        broker = TestMosquitto.in(folder.resolve("broker"));
        wire = new TestWire(broker.port());
        var nodes = Stream.of("first", "second").parallel().map(this::start).toList();
        first = nodes.get(0);
        second = nodes.get(1);
    }

    private RunningCockpit start(String name) {
        var port = name.equals("first") ? wire.port() : broker.port();
        return RunningCockpit.on(folder.resolve(name))
                .database(database)
                .demo()
                .with("cockpit.mqtt.broker", "tcp://127.0.0.1:" + port)
                .with("cockpit.mqtt.username", TestMosquitto.COCKPIT)
                .with("cockpit.mqtt.password", broker.password())
                .with("cockpit.mqtt.client-id", name)
                .with("cockpit.ingest.topic-filter", "$share/cockpit/city/#")
                .with("cockpit.nodes.silence", "4s")
                .start();
    }

    @AfterEach
    void stopBoth() {
        first.close();
        second.close();
        wire.close();
        broker.close();
        database.close();
    }

    @Test
    void bothShowEverythingAndWhenOneIsKilledBetweenCommitAndAcknowledgementNothingIsLostOrDoubled() throws Exception {
        try (var device = new Device(broker.address(), broker.password())) {
            // Nobody has asked either for a page yet; the first one is drawn slowly.
            assertThat(page(first)).isNotEmpty();
            assertThat(page(second)).isNotEmpty();
            for (var free : new int[] {97, 113}) {
                publish(device, Instant.now(), free);
                device.confirm();
                await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> {
                    assertThat(page(first)).contains(" %dvon 320 frei".formatted(free));
                    assertThat(page(second)).contains(" %dvon 320 frei".formatted(free));
                });
            }

            wire.swallowWhatTheClientSays();
            for (var number = 0; number < 1_000; number++) publish(device, BEGIN.plusSeconds(number), number % 300);
            device.confirm();
            awaitRows(1_002);
            assertThat(first.manage("/actuator/ingest"))
                    .as("its share, none of it acknowledged")
                    .contains("\"stored\":501");
            first.kill();
            for (var number = 1_000; number < 3_000; number++) publish(device, BEGIN.plusSeconds(number), number % 300);
            device.confirm();
            awaitRows(3_002);

            wire.mend();
            first = start("first");
            for (var number = 3_000; number < 4_000; number++) publish(device, BEGIN.plusSeconds(number), number % 300);
            device.confirm();
            awaitRows(4_002);
            assertThat(wrongRows()).isZero();
            await().untilAsserted(
                            () -> assertThat(first.manage("/actuator/ingest")).doesNotContain("\"stored\":0,"));
        }
    }

    private static void publish(Device device, Instant time, int free) throws MqttException {
        var payload = "{\"time\":\"%s\",\"values\":{\"parking_free\":%d}}".formatted(time, free);
        device.send("city/" + SENSOR, payload.getBytes(UTF_8), 1, false);
    }

    /** What a reader gets who asks for the page once. */
    private String page(RunningCockpit cockpit) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(cockpit.web() + "/"))
                .header("Accept-Language", "de")
                .build();
        return Jsoup.parse(http.send(request, BodyHandlers.ofString()).body()).text();
    }

    private void awaitRows(long expected) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(number("SELECT count(*) FROM reading")).isEqualTo(expected));
    }

    /** Of the numbered readings those that are missing or have another value. */
    private long wrongRows() {
        return number("""
                SELECT count(*) FROM generate_series(0, 3999) n
                  LEFT JOIN reading ON ts = TIMESTAMPTZ '2026-06-01T00:00:00Z' + n * INTERVAL '1 second'
                 WHERE value IS DISTINCT FROM n % 300""");
    }

    private long number(String question) {
        return JdbcClient.create(database.dataSource())
                .sql(question)
                .query(Long.class)
                .single();
    }
}
