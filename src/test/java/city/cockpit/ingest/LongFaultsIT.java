package city.cockpit.ingest;

import static city.cockpit.ingest.Measured.PM10;
import static city.cockpit.ingest.Measured.SENSOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TakesLong;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.TestMosquitto;
import city.cockpit.harness.TestWire;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.measurement.Reading;
import city.cockpit.mqtt.Device;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong for longer: nothing acknowledged is lost or doubled. {@code cockpit.test.minutes} of kills, 20 unless set. */
@TakesLong
@WithoutDatabase
class LongFaultsIT {

    private static final Duration KILLS = Duration.ofMinutes(Long.getLong("cockpit.test.minutes", 20));
    private static final String SHARED = "cockpit.ingest.topic-filter=$share/cockpit/city/#";
    private static final int A_SECOND = 200;
    private static final int TEN_THOUSAND = 10_000;

    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.create();
    private final int databasePort =
            URI.create(database.url().substring("jdbc:".length())).getPort();
    private TestMosquitto broker;
    private TestWire toBroker;
    private TestWire toDatabase;

    @BeforeEach
    void startTheServers() {
        broker = TestMosquitto.in(data.resolve("broker"));
        toBroker = new TestWire(broker.port());
        toDatabase = new TestWire(databasePort);
    }

    @AfterEach
    void stopTheServers() {
        toBroker.close();
        toDatabase.close();
        broker.close();
        database.close();
    }

