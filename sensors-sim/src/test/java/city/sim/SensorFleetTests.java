package city.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.sim.broker.BrokerAddress;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerConnection.LastWill;
import city.sim.broker.Message;
import city.sim.broker.OwnBroker;
import city.sim.nature.DemoCity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SensorFleetTests {

    private static final Instant NOON = Instant.parse("2026-05-05T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder = Path.of("");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final DemoCity city = new DemoCity(1);
    private volatile Instant now = NOON;
    private final InstantSource clock = () -> now;
    private int port;
    private @Nullable OwnBroker broker;
    private @Nullable SensorFleet fleet;

    @BeforeEach
    void openBroker() throws Exception {
        port = OwnBroker.freePort();
        broker = OwnBroker.start(folder.resolve("broker"), port);
    }

    @AfterEach
    void end() {
        stop();
        closeBroker();
    }

    @Test
    void aSensorTellsWhatItMissedAndThenGoesOnWithTheClock() throws Exception {
        var published = upToDateUntil(NOON.minusSeconds(300));
        try (var cockpit = new Cockpit(address())) {
            start(published);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lines).anyMatch(line -> line.endsWith("live from now on")));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(cockpit.on("city/noise-stadtpark"))
                            .hasSize(20)
                            .containsExactlyInAnyOrderElementsOf(expected("noise-stadtpark", 300)));
            assertThat(cockpit.on("city/noise-stadtpark/status")).containsExactly("online");

            now = NOON.plusSeconds(60);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(cockpit.on("city/noise-stadtpark")).hasSize(24));
            stop();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(cockpit.on("city/noise-stadtpark/status"))
                            .containsExactly("online", "offline"));
            assertThat(lines).hasSize(3).last().asString().isEqualTo("stopped, 13 sensors said that they are offline");
        }
    }

    @Test
    void aFasterCityReportsMoreOftenWithTrueTimes() throws Exception {
        try (var cockpit = new Cockpit(address())) {
            start(upToDateUntil(NOON), 10);
            awaitLine("live from now on");
            now = NOON.plusSeconds(60);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(cockpit.on("city/uv-rathaus")).hasSize(10));
            assertThat(cockpit.on("city/noise-stadtpark")).allMatch(message -> message.contains("T10:0"));
        }
    }

    @Test
    void nothingIsMissingAfterTheBrokerWasAway() throws Exception {
        var published = upToDateUntil(NOON);
        start(published);
        awaitLine("live from now on");
        closeBroker();
        awaitLine("trying again");
        now = NOON.plusSeconds(600);
        broker = OwnBroker.start(folder.resolve("broker"), port);
        try (var cockpit = new Cockpit(address())) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(cockpit.on("city/energy-rathaus")).hasSize(40));
            assertThat(cockpit.on("city/energy-rathaus")).doesNotHaveDuplicates();
        }
        stop();
        assertThat(published.last("energy-rathaus")).isAfter(NOON.plusSeconds(585));
    }

    @Test
    void theBrokerSpeaksTheLastWillOfASensorThatVanished() throws Exception {
        try (var cockpit = new Cockpit(address())) {
            var will = new LastWill("city/uv-rathaus/status", "offline");
            var connection = BrokerConnection.open(address(), "sim-uv-rathaus", Optional.of(will));
            connection.abandon();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(cockpit.on("city/uv-rathaus/status")).containsExactly("offline"));
        }
    }

    @Test
    void aWrongPasswordEndsTheRunWithOneSentence() {
        var stranger = new BrokerAddress(
                URI.create("mqtt://127.0.0.1:" + port), Optional.of(new BrokerAddress.Login("bench", "wrong")));
        try (var rejected = new SensorFleet(stranger, city, PublishedTimes.inMemory(1), 1, clock, lines::add)) {
            assertThatThrownBy(rejected::run)
                    .isInstanceOf(Simulator.Failure.class)
                    .hasMessage(
                            "The broker at mqtt://127.0.0.1:%d refuses the user 'bench' with this password: see"
                                    + " --username and --password-file.",
                            port);
        }
    }

    private void stop() {
        if (fleet != null) fleet.close();
    }

    private void closeBroker() {
        if (broker != null) broker.close();
    }

    private BrokerAddress address() {
        return new BrokerAddress(
                URI.create("mqtt://127.0.0.1:" + port),
                Optional.of(new BrokerAddress.Login(OwnBroker.USERNAME, OwnBroker.PASSWORD)));
    }

    private void start(PublishedTimes published) {
        start(published, 1);
    }

    private void start(PublishedTimes published, int speed) {
        var starting = new SensorFleet(address(), city, published, speed, clock, lines::add);
        Thread.ofPlatform().name("fleet").start(() -> {
            try {
                starting.run();
            } catch (Simulator.Failure | InterruptedException e) {
                lines.add("failed: " + e.getMessage());
            }
        });
        fleet = starting;
    }

    private static PublishedTimes upToDateUntil(Instant time) {
        var published = PublishedTimes.inMemory(1);
        DemoCity.sensors().forEach(sensor -> published.published(sensor.name(), time));
        return published;
    }

    private List<String> expected(String name, int seconds) {
        var sensor = DemoCity.sensors().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return IntStream.rangeClosed(1, seconds * 1000)
                .mapToObj(millis -> NOON.minusSeconds(seconds).plusMillis(millis))
                .filter(time -> Math.floorMod(time.toEpochMilli(), 15_000L) == 15_000L * 5 / 13)
                .map(time -> new String(
                        new Message(name, time, city.values(sensor, time)).payload(), StandardCharsets.UTF_8))
                .toList();
    }

    private void awaitLine(String end) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(lines).anyMatch(line -> line.endsWith(end)));
    }
}
