package city.sim.bench;

import city.sim.broker.BrokerAddress;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerException;
import city.sim.broker.OwnBroker;
import city.sim.broker.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * How many messages a cockpit stores while publishers send as fast as they can, and how that compares with a subscriber
 * that only counts. Publishers, broker and cockpit share the machine, as in the smallest installation.
 */
public final class IngestBench {

    private static final int SENSORS = 40;
    private static final int PUBLISHERS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration LONGEST_BACKLOG = Duration.ofMinutes(5);

    private final Path jar;
    private final Duration duration;

    /** @param duration how long is published at full speed, each time */
    public IngestBench(Path jar, Duration duration) {
        this.jar = jar;
        this.duration = duration;
    }

    /** Figures by name; leaves nothing behind. */
    public Map<String, Double> run() throws BenchException, IOException, InterruptedException {
        var figures = new LinkedHashMap<String, Double>();
        try (var bench = new Workbench()) {
            figures.put("bare_messages_per_second", bareSubscriber(bench));
            bench.stopAll();
            var cockpit = bench.cockpit(
                    jar,
                    List.of(
                            "--cockpit.registry.demo=false",
                            "--cockpit.registry.sensors=" + sensorTable(bench.folder())));
            cockpit.awaitFirstPage();
            measure(cockpit, 1, WARM_UP);
            for (var values : List.of(1, 3)) {
                var outcome = measure(cockpit, values, duration);
                var suffix = values == 1 ? "_1_value" : "_%d_values".formatted(values);
                figures.put("stored_messages_per_second" + suffix, outcome.messages() / outcome.storedSeconds());
                figures.put(
                        "stored_readings_per_second" + suffix, outcome.messages() * values / outcome.storedSeconds());
                figures.put("lag_seconds" + suffix, outcome.lagSeconds());
            }
        }
        figures.put(
                "ratio_to_bare_1_value",
                figures.getOrDefault("stored_messages_per_second_1_value", 0.0)
                        / figures.getOrDefault("bare_messages_per_second", 1.0));
        figures.put(
                "ratio_to_bare_3_values",
                figures.getOrDefault("stored_messages_per_second_3_values", 0.0)
                        / figures.getOrDefault("bare_messages_per_second", 1.0));
        return figures;
    }

    /**
     * @param storedSeconds from the first message sent to the last one stored
     * @param lagSeconds from the last acknowledgement of the broker to the last message stored
     */
    private record Outcome(long messages, double storedSeconds, double lagSeconds) {}

    private Outcome measure(PackagedCockpit cockpit, int values, Duration howLong)
            throws BenchException, InterruptedException {
        var address = cockpit.devices();
        var before = cockpit.ledger();
        var start = System.nanoTime();
        var messages = publish(address, values, howLong);
        var published = System.nanoTime();
        var expected = before.path("stored").asLong() + messages * values;
        while (true) {
            var ledger = cockpit.ledger();
            if (ledger.path("stored").asLong() >= expected) break;
            if (ledger.path("rejected").asLong() > before.path("rejected").asLong()
                    || ledger.path("duplicate").asLong()
                            > before.path("duplicate").asLong())
                throw new BenchException("The cockpit did not store every message: " + ledger);
            if (System.nanoTime() - published > LONGEST_BACKLOG.toNanos())
                throw new BenchException("The cockpit is still not done: " + ledger);
            Thread.sleep(5);
        }
        var stored = System.nanoTime();
        return new Outcome(messages, (stored - start) / 1e9, (stored - published) / 1e9);
    }

    private double bareSubscriber(Workbench bench) throws IOException, BenchException, InterruptedException {
        var received = new LongAdder();
        try {
            var broker = bench.keep(OwnBroker.start(bench.folder().resolve("broker"), OwnBroker.freePort()));
            bench.keep(Subscription.open(broker.address(), "city/#", (topic, payload) -> received.increment()));
            publish(broker.address(), 1, WARM_UP);
            received.reset();
            var start = System.nanoTime();
            var messages = publish(broker.address(), 1, duration);
            while (received.sum() < messages && System.nanoTime() - start < LONGEST_BACKLOG.toNanos()) Thread.sleep(5);
            return received.sum() / ((System.nanoTime() - start) / 1e9);
        } catch (MqttException e) {
            throw new BenchException("The bare subscriber did not connect: " + e.getMessage());
        }
    }

    /** Returns the messages that the broker has acknowledged, which are all. */
    private long publish(BrokerAddress address, int values, Duration howLong)
            throws BenchException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(PUBLISHERS)) {
            var publishing = new ArrayList<Callable<Load.Result>>();
            for (int i = 0; i < PUBLISHERS; i++) {
                var number = i;
                publishing.add(() -> publish(address, number, values, howLong));
            }
            var messages = 0L;
            for (var result : threads.invokeAll(publishing))
                messages += result.get().messages();
            return messages;
        } catch (ExecutionException e) {
            throw new BenchException("A publisher failed: " + e.getCause());
        }
    }

    private static Load.Result publish(BrokerAddress address, int publisher, int values, Duration howLong)
            throws BrokerException, InterruptedException {
        var mine = sensors()
                .filter(sensor -> sensor % PUBLISHERS == publisher)
                .mapToObj(sensor -> Load.Speaker.ofWeather(name(sensor), values))
                .toList();
        try (var connection = BrokerConnection.open(address, "bench-" + publisher, Optional.empty())) {
            return new Load(mine, OptionalInt.empty(), Clock.systemUTC()).on(connection, howLong);
        }
    }

    private static IntStream sensors() {
        return IntStream.range(0, SENSORS);
    }

    private static String name(int sensor) {
        return "bench-" + sensor;
    }

    private static Path sensorTable(Path folder) throws IOException {
        var lines = new ArrayList<>(List.of("municipality_key,municipality,time_zone,site,site_name,latitude,longitude,"
                + "sensor,property,interval_seconds,capacity,simulated"));
        sensors()
                .forEach(sensor -> Load.PROPERTIES.stream()
                        .limit(3)
                        .forEach(property ->
                                lines.add("00000000,Musterstadt,Europe/Berlin,bench,Bench,50.9,9.7,%s,%s,60,,true"
                                        .formatted(name(sensor), property))));
        return Files.write(folder.resolve("sensors.csv"), lines);
    }
}
