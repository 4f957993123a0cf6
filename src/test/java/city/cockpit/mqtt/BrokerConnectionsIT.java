package city.cockpit.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.FreePort;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionProbe.Outcome;
import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionState.Refused;
import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import city.cockpit.mqtt.ConnectionStatus.Grant;
import city.cockpit.platform.EmbeddedBroker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The town's own broker and a second one, whose connection comes, changes and goes while the first one stays. */
@WithoutDatabase
class BrokerConnectionsIT {

    private static final String PASSWORD = "device-password";

    @TempDir
    private Path data;

    private final Inbox inbox = new Inbox();
    private EmbeddedBroker own;
    private EmbeddedBroker other;
    private BrokerConnections connections;

    @BeforeEach
    void startBothBrokers() throws IOException {
        own = new EmbeddedBroker(data.resolve("own"), FreePort.find(), PASSWORD);
        own.start();
        other = new EmbeddedBroker(data.resolve("other"), FreePort.find(), PASSWORD);
        other.start();
        connections = connections();
    }

    @AfterEach
    void stopEverything() {
        connections.stop();
        other.stop();
        own.stop();
    }

    @Test
    void aConnectionIsAddedWhileTheOthersRunAndEachMessageTellsByWhichOneItCame() throws MqttException {
        var since = connections.own().state().since();
        connections.run(plan("city/roof/#"));
        awaitConnected();
        publish(own, "city/street", "a", 1);
        publish(other, "city/roof/1", "b", 1);
        await().until(() -> inbox.seen().containsAll(List.of("cockpit city/street a", "messnetz city/roof/1 b")));
        assertThat(connections.own().state().since()).isEqualTo(since);
        assertThat(connections.list()).extracting(ConnectionStatus::name).containsExactly("cockpit", "messnetz");
        assertThat(status().filters()).containsExactly(new FilterStatus("city/roof/#", Grant.QOS_1));
        assertThat(status().traffic())
                .returns(1L, Traffic::received)
                .returns(1L, Traffic::lastMinute)
                .returns(0L, Traffic::withoutPromise)
                .satisfies(traffic -> assertThat(traffic.lastAt()).isPresent());
    }

    @Test
    void otherTopicsReplaceTheOldOnesAndTheBrokerHasKeptWhatCameInBetween() throws MqttException {
        connections.run(plan("city/roof/#"));
        awaitConnected();
        connections.end("messnetz", false);
        publish(other, "city/roof/1", "kept", 1);
        connections.run(plan(List.of("city/cellar/#"), List.of("city/roof/#")));
        awaitConnected();
        await().until(() -> inbox.seen().contains("messnetz city/roof/1 kept"));
        publish(other, "city/roof/1", "unwanted", 1);
        publish(other, "city/cellar/1", "wanted", 1);
        await().until(() -> inbox.seen().contains("messnetz city/cellar/1 wanted"));
        assertThat(inbox.seen()).doesNotContain("messnetz city/roof/1 unwanted");
        assertThat(status().filters()).containsExactly(new FilterStatus("city/cellar/#", Grant.QOS_1));
    }

    @Test
    void theBrokerForgetsAConnectionThatIsRemoved() throws MqttException {
        connections.run(plan("city/roof/#"));
        awaitConnected();
        connections.end("messnetz", true);
        publish(other, "city/roof/1", "nobody listens", 1);
        connections.run(plan("city/cellar/#"));
        awaitConnected();
        publish(other, "city/roof/1", "neither now", 1);
        publish(other, "city/cellar/1", "wanted", 1);
        await().until(() -> inbox.seen().contains("messnetz city/cellar/1 wanted"));
        assertThat(inbox.seen()).containsExactly("messnetz city/cellar/1 wanted");
    }

