package city.cockpit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestDatabase;
import city.cockpit.mqtt.Device;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of readings, repeats and broken messages, and a cockpit that is killed again and again while they come: every
 * good reading is in the table exactly once.
 */
class NothingIsLostIT {

    private static final boolean LONG = Boolean.getBoolean("cockpit.test.long");
    private static final int READINGS = LONG ? 100_000 : 10_000;
    private static final int KILLS = LONG ? 6 : 2;
    private static final String SENSOR = "air-stadtpark";
    private static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.create();
    private final List<String> imbalances = new CopyOnWriteArrayList<>();
    private volatile @Nullable RunningCockpit cockpit;

    @AfterEach
    void stopTheCockpit() {
        var last = cockpit;
        cockpit = null;
        if (last != null) last.close();
        database.close();
    }

    @Test
    void everyGoodReadingIsStoredExactlyOnce() throws Exception {
        var first = start(0);
        var lamp = new StubbornDevice(first.mqttPort(), first.devicePassword(), messages());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watching = CompletableFuture.runAsync(this::watchTheLedger, threads);
            var publishing = CompletableFuture.runAsync(lamp, threads);
            for (var kill = 1; kill <= KILLS; kill++) {
                var enough = (long) lamp.messages.size() * kill / (KILLS + 1);
                await().atMost(Duration.ofMinutes(5)).until(() -> lamp.confirmed >= enough);
                running().kill();
                start(first.mqttPort());
            }
            publishing.join();
            await().atMost(Duration.ofMinutes(2)).until(() -> stored().size() == READINGS && counts().pending() == 0);
            assertThat(stored()).isEqualTo(expected());
            var last = counts();
            cockpit = stopped();
            watching.join();
            assertThat(imbalances).isEmpty();
            assertThat(last.received()).isEqualTo(last.stored() + last.duplicate() + last.rejected());
            assertThat(last.rejectedByReason()).containsOnlyKeys(RejectReason.MALFORMED);
        }
    }

    private RunningCockpit start(int mqttPort) {
        var started = RunningCockpit.on(data)
                .database(database)
                .demo()
                .mqttPort(mqttPort)
                .start();
        cockpit = started;
        return started;
    }

    private RunningCockpit running() {
        var now = cockpit;
        if (now == null) throw new IllegalStateException("no cockpit is running");
        return now;
    }

    private @Nullable RunningCockpit stopped() {
        running().close();
        return null;
    }

    /** Asks for the ledger again and again; a process that was just killed does not answer. */
    private void watchTheLedger() {
        await().forever()
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(RuntimeException.class)
                .until(() -> {
                    if (cockpit == null) return true;
                    var counts = counts();
                    if (counts.received()
                            != counts.stored() + counts.duplicate() + counts.rejected() + counts.pending())
                        imbalances.add(counts.toString());
                    return false;
                });
    }

    private Counts counts() {
        return JsonMapper.shared().readValue(running().manage("/actuator/ingest"), Counts.class);
    }

    private Map<Instant, Double> stored() {
        var readings = new TreeMap<Instant, Double>();
        JdbcClient.create(database.dataSource())
                .sql("SELECT ts, value FROM reading")
                .query(row -> {
                    readings.put(row.getObject("ts", OffsetDateTime.class).toInstant(), row.getDouble("value"));
                });
        return readings;
    }

    private static Map<Instant, Double> expected() {
        var readings = new TreeMap<Instant, Double>();
        for (var number = 0; number < READINGS; number++) readings.put(timeOf(number), valueOf(number));
        return readings;
    }

    /** Every reading once; some again later, some cut in half as well. */
    private static List<String> messages() {
        var random = new Random(2026);
        var messages = new ArrayList<String>();
        for (var number = 0; number < READINGS; number++) {
            messages.add(message(number));
            if (random.nextInt(10) == 0) messages.add(message(random.nextInt(number + 1)));
            if (random.nextInt(20) == 0) messages.add(message(number).substring(random.nextInt(40)));
        }
        return messages;
    }

    private static String message(int number) {
        return "{\"time\":\"%s\",\"values\":{\"pm10\":%s}}".formatted(timeOf(number), valueOf(number));
    }

    private static Instant timeOf(int number) {
        return BEGIN.plusSeconds(number);
    }

    private static double valueOf(int number) {
        return number % 997 / 10.0;
    }

    /** A device that repeats what was not confirmed, until it is. */
    private static final class StubbornDevice implements Runnable {

        private static final int CHUNK = 100;

        private final URI broker;
        private final String password;
        private final List<String> messages;
        private volatile int confirmed;

        StubbornDevice(int mqttPort, String password, List<String> messages) {
            this.broker = URI.create("tcp://127.0.0.1:" + mqttPort);
            this.password = password;
            this.messages = messages;
        }

        @Override
        public void run() {
            await().forever()
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptionsInstanceOf(MqttException.class)
                    .until(this::publishUntilTheEnd);
        }

        private boolean publishUntilTheEnd() throws MqttException {
            try (var device = new Device(broker, password)) {
                while (confirmed < messages.size()) publishChunk(device);
            }
            return true;
        }

        private void publishChunk(Device device) throws MqttException {
            var end = Math.min(messages.size(), confirmed + CHUNK);
            for (var message : messages.subList(confirmed, end))
                device.send("city/" + SENSOR, message.getBytes(UTF_8), 1, false);
            device.confirm();
            confirmed = end;
        }
    }
}
