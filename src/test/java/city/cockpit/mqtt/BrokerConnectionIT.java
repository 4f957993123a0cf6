package city.cockpit.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.FreePort;
import city.cockpit.harness.TestAuthority;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionState.Lost;
import city.cockpit.platform.EmbeddedBroker;
import city.cockpit.transport.TrustedAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The connection against the embedded broker. */
@WithoutDatabase
class BrokerConnectionIT {

    private static final String PASSWORD = "device-password";
    private static final int RECEIVE_MAXIMUM = 50;

    @TempDir
    private Path data;

    private final Inbox inbox = new Inbox();
    private final List<BrokerConnections> connections = new ArrayList<>();
    private final TestAuthority authority = new TestAuthority();
    private EmbeddedBroker broker;
    private int encryptedPort;

    @BeforeEach
    void startTheBroker() throws IOException {
        encryptedPort = FreePort.find();
        var encrypted =
                new EmbeddedBroker.Encrypted(encryptedPort, authority.issue().context());
        broker = new EmbeddedBroker(data, FreePort.find(), PASSWORD, Optional.of(encrypted));
        broker.start();
    }

    @AfterEach
    void stopEverything() {
        connections.forEach(BrokerConnections::stop);
        broker.stop();
    }

    @Test
    void whatIsAcknowledgedComesOnceAndBeyondTheWindow() throws MqttException {
        connect();
        publish(0, 500);
        await().until(() -> inbox.numbers().size() == 500);
        reconnect();
        publish(500, 501);
        await().until(() -> inbox.numbers().contains(500));
        assertThat(inbox.messages).hasSize(501);
    }

    @Test
    void whatIsNotAcknowledgedComesAgainWithTheNextConnection() throws MqttException {
        inbox.acknowledges = false;
        connect();
        publish(0, 200);
        await().until(() -> inbox.messages.size() == RECEIVE_MAXIMUM);
        var old = List.copyOf(inbox.messages);
        inbox.messages.clear();
        inbox.acknowledges = true;
        reconnect();
        await().until(() -> inbox.numbers().size() == 200);
        assertThat(old).allMatch(InboundMessage::isStale);
        old.forEach(InboundMessage::acknowledge);
        assertThat(inbox.numbers())
                .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
    }

    @Test
    void theBrokerKeepsMessagesWhileTheCockpitIsAway() throws MqttException {
        connect().stop();
        publish(0, 3_000);
        connect();
        await().until(() -> inbox.numbers().size() == 3_000);
        assertThat(inbox.messages).as("each once").hasSize(3_000);
    }

    @Test
    void afterARestartOfTheBrokerMessagesFlowAgain() throws MqttException {
        var connection = connect();
        publish(0, 10);
        await().until(() -> inbox.numbers().size() == 10);
        broker.stop();
        await().until(() -> connection.own().state() instanceof Lost);
        broker.start();
        await().until(() -> connection.own().state() instanceof Connected);
        publish(10, 20);
        await().until(() -> inbox.numbers().size() == 20);
    }

    @Test
    void acknowledgementsDuringRestartsOfTheBrokerLoseNothing() throws MqttException {
        inbox.acknowledges = false;
        var connection = connect();
        publish(0, 400);
        for (var round = 0; round < 3; round++) {
            await().until(() -> connection.own().state() instanceof Connected);
            await().until(() -> !inbox.messages.isEmpty());
            broker.stop();
            inbox.messages.forEach(InboundMessage::acknowledge);
            broker.start();
        }
        inbox.acknowledges = true;
        inbox.messages.forEach(InboundMessage::acknowledge);
        await().until(() -> inbox.numbers().size() == 400);
    }

    @Test
    void ofALostConnectionNoThreadStaysBehind() {
        var connection = connect();
        for (var round = 0; round < 3; round++) {
            broker.stop();
            await().until(() -> connection.own().state() instanceof Lost);
            broker.start();
            await().until(() -> connection.own().state() instanceof Connected);
        }
        await().untilAsserted(() -> assertThat(threadsOfPaho())
                .as("reader, sender, callback, pings")
                .hasSizeLessThanOrEqualTo(4));
    }

