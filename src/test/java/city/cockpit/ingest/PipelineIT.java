package city.cockpit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.InMemoryAudit;
import city.cockpit.harness.FreePort;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.ingest.kept.Inbox;
import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.ingest.kept.RejectedMessages;
import city.cockpit.live.LiveCity;
import city.cockpit.live.State;
import city.cockpit.measurement.HomeMunicipality;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.TownSource;
import city.cockpit.mqtt.BrokerConnections;
import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionState.Lost;
import city.cockpit.mqtt.Device;
import city.cockpit.platform.EmbeddedBroker;
import city.cockpit.registry.SensorStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole way from a device to the table, with a real broker and a real database and without screens. */
class PipelineIT {

    private static final String PASSWORD = "device-password";
    private static final String SENSOR = "air-stadtpark";
    private static final SeriesId PM10 = new SeriesId(SENSOR + "/pm10");
    private static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.create();
    private EmbeddedBroker broker;
    private ConfigurableApplicationContext cockpit;

    @BeforeEach
    void startTheCockpit() throws IOException {
        broker = new EmbeddedBroker(data, FreePort.find(), PASSWORD);
        broker.start();
        cockpit = start();
    }

    @AfterEach
    void everyReadingIsCountedOnce() {
        awaitSettled(0);
        var counts = counts();
        cockpit.close();
        broker.stop();
        database.close();
        assertThat(counts.stored() + counts.duplicate() + counts.rejected())
                .as("%s", counts)
                .isEqualTo(counts.received());
        assertThat(counts.pending()).isZero();
    }

    @Test
    void inWhateverOrderAndHoweverOftenEveryReadingIsStoredOnceAndTheNewestIsShown() throws MqttException {
        var order = new ArrayList<>(
                IntStream.range(0, 1_500).map(i -> i % 1_000).boxed().toList());
        Collections.shuffle(order, new Random(7));
        try (var device = device()) {
            for (var number : order) send(device, number);
            device.confirm();
        }
        awaitRows(1_000);
        awaitSettled(1_500);
        assertThat(counts())
                .isEqualTo(City.counts().stored(1_000).duplicate(500).sum());
        await().untilAsserted(() -> assertThat(
                        cockpit.getBean(LiveCity.class).picture().series().get(PM10))
                .satisfies(state -> assertThat(Objects.requireNonNull(state).toString())
                        .contains(BEGIN.plusSeconds(999).toString())));
    }

    @Test
    void whileTheDatabaseIsAwayTheBrokerKeepsEverything() throws Exception {
        try (var device = device()) {
            for (var number = 0; number < 100; number++) send(device, number);
            device.confirm();
            awaitRows(100);
            database.goAway();
            for (var number = 100; number < 3_000; number++) send(device, number);
            device.confirm();
            await().until(() -> counts().pending() > 0);
            assertThat(counts().stored()).isEqualTo(100);
            database.comeBack();
        }
        awaitRows(3_000);
        awaitSettled(3_000);
    }

    @Test
    void aRestartOfTheBrokerLosesAndDoublesNothing() throws MqttException {
        var connection = cockpit.getBean(BrokerConnections.class);
        for (var round = 0; round < 2; round++) {
            try (var device = device()) {
                for (var number = 0; number < 1_000; number++) send(device, round * 1_000 + number);
                device.confirm();
            }
            broker.stop();
            await().until(() -> connection.own().state() instanceof Lost);
            broker.start();
            await().until(() -> connection.own().state() instanceof Connected);
        }
        awaitRows(2_000);
        awaitSettled(2_000);
    }

    @Test
    void messagesThatCameWhileTheCockpitWasAwayAreStoredAfterItsStart() throws MqttException {
        cockpit.close();
        try (var device = device()) {
            for (var number = 0; number < 2_500; number++) send(device, number);
            device.publish("city/" + SENSOR + "/status", "offline");
        }
        cockpit = start();
        awaitRows(2_500);
        awaitSettled(2_500);
        assertThat(counts().stored()).isEqualTo(2_500);
        await().untilAsserted(() ->
                assertThat(cockpit.getBean(SensorStatus.class).listOffline()).containsOnlyKeys(new SensorId(SENSOR)));
    }

