package city.cockpit.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.TestMosquitto;
import city.cockpit.harness.TestWire;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.live.State;
import city.cockpit.measurement.SeriesId;
import city.cockpit.mqtt.Device;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong between broker, cockpit and database, one after the other: nothing acknowledged is lost or doubled. */
class FaultsIT {

    private static final Duration OUTAGE =
            Boolean.getBoolean("cockpit.test.long") ? Duration.ofMinutes(5) : Duration.ofSeconds(20);
    private static final SeriesId QUICK = new SeriesId("river-quick/water_level");
    private static final int A_SECOND = 500;

    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.create();
    private final TestWire toDatabase =
            new TestWire(URI.create(database.url().substring("jdbc:".length())).getPort());

    @AfterEach
    void tidyUp() {
        toDatabase.close();
        database.close();
    }

    @Test
    @WithoutDatabase
    void whileTheDatabaseIsAwayTilesGrowOldMemoryIsBoundedAndAfterwardsNothingIsMissing() throws Exception {
        try (var broker = TestMosquitto.in(data);
                var cockpit = Backroom.start(
                        database,
                        toDatabase.port(),
                        broker,
                        broker.port(),
                        "--cockpit.registry.sensors=" + aSensorOfEachSecond());
                var device = new Device(broker.address(), broker.password());
                var load = new StubbornDevice(broker.address(), broker.password(), A_SECOND)) {
            await().until(() -> cockpit.counts().stored() > A_SECOND);
            device.publish("city/river-quick", "{\"values\":{\"water_level\":1.2}}");
            await().until(() -> cockpit.series(QUICK).state() == State.LIVE);
            toDatabase.takeAway();
            await().until(() -> cockpit.counts().pending() > 0);
            var before = usedMemory();
            var sentBefore = load.confirmed();
            await().atMost(OUTAGE.multipliedBy(3))
                    .until(() -> load.confirmed() - sentBefore > A_SECOND * OUTAGE.toSeconds());
            var waiting = cockpit.counts().pending();
            assertThat(usedMemory() - before).as("more memory in use, bytes").isLessThan(32 << 20);
            assertThat(waiting).as("readings of one batch").isLessThan(2_000);
            assertThat(cockpit.series(QUICK).state()).isEqualTo(State.STALE);
            toDatabase.mend();
            var sent = load.finish();
            cockpit.awaitSettled(sent + 1);
            JdbcClient.create(database.dataSource())
                    .sql("DELETE FROM reading WHERE ts > '2026-09-01'")
                    .update();
            Measured.assertEachOnce(database, sent);
        }
    }

    /** Old after eight seconds without a reading. */
    private Path aSensorOfEachSecond() throws IOException {
        var table = data.resolve("sensors.csv");
        Files.createDirectories(data);
        return Files.writeString(table, """
                municipality_key,municipality,time_zone,site,site_name,district,latitude,longitude,sensor,property,interval_seconds,capacity,marks,simulated
                00000000,Musterstadt,Europe/Berlin,stadtpark,Stadtpark,Nordstadt,50.9,9.7,air-stadtpark,pm10,60,,,true
                00000000,Musterstadt,Europe/Berlin,bruecke,Brücke,Nordstadt,50.9,9.7,river-quick,water_level,2,,,true
                """);
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void aConnectionThatIsCutInTheMidstOfABatchLosesAndDoublesNothing() throws Exception {
        try (var broker = TestMosquitto.in(data);
                var wire = new TestWire(broker.port());
                var cockpit = Backroom.start(database, toDatabase.port(), broker, wire.port());
                var device = new Device(broker.address(), broker.password())) {
            for (var round = 0; round < 4; round++) {
                var passed = wire.bytesToClient();
                for (var number = 0; number < 1_500; number++) Measured.send(device, round * 1_500 + number);
                await().pollInterval(Duration.ofMillis(1)).until(() -> wire.bytesToClient() > passed + 40_000);
                if (round % 2 == 0) wire.cut();
                else toDatabase.cut();
                device.confirm();
            }
            Measured.awaitRows(database, 6_000);
            var counts = cockpit.awaitSettled(6_000);
            Measured.assertEachOnce(database, 6_000);
            assertThat(counts.rejected()).isZero();
            assertThat(counts.received()).isEqualTo(counts.stored() + counts.duplicate());
        }
    }

    @Test
    void oneReadingThatTheDatabaseRefusesIsTheOnlyOne() throws Exception {
        try (var broker = TestMosquitto.in(data);
                var cockpit = Backroom.start(database, toDatabase.port(), broker, broker.port());
                var device = new Device(broker.address(), broker.password())) {
            var sql = JdbcClient.create(database.dataSource());
            sql.sql("ALTER TABLE reading ADD CHECK (value <> 13.7)").update();
            for (var number = 0; number < 900; number++) Measured.send(device, number);
            device.confirm();
            Measured.awaitRows(database, 899);
            var counts = cockpit.awaitSettled(900);
            assertThat(counts)
                    .isEqualTo(City.counts()
                            .stored(899)
                            .rejected(RejectReason.NOT_STORABLE, 1)
                            .sum());
            assertThat(sql.sql("SELECT payload FROM kept_message")
                            .query(byte[].class)
                            .list())
                    .containsExactly(Measured.payload(137));
        }
    }

    @Test
    @WithoutDatabase
    void aBrokerThatIsRestartedWithMessagesWaitingDeliversThemOnce() throws Exception {
        try (var broker = TestMosquitto.in(data)) {
            try (var first = Backroom.start(database, toDatabase.port(), broker, broker.port())) {
                assertThat(first.counts().received()).isZero();
            }
            try (var device = new Device(broker.address(), broker.password())) {
                for (var number = 0; number < 5_000; number++) Measured.send(device, number);
                device.confirm();
            }
            broker.restart();
            try (var second = Backroom.start(database, toDatabase.port(), broker, broker.port())) {
                await().until(() -> second.counts().stored() > 1_000);
                broker.restart();
                Measured.awaitRows(database, 5_000);
                second.awaitSettled(5_000);
            }
            Measured.assertEachOnce(database, 5_000);
        }
    }
}