    @Test
    void killsAndCutsAtRandomMoments() {
        var seed = Long.getLong("cockpit.test.seed", System.nanoTime());
        System.out.println("The seed of the faults is " + seed + " (-Dcockpit.test.seed)");
        var random = new Random(seed);
        var nodes = new ArrayList<>(List.of(start("first"), start("second")));
        try (var device = new StubbornDevice(broker.address(), broker.password(), A_SECOND)) {
            var faults = 0;
            var end = System.nanoTime() + KILLS.toNanos();
            while (System.nanoTime() < end) {
                await().pollDelay(Duration.ofMillis(1_000 + random.nextInt(9_000)))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> true);
                switch (random.nextInt(6)) {
                    case 0, 1 -> {
                        var victim = random.nextInt(2);
                        nodes.get(victim).kill();
                        pause(random);
                        nodes.set(victim, start(victim == 0 ? "first" : "second"));
                    }
                    case 2 -> toBroker.cut();
                    case 3 -> toDatabase.cut();
                    case 4 -> {
                        toDatabase.takeAway();
                        pause(random);
                        toDatabase.mend();
                    }
                    default -> {
                        toBroker.swallow();
                        pause(random);
                        toBroker.mend();
                    }
                }
                faults++;
            }
            var sent = device.finish();
            System.out.printf("%d readings, %d faults%n", sent, faults);
            Measured.awaitRows(database, sent);
            Measured.assertEachOnce(database, sent);
            for (var node : nodes) assertThat(node.manage("/actuator/ingest")).contains("\"pending\":0");
        } finally {
            nodes.forEach(RunningCockpit::close);
        }
    }

    private static void pause(Random random) {
        await().pollDelay(Duration.ofMillis(random.nextInt(20_000)))
                .atMost(Duration.ofMinutes(1))
                .until(() -> true);
    }

    private RunningCockpit start(String name) {
        return RunningCockpit.on(data.resolve(name))
                .database(database)
                .demo()
                .with("spring.datasource.url", database.url().replaceFirst(":[0-9]+/", ":" + toDatabase.port() + "/"))
                .with("spring.flyway.url", database.url())
                .with("cockpit.mqtt.broker", "tcp://127.0.0.1:" + toBroker.port())
                .with("cockpit.mqtt.username", TestMosquitto.COCKPIT)
                .with("cockpit.mqtt.password", broker.password())
                .with("cockpit.mqtt.client-id", name)
                .with("cockpit.mqtt.keep-alive", "5s")
                .with("cockpit.mqtt.retry-at-most", "2s")
                .with("cockpit.ingest.topic-filter", "$share/cockpit/city/#")
                .start();
    }

    @Test
    void whoeverIsAskedToStopUnderLoadDoesSoWithinTenSeconds() {
        // The first cockpit of all writes down at its end what makes the next ones start faster.
        start("first").close();
        var node = start("first");
        int sent;
        try (var device = new StubbornDevice(broker.address(), broker.password(), 2_000)) {
            await().until(() -> device.confirmed() > 10_000);
            var begin = System.nanoTime();
            node.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            sent = device.finish();
        }
        node = start("first");
        Measured.awaitRows(database, sent);
        Measured.assertEachOnce(database, sent);
        node.close();
    }

    @Test
    void aNetworkThatSwallowsEverythingWithoutAWordIsNoticed() {
        try (var cockpit = backroom("cockpit.mqtt.keep-alive=3s");
                var device = new StubbornDevice(broker.address(), broker.password(), A_SECOND)) {
            await().until(() -> cockpit.counts().stored() > 1_000);
            toBroker.swallow();
            var then = device.confirmed();
            await().atMost(Duration.ofMinutes(1)).until(() -> device.confirmed() > then + 20 * A_SECOND);
            toBroker.mend();
            await().atMost(Duration.ofMinutes(1)).until(() -> cockpit.counts().stored() > then + 10 * A_SECOND);
            toDatabase.swallow();
            var later = device.confirmed();
            await().atMost(Duration.ofMinutes(2)).until(() -> device.confirmed() > later + 20 * A_SECOND);
            toDatabase.mend();
            var sent = device.finish();
            Measured.awaitRows(database, sent);
            Measured.assertEachOnce(database, sent);
        }
    }

    @Test
    void nodesWhoseClocksAreMinutesApartShowTheSameAndLoseNothing() throws Exception {
        try (var slow = backroom("cockpit.mqtt.client-id=slow", "test.clock-ahead=-3m", SHARED);
                var fast = backroom("cockpit.mqtt.client-id=fast", "test.clock-ahead=3m", SHARED);
                var device = new Device(broker.address(), broker.password())) {
            for (var number = 0; number < 1_000; number++) Measured.send(device, number);
            for (var round = 0; round < 10; round++) {
                var value = 50.0 + round;
                device.publish(
                        "city/" + SENSOR, "{\"time\":\"%s\",\"values\":{\"pm10\":%s}}".formatted(Instant.now(), value));
                await().atMost(Duration.ofSeconds(3))
                        .untilAsserted(() -> assertThat(List.of(slow.series(PM10), fast.series(PM10)))
                                .allSatisfy(state -> assertThat(state.newest().map(Reading::value))
                                        .contains(value)));
            }
            device.publish(
                    "city/" + SENSOR,
                    "{\"time\":\"%s\",\"values\":{\"pm10\":1}}"
                            .formatted(Instant.now().plus(Duration.ofMinutes(20))));
            device.publish("city/" + SENSOR + "/status", "offline");
            device.publish("city/" + SENSOR + "/status", "online");
            Measured.awaitRows(database, 1_010);
            await().until(() -> slow.counts().rejected() + fast.counts().rejected() == 1);
        }
    }

    @Test
    void hoursOutOfOrderAndDuplicatesByTheTenThousandAreEachStoredOnce() throws Exception {
        var aDay = 24 * 60 * 60 / 4;
        var order = new ArrayList<>(IntStream.range(0, 4 * aDay)
                .map(number -> number % aDay)
                .boxed()
                .toList());
        Collections.shuffle(order, new Random(5));
        try (var cockpit = backroom()) {
            for (var part = 0; part < order.size(); part += TEN_THOUSAND)
                publish(order.subList(part, Math.min(order.size(), part + TEN_THOUSAND)));
            Measured.awaitRows(database, aDay);
            var counts = cockpit.awaitSettled(4L * aDay);
            Measured.assertEachOnce(database, aDay);
            assertThat(counts.duplicate()).isEqualTo(3L * aDay);
        }
    }

    private void publish(List<Integer> numbers) throws MqttException {
        try (var device = new Device(broker.address(), broker.password())) {
            for (var number : numbers) Measured.send(device, number);
            device.confirm();
        }
    }

    /** On a disk of a few megabytes, with something on it that can be taken away. */
    @Test
    void aFullDiskOfTheDatabaseHoldsReadingsUpAndLosesNone() throws Exception {
        var disk = Files.createDirectory(data.resolve("small-disk"));
        var mounted = run("mount", "-t", "tmpfs", "-o", "size=12m,mode=0777", "tmpfs", disk.toString());
        assertThat(mounted)
                .as("NOT TRIED: a full disk of the database; that needs the right to mount one (root)")
                .isZero();
        var sql = JdbcClient.create(database.dataSource());
        try {
            var ballast = Files.write(disk.resolve("ballast"), new byte[10 << 20]);
            var space = Files.createDirectory(disk.resolve("space"));
            run("chmod", "0777", space.toString());
            database.inMaintenance("CREATE TABLESPACE small LOCATION '%s'".formatted(space));
            database.inMaintenance("GRANT CREATE ON TABLESPACE small TO PUBLIC");
            try (var cockpit = backroom();
                    var device = new StubbornDevice(broker.address(), broker.password(), 2_000)) {
                sql.sql("ALTER TABLE reading SET TABLESPACE small").update();
                sql.sql("ALTER INDEX reading_pkey SET TABLESPACE small").update();
                await().atMost(Duration.ofMinutes(3))
                        .until(() -> cockpit.counts().pending() > 500
                                && device.confirmed() > cockpit.counts().stored() + 20_000);
                Files.delete(ballast);
                var sent = device.finish();
                Measured.awaitRows(database, sent);
                var counts = cockpit.awaitSettled(sent);
                Measured.assertEachOnce(database, sent);
                assertThat(counts.rejected()).isZero();
            }
        } finally {
            sql.sql("DROP TABLE reading CASCADE").update();
            database.inMaintenance("DROP TABLESPACE IF EXISTS small");
            run("umount", disk.toString());
        }
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
    }

    private Backroom backroom(String... settings) {
        var arguments = Arrays.stream(settings).map("--"::concat).toArray(String[]::new);
        return Backroom.start(database, toDatabase.port(), broker, toBroker.port(), arguments);
    }
}