    @Test
    void aTopicTheBrokerRefusesIsToldAndTheOthersFlow() throws MqttException {
        connections.run(plan("cockpit/secret/#", "city/roof/#"));
        awaitConnected();
        publish(other, "city/roof/1", "b", 1);
        await().until(() -> inbox.seen().contains("messnetz city/roof/1 b"));
        assertThat(status().filters())
                .containsExactly(
                        new FilterStatus("cockpit/secret/#", Grant.REFUSED),
                        new FilterStatus("city/roof/#", Grant.QOS_1));
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneHelpsWithoutARestart() {
        connections.run(plan(new BrokerDetails(other.details().uri(), "cockpit", "wrong"), "city/#"));
        await().until(() ->
                status().state() instanceof Refused(var since, var failure) && failure.cause() == Cause.WRONG_PASSWORD);
        connections.run(plan("city/#"));
        awaitConnected();
    }

    @Test
    void sharedMessagesComeOnceToOneOfThoseWhoShareThem() throws MqttException {
        var second = connections();
        try {
            connections.run(plan("$share/cockpit/city/roof/#"));
            second.run(new ConnectionPlan(
                    "messnetz",
                    other.details(),
                    "cockpit-messnetz-b",
                    List.of("$share/cockpit/city/roof/#"),
                    List.of(),
                    1));
            awaitConnected();
            await().until(() -> second.list().getLast().state() instanceof Connected);
            try (var device = new Device(other.details().uri(), PASSWORD)) {
                for (var number = 0; number < 100; number++)
                    device.send("city/roof/" + number, "x".getBytes(UTF_8), 1, false);
                device.confirm();
            }
            await().until(() -> inbox.seen().size() == 100);
            assertThat(inbox.seen()).doesNotHaveDuplicates();
            assertThat(status().traffic().received()).isBetween(1L, 99L);
        } finally {
            second.stop();
        }
    }

    @Test
    void messagesWithoutAPromiseAreNamed() throws MqttException {
        connections.run(plan("city/roof/#"));
        awaitConnected();
        publish(other, "city/roof/1", "a", 0);
        publish(other, "city/roof/2", "b", 1);
        await().until(() -> inbox.seen().size() == 2);
        assertThat(status().traffic().withoutPromise()).isEqualTo(1);
        assertThat(status().traffic().topicsWithoutPromise()).containsExactly("city/roof/1");
    }

    @Test
    void aProbeTellsWhatWouldHappenAndTakesNothingFromAnybody() throws Exception {
        assertThat(probe(new BrokerDetails(other.details().uri(), "cockpit", "wrong"), "city/#"))
                .satisfies(outcome -> assertThat(cause(outcome)).isEqualTo(Cause.WRONG_PASSWORD));
        assertThat(probe(new BrokerDetails(URI.create("tcp://nowhere.invalid:1883"), "", ""), "city/#"))
                .satisfies(outcome -> assertThat(cause(outcome)).isEqualTo(Cause.UNKNOWN_HOST));
        assertThat(probe(new BrokerDetails(URI.create("tcp://127.0.0.1:" + FreePort.find()), "", ""), "city/#"))
                .satisfies(outcome -> assertThat(cause(outcome)).isEqualTo(Cause.NOT_REACHABLE));
        assertThat(probe(other.details(), "cockpit/secret/#"))
                .isEqualTo(new Outcome.Admitted(
                        List.of(new FilterStatus("cockpit/secret/#", Grant.REFUSED)), Optional.empty()));
        assertThat(probe(other.details(), "city/#"))
                .isEqualTo(new Outcome.Admitted(List.of(new FilterStatus("city/#", Grant.QOS_0)), Optional.empty()));
    }

    private static Cause cause(Outcome outcome) {
        return ((Outcome.Failed) outcome).failure().cause();
    }

    private Outcome probe(BrokerDetails broker, String filter) throws InterruptedException {
        var plan = new ConnectionPlan("messnetz", broker, "cockpit-probe", List.of(filter), List.of(), 0);
        return new ConnectionProbe(settings(), InstantSource.system()).probe(plan, Duration.ofMillis(200));
    }

    private ConnectionPlan plan(String... filters) {
        return plan(List.of(filters), List.of());
    }

    private ConnectionPlan plan(List<String> filters, List<String> former) {
        return new ConnectionPlan("messnetz", other.details(), "cockpit-messnetz", filters, former, 1);
    }

    private static ConnectionPlan plan(BrokerDetails broker, String filter) {
        return new ConnectionPlan("messnetz", broker, "cockpit-messnetz", List.of(filter), List.of(), 1);
    }

    private ConnectionStatus status() {
        return connections.list().getLast();
    }

    private void awaitConnected() {
        await().until(() -> status().name().equals("messnetz") && status().state() instanceof Connected);
    }

    private static void publish(EmbeddedBroker broker, String topic, String payload, int qos) throws MqttException {
        try (var device = new Device(broker.details().uri(), PASSWORD)) {
            device.send(topic, payload.getBytes(UTF_8), qos, false);
            device.confirm();
        }
    }

    private BrokerConnections connections() {
        var made = new BrokerConnections(own.details(), settings(), inbox, InstantSource.system());
        made.start();
        return made;
    }

    private static MqttSettings settings() {
        return new MqttSettings(
                null,
                "",
                "",
                null,
                "cockpit",
                Duration.ofDays(1),
                50,
                DataSize.ofKilobytes(64),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(500));
    }

    private static final class Inbox implements MessageHandler {

        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public List<String> topicFilters() {
            return List.of("city/#");
        }

        @Override
        public int room() {
            return 200;
        }

        @Override
        public boolean handle(InboundMessage message) {
            messages.add(
                    "%s %s %s".formatted(message.connection(), message.topic(), new String(message.payload(), UTF_8)));
            message.acknowledge();
            return true;
        }

        List<String> seen() {
            return List.copyOf(messages);
        }
    }
}
