package city.cockpit.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.FreePort;
import city.cockpit.harness.HeardTexts;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.registry.rights.Admissions;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithoutDatabase
class EmbeddedBrokerIT {

    private static final String READY = "ready: ";
    private static final String DEVICES = "the devices' password";

    @TempDir
    Path folder;

    private int port;
    private EmbeddedBroker broker;
    private final List<MqttClient> clients = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        port = FreePort.find();
        broker = new EmbeddedBroker(folder, port, DEVICES);
        broker.start();
    }

    @AfterEach
    void stop() throws MqttException {
        for (var client : clients) {
            if (client.isConnected()) client.disconnectForcibly(0, 100, true);
            client.close(true);
        }
        broker.stop();
    }

    @Test
    void whatWaitsForTheCockpitSurvivesARestart() throws Exception {
        connectCockpit(ConcurrentHashMap.newKeySet()).disconnectForcibly(0, 100, true);
        var device = connect("air-07", BrokerRights.DEVICE, DEVICES);
        for (int i = 0; i < 200; i++) device.publish("city/air-07", message("reading " + i));
        device.disconnect();

        broker.stop();
        assertThat(isOpen()).isFalse();
        broker = new EmbeddedBroker(folder, port, DEVICES);
        broker.start();
        assertThat(isOpen()).isTrue();

        var received = ConcurrentHashMap.<String>newKeySet();
        connectCockpit(received);
        await().until(() -> received.size() == 200);
    }

    @Test
    void whatWaitsForTheCockpitSurvivesAKill() throws Exception {
        broker.stop();
        var process = brokerProcess();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            var ready = output.lines()
                    .filter(line -> line.startsWith(READY))
                    .findFirst()
                    .orElseThrow();
            var password = ready.substring(READY.length());
            connectCockpit(password, ConcurrentHashMap.newKeySet()).disconnectForcibly(0, 100, true);
            var device = connect("air-07", BrokerRights.DEVICE, DEVICES);
            for (int i = 0; i < 200; i++) device.publish("city/air-07", message("reading " + i));
        } finally {
            process.destroyForcibly().waitFor();
        }
        broker = new EmbeddedBroker(folder, port, DEVICES);
        broker.start();
        var received = ConcurrentHashMap.<String>newKeySet();
        connectCockpit(received);
        await().until(() -> received.size() == 200);
    }

    @Test
    void onlyThisMachineGetsIn() throws Exception {
        var elsewhere = new Socket();
        for (var address : InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
            if (address.isLoopbackAddress()) continue;
            assertThatThrownBy(() -> elsewhere.connect(new InetSocketAddress(address, port), 500))
                    .isInstanceOf(IOException.class);
        }
        assertThat(isOpen()).isTrue();
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> connect("air-07", BrokerRights.DEVICE, "guess"))
                .isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> connect("air-07", BrokerRights.COCKPIT, DEVICES))
                .isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> connect("air-07", "", "")).isInstanceOf(MqttException.class);
    }

    @Test
    void theBrokersOwnAdministratorHasNoWellKnownPassword() {
        assertThatThrownBy(() -> connect("air-07", "ACTIVEMQ.CLUSTER.ADMIN.USER", "CHANGE ME!!"))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void aDeviceMayNotTakeOverTheSessionOfTheCockpit() throws Exception {
        connect("air-07", BrokerRights.DEVICE, DEVICES);
        assertThatThrownBy(() -> connect("cockpit", BrokerRights.DEVICE, DEVICES))
                .isInstanceOf(MqttException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"city/#", "city/air-07", "city/+/status", "#", "$share/others/city/#", "activemq/#"})
    void aDeviceMayNotListen(String filter) throws Exception {
        var device = connect("air-07", BrokerRights.DEVICE, DEVICES);
        assertThat(device.subscribe(filter, 1).getReasonCodes())
                .containsExactly(MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "town/air-07",
                "city",
                "city.air-07",
                "x.city/air-07",
                "activemq.management",
                "$sys/mqtt/sessions"
            })
    void aDeviceMayNotPublishOutsideTheCity(String topic) throws Exception {
        var device = connect("air-07", BrokerRights.DEVICE, DEVICES);
        assertThat(publish(device, topic, "4")).isEqualTo(MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED);
    }

    @Test
    void aLastWillCountsAsPublishing() throws Exception {
        var received = ConcurrentHashMap.<String>newKeySet();
        connectCockpit(received);
        connectAndVanish("city/air-07/status");
        await().until(() -> received.contains("offline"));
    }

    @Test
    void aLastWillOutsideTheCityIsDropped() throws Exception {
        var received = ConcurrentHashMap.<String>newKeySet();
        connectCockpit(received);
        connectAndVanish("town/air-07/status");
        connect("air-08", BrokerRights.DEVICE, DEVICES).publish("city/air-08", message("later"));
        await().until(() -> received.contains("later"));
        assertThat(received).containsExactly("later");
    }

    @Test
    void aPacketBeyondTheLimitIsRefusedAndTheNextOneArrives() throws Exception {
        var received = ConcurrentHashMap.<String>newKeySet();
        connectCockpit(received);
        var device = connect("air-07", BrokerRights.DEVICE, DEVICES);
        assertThatThrownBy(() -> device.publish("city/air-07", message("x".repeat(300_000))))
                .isInstanceOf(MqttException.class);
        connect("air-08", BrokerRights.DEVICE, DEVICES).publish("city/air-08", message("fits"));
        await().until(() -> received.equals(Set.of("fits")));
    }

    @Test
    void aBacklogBeyondTheLimitIsRefusedAndWhatWasTakenIsDelivered() throws Exception {
        broker.stop();
        broker = new EmbeddedBroker(
                folder,
                port,
                DEVICES,
                new EmbeddedBroker.Limits(1 << 20, 4 << 20, 256 << 10, 100),
                Optional.empty(),
                Admissions.ofSharedAccount());
        broker.start();
        connectCockpit(ConcurrentHashMap.newKeySet()).disconnectForcibly(0, 100, true);
        var device = connect("air-07", BrokerRights.DEVICE, DEVICES);
        var taken = new ArrayList<String>();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        var text = i + "x".repeat(50_000);
                        device.publish("city/air-07", message(text));
                        taken.add(text);
                    }
                })
                .isInstanceOf(MqttException.class);
        var received = ConcurrentHashMap.<String>newKeySet();
        connectCockpit(received);
        await().until(() -> received.size() >= taken.size());
        assertThat(received).containsAll(taken);
        assertThat(taken).hasSizeGreaterThan(50);
    }

    @Test
    void aBusyPortEndsTheStartWithASentence() {
        var second = new EmbeddedBroker(folder.resolve("second"), port, DEVICES);
        assertThatThrownBy(second::start)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("on port " + port);
        assertThat(second.isRunning()).isFalse();
    }

    /** A broker in a process of its own that prints the cockpit's password; made to be killed. */
    static final class BrokerProcess {
        public static void main(String[] arguments) throws InterruptedException {
            var broker = new EmbeddedBroker(Path.of(arguments[0]), Integer.parseInt(arguments[1]), DEVICES);
            broker.start();
            System.out.println(READY + broker.details().password());
            Thread.currentThread().join();
        }
    }

    private Process brokerProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dio.netty.noUnsafe=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private MqttClient connectCockpit(Set<String> received) throws MqttException {
        return connectCockpit(broker.details().password(), received);
    }

    private MqttClient connectCockpit(String password, Set<String> received) throws MqttException {
        var client = client("cockpit");
        // Before connecting, since what waited in the session comes at once.
        client.setCallback(new HeardTexts(received));
        client.connect(options(BrokerRights.COCKPIT, password));
        client.subscribe("city/#", 1);
        return client;
    }

    private MqttClient connect(String clientId, String user, String password) throws MqttException {
        var client = client(clientId);
        client.connect(options(user, password));
        return client;
    }

    private MqttClient client(String clientId) throws MqttException {
        var client = new MqttClient("tcp://127.0.0.1:" + port, clientId, new MemoryPersistence());
        client.setTimeToWait(5_000);
        clients.add(client);
        return client;
    }

    private static MqttConnectionOptions options(String user, String password) {
        var options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3_600L);
        options.setAutomaticReconnect(false);
        if (!user.isEmpty()) {
            options.setUserName(user);
            options.setPassword(password.getBytes(UTF_8));
        }
        return options;
    }

    /** What the broker answers to a message of QoS 1. */
    private static int publish(MqttClient client, String topic, String text) throws MqttException {
        var token = client.getTopic(topic).publish(message(text));
        token.waitForCompletion(10_000);
        return token.getReasonCodes()[0];
    }

    /** An MQTT 3.1.1 device with a last will whose network fails right after it was let in. */
    private void connectAndVanish(String willTopic) throws IOException {
        var body = new ByteArrayOutputStream();
        var connect = new DataOutputStream(body);
        connect.writeUTF("MQTT");
        connect.write(4);
        connect.write(0b1100_1110);
        connect.writeShort(60);
        for (var text : List.of("air-07", willTopic, "offline", BrokerRights.DEVICE, DEVICES)) connect.writeUTF(text);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(0x10);
            socket.getOutputStream().write(body.size());
            body.writeTo(socket.getOutputStream());
            assertThat(socket.getInputStream().readNBytes(4)).containsExactly(0x20, 2, 0, 0);
        }
    }

    private static MqttMessage message(String text) {
        return new MqttMessage(text.getBytes(UTF_8), 1, false, null);
    }

    private boolean isOpen() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