    @Test
    void aSensorThatTookItsLeaveIsOfflineAlsoAfterARestart() throws MqttException {
        try (var device = device()) {
            device.publish("city/" + SENSOR, "{\"values\":{\"pm10\":7}}");
            device.publish("city/" + SENSOR + "/status", "offline");
        }
        await().until(() -> stateOfTheSensor() == State.OFFLINE);
        cockpit.close();
        cockpit = start();
        await().until(() -> stateOfTheSensor() == State.OFFLINE);
        try (var device = device()) {
            device.publish("city/" + SENSOR + "/status", "online");
        }
        await().until(() -> stateOfTheSensor() != State.OFFLINE);
    }

    @Test
    void refusedMessagesAreKeptForInspectionWithWhatTheyHeld() throws MqttException {
        try (var device = device()) {
            device.publish("city/" + SENSOR, "{\"values\":{\"pm10\":\"\u0000'; DROP TABLE reading; --\"}}");
            device.publish("city/stranger", "{\"values\":{\"pm10\":1,\"pm2_5\":2}}");
            device.send("city/" + SENSOR, new byte[] {(byte) 0xff, 0, 1}, 1, false);
            device.send("city/" + SENSOR, "x".repeat(5_000).getBytes(UTF_8), 1, false);
            device.confirm();
        }
        awaitSettled(5);
        var kept = cockpit.getBean(RejectedMessages.class).listGroups();
        // Wherever the flaw lies, two that are no JSON are one trouble; what is no text is another.
        assertThat(kept)
                .extracting(RefusalGroup::reason, RefusalGroup::sender, RefusalGroup::messages)
                .containsExactlyInAnyOrder(
                        tuple(RejectReason.MALFORMED, SENSOR, 2L), tuple(RejectReason.MALFORMED, SENSOR, 1L));
        assertThat(kept)
                .extracting(group -> cockpit.getBean(RejectedMessages.class)
                        .findNewest(group.id())
                        .orElseThrow()
                        .payload()
                        .text(10_000))
                .contains("x".repeat(5_000), "ff0001");
        assertThat(cockpit.getBean(Inbox.class).listSenders())
                .extracting(RefusalGroup::sender, RefusalGroup::messages, RefusalGroup::readings)
                .containsExactly(tuple("stranger", 1L, 2L));
    }

    @Test
    void firstReadingsOfASenderAreNotLostWhenItIsAssignedLater() throws MqttException {
        var inbox = cockpit.getBean(Inbox.class);
        var stranger = new SensorId("air-new");
        try (var device = device()) {
            for (var number = 0; number < 5; number++)
                device.publish(
                        "city/" + stranger,
                        "{\"time\":\"%s\",\"values\":{\"pm10\":7}}".formatted(BEGIN.plusSeconds(number)));
            awaitSettled(5);
            assertThat(inbox.listSenders()).singleElement().satisfies(sender -> {
                assertThat(sender.kept()).isEqualTo(5);
                assertThat(inbox.listNewest(sender.id(), 1).getFirst().values())
                        .extracting(Inbox.Found::named, Inbox.Found::value, Inbox.Found::time)
                        .containsExactly(tuple("pm10", 7.0, BEGIN.plusSeconds(4)));
            });
            assertThat(inbox.assign(stranger, new SensorId(SENSOR), "tina")).isPresent();
            awaitRows(5);
            device.publish("city/" + stranger, "{\"time\":\"2026-06-01T01:00:00Z\",\"values\":{\"pm10\":8}}");
            awaitRows(6);
            await().untilAsserted(() -> assertThat(inbox.listSenders()).isEmpty());
            assertThat(inbox.unassign(stranger, "tina")).isTrue();
            device.publish("city/" + stranger, "{\"time\":\"2026-06-01T02:00:00Z\",\"values\":{\"pm10\":9}}");
            await().untilAsserted(() -> assertThat(inbox.listSenders()).hasSize(1));
        }
        assertThat(counts()).extracting(Counts::stored, Counts::rejected).containsExactly(6L, 6L);
    }

    @Test
    void aSenderThatAnotherNodeAssignedIsSettledHereToo() throws MqttException {
        try (var device = device()) {
            device.publish("city/air-new", "{\"values\":{\"pm10\":7}}");
        }
        awaitSettled(1);
        JdbcClient.create(database.dataSource())
                .sql("INSERT INTO sensor_alias VALUES ('air-new', :sensor, now(), 'tom')")
                .param("sensor", SENSOR)
                .update();
        JdbcClient.create(database.dataSource())
                .sql("UPDATE registry_revision SET revision = revision + 1")
                .update();
        awaitRows(1);
    }

