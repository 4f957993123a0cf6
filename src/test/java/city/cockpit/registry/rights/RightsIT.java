package city.cockpit.registry.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.audit.InMemoryAudit;
import city.cockpit.harness.FreePort;
import city.cockpit.harness.HeardTexts;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.TestMosquitto;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Site;
import city.cockpit.mqtt.BrokerDetails;
import city.cockpit.mqtt.Controls;
import city.cockpit.platform.EmbeddedBroker;
import city.cockpit.registry.InMemorySensors;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.rights.PlainDevice.Will;
import city.cockpit.registry.rights.Rights.Gateway;
import city.cockpit.registry.rights.Rights.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What devices may do at the broker, tried from outside: at the embedded one and at Mosquitto. */
@WithoutDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {

    private static final String SHARED_PASSWORD = "the password of the installation";
    private static final SensorId MINE = new SensorId("air-07");
    private static final long AT_ONCE_MILLIS = 1_000;

    /** Answers of MQTT 5 from here on mean that a message was not taken. */
    private static final int REFUSED = 0x80;

    private static final int NOT_AUTHORIZED = 0x87;

    enum Kind {
        EMBEDDED,
        MOSQUITTO
    }

    /** Topics near {@code city/air-07} that are not the device's own. */
    private static final List<String> OTHERS = List.of(
            "city/air-08",
            "city/air-07/x",
            "city/air-07/",
            "city/air-07/status/x",
            "city/air-070",
            "city//air-07",
            "/city/air-07",
            "city",
            "city/",
            "city.air-07",
            "city/air.07",
            "city/air-07.status",
            "City/air-07",
            "city/AIR-07",
            "tele/air-07/SENSOR",
            "air-07/events/rpc",
            "zigbee2mqtt/air-07",
            "application/1/device/air-07/event/up",
            "cockpit/live/air-07",
            "activemq.management",
            "$SYS/air-07",
            "$sys/mqtt/sessions",
            "$CONTROL/dynamic-security/v1",
            "$share/x/city/air-07",
            "city/air-07::air-08",
            "city/air-08::city/air-07",
            "city/+",
            "city/#",
            "+/air-07",
            "#");

    private final Map<Kind, Bench> benches = new EnumMap<>(Kind.class);
    private TestMosquitto mosquitto;

    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        benches.put(Kind.EMBEDDED, Bench.embedded(folder.resolve("embedded")));
        mosquitto = TestMosquitto.in(folder.resolve("mosquitto"));
        benches.put(Kind.MOSQUITTO, Bench.outside(mosquitto));
    }

    private Bench bench(Kind kind) {
        return requireNonNull(benches.get(kind));
    }

    @AfterEach
    void forgetEverybody() {
        benches.values().forEach(Bench::clear);
    }

    @AfterAll
    void stop() {
        benches.values().forEach(Bench::close);
        mosquitto.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDeviceSpeaksOnItsOwnTopicsAloneBeforeAndAfterItsPasswordIsMadeAnew(Kind kind) throws Exception {
        var bench = bench(kind);
        bench.register("air-07", "air-08");
        var first = bench.admit("air-07");
        try (var ear = bench.ear()) {
            speaksOnItsOwnTopicsAlone(bench, first, ear);
            var open = bench.device("air-07", first).orElseThrow();
            var second = given(bench.rights.rotate("air-07", "tina"));
            assertThat(open.awaitEnd()).isBetween(0L, AT_ONCE_MILLIS);
            assertThat(bench.device("air-07", first)).isEmpty();
            assertThat(second).isNotEqualTo(first).hasSize(24);
            speaksOnItsOwnTopicsAlone(bench, second, ear);
        }
    }

    private static void speaksOnItsOwnTopicsAlone(Bench bench, String password, Ear ear) throws Exception {
        ear.heard.clear();
        for (var topic : OTHERS) {
            try (var device = bench.device("air-07", password).orElseThrow()) {
                device.publish(topic, "not mine: " + topic);
                device.publish(topic, "not mine, retained: " + topic, true);
            }
        }
        try (var device = bench.device("air-07", password).orElseThrow()) {
            assertThat(device.publish("city/air-07", "mine")).isTrue();
            assertThat(device.publish("city/air-07/status", "online")).isTrue();
        }
        await().until(() -> ear.heard.size() >= 2);
        assertThat(ear.heard).containsExactlyInAnyOrder("mine", "online");
        try (var late = bench.ear()) {
            assertThat(bench.device("air-07", password).orElseThrow().publish("city/air-07", "later"))
                    .isTrue();
            await().until(() -> late.heard.contains("later"));
            assertThat(late.heard).as("nothing was retained in another's name").containsExactly("later");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDeviceOfMqtt5IsToldThatATopicIsNotItsOwn(Kind kind) throws MqttException {
        var bench = bench(kind);
        bench.register("air-07", "air-08");
        var device = bench.modern("air-07", bench.admit("air-07"));
        assertThat(told(device, "city/air-07")).isLessThan(REFUSED);
        assertThat(told(device, "city/air-08")).isEqualTo(NOT_AUTHORIZED);
        device.disconnectForcibly(0, 100, true);
        device.close(true);
    }

    /** What the broker answered to a message of QoS 1. */
    private static int told(MqttClient device, String topic) throws MqttException {
        var token = device.getTopic(topic).publish("12.3".getBytes(UTF_8), 1, false);
        try {
            token.waitForCompletion(5_000);
        } catch (MqttException refused) {
            return refused.getReasonCode();
        }
        return token.getReasonCodes()[0];
    }

    @Test
    void whatWasSentToATopicOfAnotherIsCountedWhateverItsQualityOfService() throws MqttException {
        var bench = bench(Kind.EMBEDDED);
        bench.register("air-11", "air-08");
        var device = bench.modern("air-11", bench.admit("air-11"));
        for (var qos = 0; qos < 2; qos++) device.getTopic("city/air-08").publish("12.3".getBytes(UTF_8), qos, false);
        await().untilAsserted(() -> assertThat(bench.rights.lastRefused("air-11"))
                .map(refused -> "%s %s %d".formatted(refused.cause(), refused.detail(), refused.times()))
                .contains("TOPIC city/air-08 2"));
        device.disconnectForcibly(0, 100, true);
        device.close(true);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDeviceHearsNothing(Kind kind) {
        var bench = bench(kind);
        bench.register("air-07");
        var password = bench.admit("air-07");
        for (var filter : List.of("city/air-07", "city/#", "#", "+/+", "$share/others/city/#", "$SYS/#")) {
            try (var device = bench.device("air-07", password).orElseThrow()) {
                if (device.subscribe(filter) && device.publish("city/air-07", "mine"))
                    assertThat(device.hears()).as(filter).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDeviceComesUnderItsOwnNameOnly(Kind kind) {
        var bench = bench(kind);
        bench.register("air-07", "air-08");
        var mine = bench.admit("air-07");
        var others = bench.admit("air-08");
        try (var victim = bench.device("air-08", others).orElseThrow()) {
            for (var clientId : List.of("air-08", "cockpit", "cockpit-nodes", "", "air-07x"))
                assertThat(PlainDevice.connect(bench.port(), clientId, "air-07", mine))
                        .as(clientId)
                        .isEmpty();
            assertThat(victim.publish("city/air-08", "still there")).isTrue();
        }
        assertThat(bench.device("air-07", others)).isEmpty();
        assertThat(bench.device("air-07", "")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aLastWillSpeaksOnTheDevicesOwnTopicsToo(Kind kind) throws Exception {
        var bench = bench(kind);
        bench.register("air-07", "air-08");
        var password = bench.admit("air-07");
        try (var ear = bench.ear()) {
            for (var topic : List.of("city/air-08/status", "city/air-07::air-08", "cockpit/live/x"))
                PlainDevice.connect(
                                bench.port(), "air-07", "air-07", password, Optional.of(new Will(topic, topic, true)))
                        .ifPresent(PlainDevice::close);
            PlainDevice.connect(
                            bench.port(),
                            "air-07",
                            "air-07",
                            password,
                            Optional.of(new Will("city/air-07/status", "offline", false)))
                    .orElseThrow()
                    .close();
            await().until(() -> ear.heard.contains("offline"));
            assertThat(ear.heard).containsExactly("offline");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void lockingAndRetiringCutOpenConnectionsWithinASecond(Kind kind) {
        var bench = bench(kind);
        bench.register("air-07");
        var password = bench.admit("air-07");
        var open = bench.device("air-07", password).orElseThrow();
        bench.rights.lock("air-07", "tina");
        assertThat(open.awaitEnd()).isBetween(0L, AT_ONCE_MILLIS);
        await().until(() -> bench.device("air-07", password).isEmpty());
        bench.rights.unlock("air-07", "tina");
        await().until(() -> bench.device("air-07", password).isPresent());

        var again = bench.device("air-07", password).orElseThrow();
        bench.sensors.phase(MINE, Phase.RETIRED, "tina");
        assertThat(again.awaitEnd()).isBetween(0L, AT_ONCE_MILLIS);
        assertThat(bench.device("air-07", password)).isEmpty();
        assertThat(bench.rights.findOf(MINE)).map(Account::state).contains(Account.State.RETIRED);
        bench.sensors.phase(MINE, Phase.ACTIVE, "tina");
        await().until(() -> bench.device("air-07", password).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aGatewaySpeaksWithinItsFilter(Kind kind) throws Exception {
        var bench = bench(kind);
        var password = given(bench.rights.admitGateway(
                new Gateway("chirpstack", "ChirpStack", List.of("city/lora/+", "city/lora/+/up"), ""), "tina"));
        try (var ear = bench.ear();
                var gateway = PlainDevice.connect(bench.port(), "server-1", "chirpstack", password)
                        .orElseThrow()) {
            gateway.publish("city/lora", "too short");
            gateway.publish("city/lora/1/2", "too long");
            gateway.publish("city/air-07", "another's");
            gateway.publish("city/lora/1", "one");
            gateway.publish("city/lora/2/up", "two");
            await().until(() -> ear.heard.size() >= 2);
            assertThat(ear.heard).containsExactlyInAnyOrder("one", "two");
        }
        var account = bench.rights.find("chirpstack").orElseThrow();
        bench.rights.changeGateway(
                new Gateway("chirpstack", "ChirpStack", List.of("city/other/+"), ""), account.version(), "tina");
        try (var ear = bench.ear()) {
            await().untilAsserted(() -> {
                try (var gateway = PlainDevice.connect(bench.port(), "server-1", "chirpstack", password)
                        .orElseThrow()) {
                    gateway.publish("city/other/1", "moved");
                    await().atMost(Duration.ofSeconds(1)).until(() -> ear.heard.contains("moved"));
                }
            });
            try (var gateway = PlainDevice.connect(bench.port(), "server-1", "chirpstack", password)
                    .orElseThrow()) {
                gateway.publish("city/lora/1", "not any more");
                gateway.publish("city/other/1", "end");
                await().until(() -> ear.heard.contains("end"));
                assertThat(ear.heard).doesNotContain("not any more");
            }
        }
    }

    @Test
    void aDeviceWithoutAnAccountOfItsOwnIsHeardWhereverTheCockpitListens() throws Exception {
        var bench = bench(Kind.EMBEDDED);
        assertThat(bench.rights.find(Account.SHARED).orElseThrow().topics()).isEqualTo(FormatTopics.SHARED);
        try (var ear = bench.ear()) {
            var device = bench.shared(bench.sharedPassword).orElseThrow();
            device.publish("tele/tasmota_AB12F0/SENSOR", "8.4");
            device.publish("cmnd/tasmota_AB12F0/POWER", "off");
            device.publish("city/air-07", "end");
            await().until(() -> ear.heard.contains("end"));
            assertThat(ear.heard).contains("8.4").doesNotContain("off");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theAccountThatAllDevicesSharedCanBeLockedAndGetAPasswordOfItsOwn(Kind kind) {
        var bench = bench(kind);
        var open = bench.shared(bench.sharedPassword).orElseThrow();
        bench.rights.lock(Account.SHARED, "tina");
        assertThat(open.awaitEnd()).isBetween(0L, AT_ONCE_MILLIS);
        await().until(() -> bench.shared(bench.sharedPassword).isEmpty());
        bench.rights.unlock(Account.SHARED, "tina");
        await().until(() -> bench.shared(bench.sharedPassword).isPresent());
        var password = given(bench.rights.rotate(Account.SHARED, "tina"));
        assertThat(bench.shared(bench.sharedPassword)).isEmpty();
        assertThat(bench.shared(password)).isPresent();
        assertThat(bench.rights.remove(Account.SHARED, "tina")).isEqualTo(new Outcome.Gone());
        bench.sharedPassword = password;
    }

    @Test
    void whatAnotherNodeLocksIsLockedHereWithinASecond() throws Exception {
        var here = bench(Kind.EMBEDDED);
        here.register("air-07");
        var password = here.admit("air-07");
        try (var there = here.neighbour(folder.resolve("neighbour"))) {
            var open = there.device("air-07", password).orElseThrow();
            here.rights.lock("air-07", "tina");
            assertThat(open.awaitEnd()).isBetween(0L, AT_ONCE_MILLIS);
            assertThat(there.device("air-07", password)).isEmpty();
        }
    }

    @Test
    void whatHappenedWhileMosquittoWasAwayIsMadeUpFor() throws IOException {
        var bench = bench(Kind.MOSQUITTO);
        bench.register("air-07", "air-08");
        var locked = bench.admit("air-07");
        var kept = bench.admit("air-08");
        mosquitto.stop();
        bench.rights.lock("air-07", "tina");
        assertThat(bench.rights.rotate("air-08", "tina")).isEqualTo(new Outcome.BrokerAway());
        await().until(() -> bench.rights.standing() instanceof BrokerStanding.Away);
        mosquitto.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> bench.device("air-07", locked).isEmpty()
                        && bench.rights.standing() instanceof BrokerStanding.InStep);
        await().until(() -> bench.device("air-07", locked).isEmpty());
        assertThat(bench.device("air-08", kept)).isPresent();

        mosquitto.stop();
        Files.delete(folder.resolve("mosquitto/dynamic-security.json"));
        mosquitto.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> bench.rights.standing() instanceof BrokerStanding.InStep(var since, var without)
                        && without.contains("air-08"));
        assertThat(bench.device("air-08", kept)).isEmpty();
        var anew = given(bench.rights.rotate("air-08", "tina"));
        assertThat(bench.device("air-08", anew)).isPresent();
    }

    @Test
    void everyDeedIsOnRecordWithoutThePassword() {
        var bench = bench(Kind.EMBEDDED);
        bench.register("air-07");
        var password = bench.admit("air-07");
        bench.rights.lock("air-07", "tina");
        bench.rights.remove("air-07", "tina");
        var record = bench.audit.entries().toString();
        assertThat(record)
                .contains("BROKER_ACCOUNT_MADE", "BROKER_ACCOUNT_LOCKED", "BROKER_ACCOUNT_REMOVED", "air-07", "tina")
                .doesNotContain(password);
        assertThat(bench.sql
                        .sql("SELECT count(*) FROM broker_account WHERE broker_account::text LIKE :password")
                        .param("password", "%" + password + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static String given(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Given.class);
        return ((Outcome.Given) outcome).password();
    }

    /** The cockpit listens. */
    private static final class Ear implements AutoCloseable {

        final Set<String> heard = ConcurrentHashMap.newKeySet();
        private final MqttClient client;

        Ear(BrokerDetails details) throws MqttException {
            client = new MqttClient(
                    details.uri().toString(), "cockpit-ear-" + System.nanoTime(), new MemoryPersistence());
            var options = new MqttConnectionOptions();
            options.setUserName(details.username());
            options.setPassword(details.password().getBytes(UTF_8));
            client.setCallback(new HeardTexts(heard));
            client.connect(options);
            for (var filter : List.of("city/#", "tele/#", "+/events/rpc", "zigbee2mqtt/#", "application/#"))
                client.subscribe(filter, 1);
        }

        @Override
        public void close() throws MqttException {
            client.disconnectForcibly(0, 100, true);
            client.close(true);
        }
    }

    /** A broker and who keeps its rights. */
    private static final class Bench implements AutoCloseable {

        final InMemorySensors sensors;
        final InMemoryAudit audit = new InMemoryAudit(InstantSource.system());
        final JdbcClient sql;
        final Rights rights;
        String sharedPassword;
        private final TestDatabase database;
        private final KnownAccounts known;
        private final BrokerDetails details;
        private final Runnable stop;

        private Bench(TestDatabase database, Optional<InMemorySensors> shared, Starter starter, String sharedPassword)
                throws Exception {
            this.database = database;
            this.sharedPassword = sharedPassword;
            var connections = database.dataSource();
            Flyway.configure().dataSource(connections).load().migrate();
            sql = JdbcClient.create(connections);
            var table = new DeviceAccountTable(sql);
            sensors = shared.orElseGet(
                    () -> new InMemorySensors(changed -> listener().on(changed), InstantSource.system()));
            known = new KnownAccounts(table, sensors, InstantSource.system());
            var started = starter.start(known);
            details = started.details();
            stop = started.stop();
            var keepers = new StaticListableBeanFactory();
            started.keeper().ifPresent(keeper -> keepers.addBean("keeper", keeper));
            rights = new StoredRights(
                    table,
                    known,
                    keepers.getBeanProvider(BrokerKeeper.class),
                    sensors,
                    new FakeCatalog(),
                    audit,
                    new TransactionTemplate(new DataSourceTransactionManager(connections)),
                    InstantSource.system());
            known.start();
        }

        private KnownAccounts listener() {
            return known;
        }

        private record Started(BrokerDetails details, Runnable stop, Optional<BrokerKeeper> keeper) {}

        private interface Starter {
            Started start(KnownAccounts known) throws Exception;
        }

        static Bench embedded(Path folder) throws Exception {
            return new Bench(TestDatabase.create(), Optional.empty(), embeddedIn(folder), SHARED_PASSWORD);
        }

        private static Starter embeddedIn(Path folder) {
            return known -> {
                var broker = new EmbeddedBroker(folder, FreePort.find(), SHARED_PASSWORD, Optional.empty(), known);
                broker.start();
                return new Started(broker.details(), broker::stop, Optional.empty());
            };
        }

        /** Another node on the same database, with a broker of its own. */
        Bench neighbour(Path folder) throws Exception {
            return new Bench(database, Optional.of(sensors), embeddedIn(folder), SHARED_PASSWORD);
        }

        static Bench outside(TestMosquitto mosquitto) throws Exception {
            var details = new BrokerDetails(mosquitto.address(), TestMosquitto.COCKPIT, mosquitto.password());
            var bench = new Bench(
                    TestDatabase.create(),
                    Optional.empty(),
                    known -> {
                        var keeper = new MosquittoKeeper(Controls.of(details), known, InstantSource.system());
                        keeper.start();
                        return new Started(details, keeper::stop, Optional.of(keeper));
                    },
                    mosquitto.password());
            await().until(() -> bench.rights.standing() instanceof BrokerStanding.InStep);
            return bench;
        }

        int port() {
            return details.uri().getPort();
        }

        void register(String... names) {
            if (sensors.findPlace("markt").isEmpty())
                sensors.savePlace(Place.of(new Site("markt", "Markt", "", 50, 8), ""), "tina");
            for (var name : names)
                if (sensors.find(new SensorId(name)).isEmpty())
                    sensors.register(Sensor.of(new SensorId(name), "", "markt", List.of()), Optional.empty(), "tina");
        }

        String admit(String name) {
            return given(rights.admit(new SensorId(name), name, name, "tina"));
        }

        Optional<PlainDevice> device(String name, String password) {
            return PlainDevice.connect(port(), name, name, password);
        }

        /** A device with a library that speaks MQTT 5. */
        MqttClient modern(String name, String password) throws MqttException {
            var client = new MqttClient("tcp://127.0.0.1:" + port(), name, new MemoryPersistence());
            var options = new MqttConnectionOptions();
            options.setUserName(name);
            options.setPassword(password.getBytes(UTF_8));
            client.connect(options);
            return client;
        }

        Optional<PlainDevice> shared(String password) {
            return PlainDevice.connect(port(), "anything", Account.SHARED, password);
        }

        Ear ear() throws MqttException {
            return new Ear(details);
        }

        void clear() {
            rights.listAccounts().forEach(account -> rights.remove(account.name(), "tina"));
            rights.unlock(Account.SHARED, "tina");
        }

        @Override
        public void close() {
            stop.run();
            known.stop();
        }
    }
}