    @Test
    void aBrokerThatIsAwayDoesNotHinderTheStart() {
        broker.stop();
        var connection = connect();
        assertThat(connection.own().state())
                .isInstanceOfSatisfying(
                        Lost.class, lost -> assertThat(lost.failure().cause()).isEqualTo(Cause.NOT_REACHABLE));
        broker.start();
        await().until(() -> connection.own().state() instanceof Connected);
    }

    @Test
    void theAddressMayBeginWithMqtt() {
        var details = broker.details();
        var uri = URI.create(details.uri().toString().replace("tcp:", "mqtt:"));
        assertThat(connect(new BrokerDetails(uri, details.username(), details.password()), "cockpit")
                        .own()
                        .state())
                .isInstanceOf(Connected.class);
    }

    @Test
    void aBrokerWhoseAuthorityTheTownHasNamedIsTrusted() throws MqttException {
        assertThat(connect(encrypted(Optional.of(authority)), "cockpit").own().state())
                .isInstanceOf(Connected.class);
        publish(0, 5);
        await().until(() -> inbox.numbers().size() == 5);
    }

    @Test
    void aBrokerOfAnybodyElseIsNotAndTheReasonSaysSo() {
        for (var stranger : List.of(Optional.<TestAuthority>empty(), Optional.of(new TestAuthority())))
            assertThat(connect(encrypted(stranger), "cockpit").own().state())
                    .isInstanceOfSatisfying(
                            Lost.class,
                            lost -> assertThat(lost.failure().cause()).isEqualTo(Cause.CERTIFICATE));
    }

    @Test
    void aRenewedAuthorityCountsFromTheNextConnectionOn() {
        var details = encrypted(Optional.of(new TestAuthority()));
        var connection = connect(details, "cockpit");
        assertThat(connection.own().state()).isInstanceOf(Lost.class);
        authority.writeTo(data.resolve("ca.pem"));
        await().until(() -> connection.own().state() instanceof Connected);
    }

    private BrokerDetails encrypted(Optional<TestAuthority> trusted) {
        var own = broker.details();
        var named = trusted.map(it -> it.writeTo(data.resolve("ca.pem")))
                .<TrustedAuthority>map(file -> new TrustedAuthority.InFile(file, "cockpit.mqtt.ca-certificate"));
        return new BrokerDetails(URI.create("ssl://localhost:" + encryptedPort), own.username(), own.password(), named);
    }

    @Test
    void aWrongPasswordEndsTheStartWithTheNamesOfTheSettings() {
        var wrong = new BrokerDetails(broker.details().uri(), "cockpit", "wrong");
        assertThatExceptionOfType(BrokerRefusedException.class)
                .isThrownBy(() -> connect(wrong, "cockpit"))
                .withMessageContaining("cockpit.mqtt.username")
                .withMessageContaining("cockpit.mqtt.password");
    }

    @Test
    void whoMayNotListenIsRefusedToo() {
        var device = new BrokerDetails(broker.details().uri(), "device", PASSWORD);
        assertThatExceptionOfType(BrokerRefusedException.class).isThrownBy(() -> connect(device, "listener"));
    }

    @Test
    void whatIsAnnouncedIsConfirmedByTheBrokerOrItIsSaidThatNobodyTookIt() throws MqttException {
        connect();
        var sender = new BrokerDetails(broker.details().uri(), "device", PASSWORD);
        var announcer = new Announcer(sender, settings("town"), InstantSource.system());
        assertThat(announcer.announce("city/incidents", "7".getBytes(UTF_8))).isEmpty();
        await().until(() -> inbox.numbers().contains(7));
        broker.stop();
        assertThat(announcer.announce("city/incidents", "8".getBytes(UTF_8))).isNotEmpty();
    }