    @Test
    void noMoreRefusedMessagesAreKeptThanTheSettingAllows() throws MqttException {
        try (var device = device()) {
            for (var number = 0; number < 60; number++)
                device.send("city/" + SENSOR, String.valueOf(number).getBytes(UTF_8), 1, false);
            device.confirm();
        }
        awaitSettled(60);
        await().untilAsserted(() -> assertThat(
                        cockpit.getBean(RejectedMessages.class).listGroups())
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.messages()).isEqualTo(60);
                    assertThat(group.kept()).isEqualTo(50);
                }));
    }

    @ParameterizedTest
    @ValueSource(ints = {64 << 10, 100_000, 125_000, 130_000, 131_000, 132_000, 200_000, 260_000})
    @WithoutDatabase
    void aHugeMessageIsEitherRefusedAtTheSenderOrCountedAndNeverDroppedInBetween(int size) throws MqttException {
        var acknowledged = 0;
        try (var device = device()) {
            device.send("city/" + SENSOR, new byte[size], 1, false);
            device.confirm();
            acknowledged = 1;
        } catch (MqttException e) {
            assertThat(size).as("refused: %s", e).isGreaterThan(120_000);
        }
        awaitSettled(acknowledged);
        assertThat(counts().received()).isEqualTo(acknowledged);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Backstage.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("broker", broker.details()))
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.owner().username(),
                        "--spring.datasource.password=" + database.owner().password(),
                        "--spring.datasource.hikari.connection-timeout=1000",
                        "--cockpit.ingest.kept.messages=50",
                        "--cockpit.ingest.retry-at-most=500ms",
                        "--cockpit.mqtt.retry-after=50ms",
                        "--cockpit.mqtt.retry-at-most=500ms",
                        "--spring.main.banner-mode=off");
    }

    private Device device() throws MqttException {
        return new Device(broker.details().uri(), PASSWORD);
    }

    private static void send(Device device, int number) throws MqttException {
        var payload = """
                {"time":"%s","values":{"pm10":%d}}""".formatted(BEGIN.plusSeconds(number), number % 500);
        device.send("city/" + SENSOR, payload.getBytes(UTF_8), 1, false);
    }

    private Counts counts() {
        return cockpit.getBean(IngestLedger.class).counts();
    }

    private State stateOfTheSensor() {
        return Objects.requireNonNull(
                        cockpit.getBean(LiveCity.class).picture().series().get(PM10))
                .state();
    }

    private void awaitRows(long expected) {
        var sql = JdbcClient.create(database.dataSource());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sql.sql("SELECT count(*) FROM reading")
                                .query(Long.class)
                                .single())
                        .isEqualTo(expected));
    }

    /** Waits until that many readings were received, or more when some were delivered again, and all are settled. */
    private void awaitSettled(long received) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var counts = counts();
            return counts.received() >= received && counts.pending() == 0;
        });
    }

    /** The cockpit without screens, and with a broker that lives longer than it. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {
                "city.cockpit.history",
                "city.cockpit.ingest",
                "city.cockpit.live",
                "city.cockpit.mqtt",
                "city.cockpit.nodes",
                "city.cockpit.registry"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "city\\.cockpit\\.ingest\\.connection\\..*"))
    @ConfigurationPropertiesScan({
        "city.cockpit.history",
        "city.cockpit.ingest",
        "city.cockpit.mqtt",
        "city.cockpit.nodes",
        "city.cockpit.registry"
    })
    static class Backstage {

        @Bean
        AuditTrail audit(InstantSource clock) {
            return new InMemoryAudit(clock);
        }

        @Bean
        TownSource town(HomeMunicipality home) {
            return home::municipality;
        }

        @Bean
        Conventions conventions(TownSource town) {
            return new TownConventions(() -> town.town().zone());
        }

        @Bean
        InstantSource clock(@Value("${test.clock-ahead:0s}") Duration ahead) {
            return InstantSource.offset(InstantSource.system(), ahead);
        }
    }
}
