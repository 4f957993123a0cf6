package city.sim;

import static java.util.Collections.max;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.sim.Stretches.Stretch;
import city.sim.broker.BrokerAddress;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerConnection.LastWill;
import city.sim.broker.Message;
import city.sim.broker.OwnBroker;
import city.sim.nature.DemoCity;
import city.sim.story.Story;
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
    private static final int SENSORS = DemoCity.sensors().size();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder = Path.of("");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final DemoCity city = new DemoCity(1);
    private final Story story = Story.withoutMishaps(city);
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
        var told = upToDateUntil(NOON.minusSeconds(6_000));
        try (var cockpit = new Cockpit(address())) {
            start(told);
            awaitLine("live from now on");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(cockpit.reports("city/noise-stadtpark"))
                            .hasSize(20)
                            .containsExactlyInAnyOrderElementsOf(expected("noise-stadtpark", 6_000)));
            assertThat(cockpit.on("city/noise-stadtpark/status")).containsExactly("online");

            now = NOON.plusSeconds(1_200);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(cockpit.reports("city/noise-stadtpark")).hasSize(24));
            stop();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(cockpit.on("city/noise-stadtpark/status"))
                            .startsWith("online", "offline"));
            assertThat(lines)
                    .hasSize(3)
                    .last()
                    .asString()
                    .isEqualTo("stopped, %d sensors said that they are offline", SENSORS);
        }
    }

    @Test
    void theNewestComesFirstAndTheOldestLastInMessagesOfManyReports() throws Exception {
        try (var cockpit = new Cockpit(address())) {
            start(upToDateUntil(NOON.minus(Duration.ofDays(3))));
            awaitLine(" s");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(cockpit.reports("city/uv-rathaus"))
                            .hasSize(3 * 144)
                            .doesNotHaveDuplicates());
            assertThat(cockpit.on("city/uv-rathaus")).hasSize(6);
            var newest = cockpit.on("city/uv-rathaus").getFirst();
            assertThat(max(cockpit.reports("city/uv-rathaus"))).isEqualTo(newest);
            assertThat(lines.getFirst()).endsWith("live from now on");
        }
    }

    @Test
    void aFillingThatWasStoppedGoesOnWhereItEnded() throws Exception {
        var month = Duration.ofDays(30);
        var told = Told.inMemory(1);
        for (var sensor : DemoCity.sensors()) {
            told.add(sensor.name(), new Stretch(NOON.minus(month), NOON.minus(Duration.ofDays(2))));
            told.add(sensor.name(), new Stretch(NOON.minus(Duration.ofDays(1)), NOON));
        }
        try (var cockpit = new Cockpit(address())) {
            start(told);
            awaitLine(" s");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(cockpit.reports("city/uv-rathaus")).hasSize(144));
            assertThat(cockpit.reports("city/uv-rathaus"))
                    .allMatch(report -> report.contains("2026-05-03T") || report.contains("2026-05-04T"));
        }
    }

    @Test
    void aFasterCityReportsMoreOftenWithTrueTimes() throws Exception {
        try (var cockpit = new Cockpit(address())) {
            start(upToDateUntil(NOON), 10);
            awaitLine("live from now on");
            now = NOON.plusSeconds(600);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(cockpit.reports("city/uv-rathaus")).hasSize(10));
            assertThat(cockpit.reports("city/noise-stadtpark")).allMatch(message -> message.contains("T10:0"));
        }
    }

    @Test
    void nothingIsMissingAfterTheBrokerWasAway() throws Exception {
        var told = upToDateUntil(NOON);
        start(told);
        awaitLine("live from now on");
        closeBroker();
        awaitLine("trying again");
        now = NOON.plus(Duration.ofHours(10));
        broker = OwnBroker.start(folder.resolve("broker"), port);
        try (var cockpit = new Cockpit(address())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(cockpit.reports("city/energy-rathaus")).hasSize(40));
            assertThat(cockpit.reports("city/energy-rathaus")).doesNotHaveDuplicates();
        }
        stop();
        assertThat(told.of("energy-rathaus").list())
                .singleElement()
                .matches(stretch -> stretch.until().isAfter(NOON.plus(Duration.ofMinutes(585))));
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
        try (var rejected = new SensorFleet(stranger, story, Told.inMemory(1), 1, clock, lines::add)) {
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

    private void start(Told told) {
        start(told, 1);
    }

    private void start(Told told, int rate) {
        var starting = new SensorFleet(address(), story, told, rate, clock, lines::add);
        Thread.ofPlatform().name("fleet").start(() -> {
            try {
                starting.run();
            } catch (Simulator.Failure | InterruptedException e) {
                lines.add("failed: " + e.getMessage());
            }
        });
        fleet = starting;
    }

    private static Told upToDateUntil(Instant time) {
        var told = Told.inMemory(1);
        DemoCity.sensors().forEach(sensor -> told.add(sensor.name(), new Stretch(Instant.EPOCH, time)));
        return told;
    }

    private List<String> expected(String name, int seconds) {
        var number = IntStream.range(0, SENSORS)
                .filter(i -> DemoCity.sensors().get(i).name().equals(name))
                .findFirst()
                .orElseThrow();
        var sensor = DemoCity.sensors().get(number);
        return IntStream.rangeClosed(1, seconds * 1000)
                .mapToObj(millis -> NOON.minusSeconds(seconds).plusMillis(millis))
                .filter(time -> Math.floorMod(time.toEpochMilli(), 300_000L) == 300_000L * number / SENSORS)
                .map(time -> new String(
                        new Message(name, time, city.values(sensor, time)).payload(), StandardCharsets.UTF_8))
                .toList();
    }

    private void awaitLine(String end) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(lines).anyMatch(line -> line.endsWith(end)));
    }
}