    @Test
    void whenThereIsNoRoomTheMessageComesAgain() throws MqttException {
        inbox.refusals = 1;
        connect();
        publish(0, 5);
        await().until(() -> inbox.numbers().size() == 5);
    }

    @Test
    void whereMessagesAreTooLargeForTheRoomFewerComeAtATimeUntilTheyFit() throws MqttException {
        inbox.acknowledges = false;
        inbox.places = 8;
        connect();
        publish(0, 30);
        await().until(() -> inbox.waiting() == RECEIVE_MAXIMUM / 2 / 2 / 2);
        assertThat(inbox.turnedAway).as("once with 50, 25 and 12 at a time").hasValue(3);
        inbox.acknowledges = true;
        await().until(() -> {
            inbox.messages.forEach(InboundMessage::acknowledge);
            return inbox.numbers().size() == 30;
        });
    }

    @Test
    void aHandlerThatFailsLosesNothing() throws MqttException {
        inbox.failures = 1;
        connect();
        publish(0, 5);
        await().until(() -> inbox.numbers().size() == 5);
    }

    @Test
    void retainedMessagesOfThePastAreNotAskedFor() throws MqttException {
        try (var device = new Device(broker.details().uri(), PASSWORD)) {
            device.send("city/air-07", "99".getBytes(UTF_8), 1, true);
            device.confirm();
        }
        connect();
        publish(0, 1);
        await().until(() -> inbox.numbers().contains(0));
        reconnect();
        publish(1, 2);
        await().until(() -> inbox.numbers().contains(1));
        assertThat(inbox.numbers()).containsExactly(0, 1);
    }

    private BrokerConnections connect() {
        return connect(broker.details(), "cockpit");
    }

    private static MqttSettings settings(String clientId) {
        return new MqttSettings(
                null,
                "",
                "",
                null,
                clientId,
                Duration.ofDays(1),
                RECEIVE_MAXIMUM,
                DataSize.ofKilobytes(64),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(500));
    }

    private BrokerConnections connect(BrokerDetails details, String clientId) {
        var settings = settings(clientId);
        var connection = new BrokerConnections(details, settings, inbox, InstantSource.system());
        connections.add(connection);
        connection.start();
        return connection;
    }

    private void reconnect() {
        connections.getLast().stop();
        connect();
    }

    private void publish(int from, int to) throws MqttException {
        try (var device = new Device(broker.details().uri(), PASSWORD)) {
            for (var i = from; i < to; i++)
                device.send("city/air-07", String.valueOf(i).getBytes(UTF_8), 1, false);
            device.confirm();
        }
    }

    private static List<String> threadsOfPaho() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("MQTT "))
                .toList();
    }

    private static final class Inbox implements MessageHandler {

        private final List<InboundMessage> messages = new CopyOnWriteArrayList<>();
        private volatile boolean acknowledges = true;
        private volatile int refusals;
        private volatile int failures;
        private volatile int places = Integer.MAX_VALUE;
        private final AtomicInteger turnedAway = new AtomicInteger();

        @Override
        public List<String> topicFilters() {
            return List.of("city/#");
        }

        @Override
        public int room() {
            return 1_000;
        }

        @Override
        public boolean handle(InboundMessage message) {
            if (refusals > 0) {
                refusals = 0;
                return false;
            }
            if (failures > 0) {
                failures = 0;
                throw new IllegalStateException("a defect");
            }
            if (waiting() >= places) {
                turnedAway.incrementAndGet();
                return false;
            }
            messages.add(message);
            if (acknowledges) message.acknowledge();
            return true;
        }

        /** Messages of the connection that stands, where none is acknowledged. */
        private long waiting() {
            return acknowledges
                    ? 0
                    : messages.stream().filter(one -> !one.isStale()).count();
        }

        Set<Integer> numbers() {
            return messages.stream()
                    .map(message -> Integer.valueOf(new String(message.payload(), UTF_8)))
                    .collect(toCollection(TreeSet::new));
        }
    }
}
