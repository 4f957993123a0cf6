package city.cockpit.ingest;

import static city.cockpit.ingest.Measured.PM10;
import static city.cockpit.ingest.Measured.SENSOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.TestMosquitto;
import city.cockpit.harness.TestWire;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.measurement.Reading;
import city.cockpit.mqtt.Device;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that share the messages of one broker and one database. */
@WithoutDatabase
class TwoNodesIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.create();
    private TestMosquitto broker;
    private TestWire wire;
    private Backroom first;
    private Backroom second;
    private Device device;

    @BeforeEach
    void startBoth() throws MqttException {
        broker = TestMosquitto.in(data);
        wire = new TestWire(broker.port());
        var nodes = Stream.of("first", "second").parallel().map(this::start).toList();
        first = nodes.get(0);
        second = nodes.get(1);
        device = new Device(broker.address(), broker.password());
    }

    private Backroom start(String clientId) {
        var databasePort =
                URI.create(database.url().substring("jdbc:".length())).getPort();
        return Backroom.start(
                database,
                databasePort,
                broker,
                clientId.equals("first") ? wire.port() : broker.port(),
                "--cockpit.mqtt.client-id=" + clientId,
                "--cockpit.ingest.topic-filter=$share/cockpit/city/#",
                "--cockpit.nodes.silence=3s");
    }

    @AfterEach
    void stopBoth() throws MqttException {
        device.close();
        first.close();
        second.close();
        wire.close();
        broker.close();
        database.close();
    }

    @Test
    void whatOneNodeStoresBothShowAtOnce() throws MqttException {
        for (var round = 1; round <= 6; round++) {
            var value = round * 7.5;
            device.publish("city/" + SENSOR, "{\"values\":{\"pm10\":%s}}".formatted(value));
            await().atMost(AT_ONCE)
                    .untilAsserted(() -> assertThat(pm10AtBoth())
                            .allSatisfy(state -> assertThat(state.newest().map(Reading::value))
                                    .contains(value)));
        }
        assertThat(List.of(first.counts().stored(), second.counts().stored()))
                .as("both had their share")
                .containsExactly(3L, 3L);
    }

    @Test
    void whoTookHisLeaveAtOneNodeIsOfflineAtBothAndBackAtBoth() throws MqttException {
        device.publish("city/" + SENSOR, "{\"values\":{\"pm10\":7.5}}");
        // The leave goes to the other node: sent at once, it could arrive there before the reading here.
        awaitAtBoth(State.LIVE);
        device.publish("city/" + SENSOR + "/status", "offline");
        awaitAtBoth(State.OFFLINE);
        // One goes to each node, so one of them was stored where nobody had heard of the leave.
        device.publish("city/" + SENSOR, "{\"values\":{\"pm10\":8}}");
        awaitAtBoth(State.LIVE);
        first.close();
        first = start("first");
        awaitAtBoth(State.LIVE);
    }

    @Test
    void whatANodeMissedWhileItsWireWasCutItTakesFromHistory() throws MqttException {
        wire.takeAway();
        for (var number = 0; number < 10; number++) Measured.send(device, number);
        device.publish("city/" + SENSOR, "{\"time\":\"%s\",\"values\":{\"pm10\":99}}".formatted(Instant.now()));
        device.confirm();
        wire.mend();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(pm10AtBoth())
                        .allSatisfy(state ->
                                assertThat(state.newest().map(Reading::value)).contains(99.0)));
    }

    @Test
    void whatWaitsForANodeThatIsGoneTheOtherFetches() throws MqttException {
        first.close();
        for (var number = 0; number < 1_000; number++) Measured.send(device, number);
        device.confirm();
        Measured.awaitRows(database, 1_000);
        Measured.assertEachOnce(database, 1_000);
        first = start("first");
        for (var number = 1_000; number < 2_000; number++) Measured.send(device, number);
        device.confirm();
        Measured.awaitRows(database, 2_000);
        Measured.assertEachOnce(database, 2_000);
        await().until(() -> first.counts().stored() > 100);
    }

    private void awaitAtBoth(State expected) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(pm10AtBoth()).extracting(SeriesState::state).containsOnly(expected));
    }

    private List<SeriesState> pm10AtBoth() {
        return List.of(first.series(PM10), second.series(PM10));
    }
}
