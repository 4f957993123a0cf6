package city.cockpit.ingest.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.FreePort;
import city.cockpit.harness.TestAuthority;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.ingest.TopicPattern;
import city.cockpit.ingest.connection.Connections.Addition;
import city.cockpit.ingest.connection.Connections.Outcome;
import city.cockpit.ingest.connection.Connections.Trial;
import city.cockpit.ingest.connection.Wish.Password;
import city.cockpit.measurement.HomeMunicipality;
import city.cockpit.measurement.TownSource;
import city.cockpit.mqtt.BrokerDetails;
import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionState.Lost;
import city.cockpit.mqtt.ConnectionState.Refused;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.mqtt.Device;
import city.cockpit.platform.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
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

/** Administrators add, change and remove connections to a second broker while the cockpit runs, on one node and on two. */
@WithoutDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsIT {

    private static final String PASSWORD = "device-password";
    private static final String SENSOR = "air-stadtpark";
    private static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");

    private Path data;

    private final TestAuthority authority = new TestAuthority();
    private TestDatabase database;
    private EmbeddedBroker own;
    private EmbeddedBroker other;
    private int encryptedPort;
    private ConfigurableApplicationContext cockpit;
    private Connections connections;
    private ConnectionStates states;
    private int sent;

    @BeforeAll
    void startTheCockpitAndBothBrokers(@TempDir Path folder) throws IOException {
        data = folder;
        database = TestDatabase.create();
        own = new EmbeddedBroker(data.resolve("own"), FreePort.find(), PASSWORD);
        own.start();
        encryptedPort = FreePort.find();
        other = new EmbeddedBroker(
                data.resolve("other"),
                FreePort.find(),
                PASSWORD,
                Optional.of(new EmbeddedBroker.Encrypted(
                        encryptedPort, authority.issue().context())));
        other.start();
        cockpit = start("a", "one key for all");
        connections = cockpit.getBean(Connections.class);
        states = cockpit.getBean(ConnectionStates.class);
    }

    @AfterEach
    void removeWhatTheTestHasAdded() {
        connections.list().forEach(connection -> connections.remove(connection.name(), "anna"));
        await().until(() -> states.now().size() == 1);
    }

    @AfterAll
    void stopEverything() {
        cockpit.close();
        other.stop();
        own.stop();
        database.close();
    }

    @Test
    void aConnectionThatIsAddedWhileTheCockpitRunsBringsReadings() throws MqttException {
        add(wish("city/netz/{sensor}/werte"));
        awaitConnected();
        send("city/netz/" + SENSOR + "/werte");
        awaitRows(sent);
        assertThat(status().traffic().received()).isEqualTo(1);
        assertThat(connections.list())
                .singleElement()
                .returns(true, Connection::hasPassword)
                .extracting(connection -> connection.wish().password())
                .isEqualTo(new Password.Kept());
    }

    @Test
    void otherTopicsTakeThePlaceOfTheOldOnes() throws MqttException {
        var added = add(wish("city/alt/{sensor}"));
        awaitConnected();
        change(added, kept(wish("city/neu/{sensor}")));
        await().until(() ->
                status().filters().stream().anyMatch(filter -> filter.filter().contains("city/neu/+")));
        awaitConnected();
        var before = sent;
        send("city/alt/" + SENSOR);
        sent = before;
        send("city/neu/" + SENSOR);
        awaitRows(sent);
        assertThat(status().traffic().received()).isEqualTo(1);
    }

    @Test
    void timesWithoutAZoneFollowTheConnection() throws MqttException {
        var away = wish("city/fern/{sensor}");
        add(new Wish(
                away.title(),
                away.address(),
                away.username(),
                away.password(),
                "",
                away.clientId(),
                away.topics(),
                "",
                "senml",
                Optional.of(ZoneId.of("Asia/Tokyo")),
                true));
        awaitConnected();
        var known = cockpit.getBean(KnownConnections.class);
        assertThat(known.zoneOf("messnetz")).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(known.formatOf("messnetz")).contains("senml");
        assertThat(connections.listFormats()).contains("cockpit", "senml");
    }

    @Test
    void whatIsSwitchedOffReceivesNothingAndMissesNothing() throws MqttException {
        var added = add(wish("city/aus/{sensor}"));
        awaitConnected();
        var off = change(added, enabled(kept(wish("city/aus/{sensor}")), false));
        await().until(() -> states.now().size() == 1);
        send("city/aus/" + SENSOR);
        change(off, enabled(kept(wish("city/aus/{sensor}")), true));
        awaitRows(sent);
    }

    @Test
    void aSecondEditorIsToldAndChangesNothing() {
        var added = add(wish("city/netz/{sensor}"));
        var newest = change(added, kept(wish("city/anna/{sensor}")));
        assertThat(connections.change("messnetz", added.version(), kept(wish("city/ben/{sensor}")), "ben"))
                .isEqualTo(new Outcome.Overtaken(newest));
        assertThat(connections.list()).containsExactly(newest);
        assertThat(connections.change("fort", 1, wish("city/{sensor}"), "ben")).isEqualTo(new Outcome.Gone());
        assertThat(connections.add("messnetz", wish("city/{sensor}"), "ben")).isEqualTo(new Addition.NameTaken());
    }

    @Test
    void theStoredPasswordIsSentToNobodyElse() {
        var added = add(wish("city/netz/{sensor}"));
        var elsewhere = at("tcp://127.0.0.1:1", kept(wish("city/netz/{sensor}")));
        assertThat(connections.change("messnetz", added.version(), elsewhere, "ben"))
                .isEqualTo(new Outcome.PasswordWanted());
        assertThat(connections.tryOut(Optional.of("messnetz"), elsewhere)).isEqualTo(new Trial.PasswordWanted());
        assertThat(connections.list()).containsExactly(added);
    }

    @Test
    void aWrongPasswordIsToldByTheTrialAndByTheState() {
        var wrong = wish("city/netz/{sensor}").with(new Password.Typed("wrong"));
        assertThat(connections.tryOut(Optional.empty(), wrong))
                .isInstanceOfSatisfying(
                        Trial.Failed.class,
                        failed -> assertThat(failed.failure().cause()).isEqualTo(Cause.WRONG_PASSWORD));
        add(wrong);
        await().until(() -> cause() == Cause.WRONG_PASSWORD);
    }

    @Test
    void aBrokerWithACertificateOfTheTownIsTrustedOnceItIsNamed() throws IOException {
        var encrypted = at("ssl://localhost:" + encryptedPort, wish("city/netz/{sensor}"));
        var added = add(encrypted);
        await().until(() -> cause() == Cause.CERTIFICATE);
        var pem = Files.readString(authority.writeTo(data.resolve("ca.pem")));
        change(added, certified(kept(encrypted), pem));
        awaitConnected();
    }

    @Test
    void anotherNodeTakesOverAChangeWithinSecondsAndSharesTheMessages() throws MqttException {
        try (var second = start("b", "one key for all")) {
            var there = second.getBean(ConnectionStates.class);
            add(grouped(wish("city/netz/{sensor}/werte")));
            awaitConnected();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> there.now().getLast().state() instanceof Connected
                            && there.now().size() == 2);
            assertThat(there.now().getLast().clientId())
                    .startsWith("cockpit-messnetz-")
                    .isNotEqualTo(status().clientId());
            for (var number = 0; number < 20; number++) send("city/netz/" + SENSOR + "/werte");
            awaitRows(sent);
            assertThat(status().traffic().received()
                            + there.now().getLast().traffic().received())
                    .isEqualTo(20);
            connections.remove("messnetz", "anna");
            await().atMost(Duration.ofSeconds(5)).until(() -> there.now().size() == 1);
        }
    }

    @Test
    void aNodeWithAnotherKeySaysSoAndRunsOn() {
        add(wish("city/netz/{sensor}"));
        awaitConnected();
        try (var stranger = start("c", "another key")) {
            var there = stranger.getBean(ConnectionStates.class);
            await().until(() -> there.now().getLast().state() instanceof Refused(var since, var failure)
                    && failure.cause() == Cause.PASSWORD_UNREADABLE);
            assertThat(there.now().getFirst().state()).isInstanceOf(Connected.class);
        }
    }

    @Test
    void everyChangeIsOnRecordWithoutThePassword() {
        var added = add(wish("city/netz/{sensor}"));
        change(added, enabled(kept(wish("city/neu/{sensor}")), false));
        connections.remove("messnetz", "anna");
        var sql = JdbcClient.create(database.dataSource());
        var lines = sql.sql(
                        "SELECT deed || ' ' || actor || ' ' || changes::text FROM audit_entry ORDER BY number DESC LIMIT 3")
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(lines.get(0)).startsWith("CONNECTION_REMOVED anna");
        assertThat(lines.get(1)).startsWith("CONNECTION_SWITCHED_OFF anna").contains("city/neu/{sensor}");
        assertThat(lines.get(2)).startsWith("CONNECTION_ADDED anna").contains("broker-password");
        assertThat(lines).noneMatch(line -> line.contains(other.details().password()));
        assertThat(sql.sql("SELECT count(*) FROM broker_connection WHERE password LIKE :password")
                        .param("password", "%" + other.details().password() + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Connection add(Wish wish) {
        var added = ((Addition.Added) connections.add("messnetz", wish, "anna")).connection();
        await().until(() -> states.now().size() == 2);
        return added;
    }

    private Connection change(Connection seen, Wish wish) {
        return ((Outcome.Changed) connections.change("messnetz", seen.version(), wish, "anna")).connection();
    }

    private Wish wish(String pattern) {
        BrokerDetails details = other.details();
        return new Wish(
                "Messnetz des Landes",
                details.uri().toString(),
                details.username(),
                new Password.Typed(details.password()),
                "",
                "cockpit-messnetz",
                List.of(new TopicPattern(pattern)),
                "",
                "",
                Optional.empty(),
                true);
    }

    private static Wish kept(Wish wish) {
        return wish.with(new Password.Kept());
    }

    private static Wish at(String address, Wish wish) {
        return changed(wish, address, wish.certificate(), wish.group(), wish.enabled());
    }

    private static Wish certified(Wish wish, String pem) {
        return changed(wish, wish.address(), pem, wish.group(), wish.enabled());
    }

    private static Wish grouped(Wish wish) {
        return changed(wish, wish.address(), wish.certificate(), "cockpit", wish.enabled());
    }

    private static Wish enabled(Wish wish, boolean enabled) {
        return changed(wish, wish.address(), wish.certificate(), wish.group(), enabled);
    }

    private static Wish changed(Wish wish, String address, String pem, String group, boolean enabled) {
        return new Wish(
                wish.title(),
                address,
                wish.username(),
                wish.password(),
                pem,
                wish.clientId(),
                wish.topics(),
                group,
                wish.format(),
                wish.zone(),
                enabled);
    }

    private ConnectionStatus status() {
        return states.now().getLast();
    }

    private void awaitConnected() {
        await().until(() -> status().name().equals("messnetz") && status().state() instanceof Connected);
    }

    private Cause cause() {
        return switch (status().state()) {
            case Refused(var since, var failure) -> failure.cause();
            case Lost(var since, var failure) -> failure.cause();
            case Connected _, ConnectionState.Connecting _ -> Cause.OTHER;
        };
    }

    private void send(String topic) throws MqttException {
        try (var device = new Device(other.details().uri(), PASSWORD)) {
            var payload = """
                    {"time":"%s","values":{"pm10":%d}}""".formatted(BEGIN.plusSeconds(sent), sent);
            device.send(topic, payload.getBytes(UTF_8), 1, false);
            device.confirm();
        }
        sent++;
    }

    private void awaitRows(long expected) {
        var sql = JdbcClient.create(database.dataSource());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sql.sql("SELECT count(*) FROM reading")
                                .query(Long.class)
                                .single())
                        .isEqualTo(expected));
    }

    private ConfigurableApplicationContext start(String node, String key) {
        return new SpringApplicationBuilder(Backstage.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("broker", own.details()))
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.owner().username(),
                        "--spring.datasource.password=" + database.owner().password(),
                        "--cockpit.data=" + data.resolve(node),
                        "--cockpit.mqtt.client-id=cockpit-" + node,
                        "--cockpit.ingest.connection-key=" + key,
                        "--cockpit.ingest.connections-every=200ms",
                        "--cockpit.mqtt.retry-after=50ms",
                        "--cockpit.mqtt.retry-at-most=500ms",
                        "--spring.main.banner-mode=off");
    }

    /** The cockpit without screens, and with brokers that live longer than it. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {
                "city.cockpit.audit",
                "city.cockpit.history",
                "city.cockpit.ingest",
                "city.cockpit.live",
                "city.cockpit.mqtt",
                "city.cockpit.nodes",
                "city.cockpit.registry"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*IT\\$.*"))
    @ConfigurationPropertiesScan({
        "city.cockpit.history",
        "city.cockpit.ingest",
        "city.cockpit.mqtt",
        "city.cockpit.nodes",
        "city.cockpit.registry"
    })
    static class Backstage {

        @Bean
        TownSource town(HomeMunicipality home) {
            return home::municipality;
        }

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }
    }
}
