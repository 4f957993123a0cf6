package city.sim.bench;

import city.sim.bench.Taker.Bare;
import city.sim.bench.Taker.Storing;
import city.sim.broker.BrokerAddress;
import city.sim.broker.OwnBroker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much a cockpit stores, compared with a bare subscriber of the same client library that acknowledges each message and
 * discards it. Publishers, broker, database and cockpit share the machine. Both are loaded at a fixed rate that grows step
 * by step; the best rate that was taken counts. They take turns, so that other work on the machine meets both.
 */
public final class IngestBench {

    /** How thoroughly to measure. */
    public enum Thoroughness {
        /** One run of short steps. */
        QUICK(1, 1.5, 1.35, 6, 10, 0, 30),
        /** Median of three runs. */
        USUAL(3, 3, 1.25, 10, 20, 0, 60),
        /** The same and ten minutes at half of the ceiling. */
        FULL(3, 3, 1.25, 10, 20, 600, 60);

        private final int runs;
        private final double stepSeconds;
        private final double growth;
        private final int warmUpSeconds;
        private final int seconds;
        private final int soakSeconds;
        private final int rulesSeconds;

        Thoroughness(
                int runs,
                double stepSeconds,
                double growth,
                int warmUpSeconds,
                int seconds,
                int soakSeconds,
                int rulesSeconds) {
            this.runs = runs;
            this.stepSeconds = stepSeconds;
            this.growth = growth;
            this.warmUpSeconds = warmUpSeconds;
            this.seconds = seconds;
            this.soakSeconds = soakSeconds;
            this.rulesSeconds = rulesSeconds;
        }
    }

    /** Where to measure. */
    public enum Broker {
        MOSQUITTO,
        EMBEDDED;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What to measure. */
    public enum Part {
        /** What is stored beside what the bare subscriber takes, from publishers made of the same client library. */
        PAHO,
        /** The same with publishers that take next to nothing of the machine. */
        LIGHT,
        /** Processor time, latency, 15,000 messages a second, and the plain copy. */
        PACE,
        /** Ten minutes at half of the ceiling; only if it is asked for to be thorough. */
        SOAK,
        /** What a thousand rules about a thousand series take of what is stored; on the embedded broker. */
        RULES
    }

    private static final int RECEIVE_MAXIMUM = 2_000;
    private static final int CONNECTIONS = 2;
    private static final int COST_RATE = 8_000;
    private static final int LATENCY_RATE = 10_000;
    private static final int SUSTAINED_RATE = 15_000;
    private static final int WARM_UP_RATE = 8_000;

    private final Path jar;
    private final @Nullable Path mosquitto;
    private final Thoroughness how;
    private final Set<Broker> brokers;
    private final Set<Part> parts;
    private final Consumer<String> progress;
    private final Ceiling ceiling;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /**
     * @param mosquitto folder of an unpacked Mosquitto; null to measure on the embedded broker only
     * @param progress is told each step in a sentence
     */
    public IngestBench(
            Path jar,
            @Nullable Path mosquitto,
            Thoroughness how,
            Set<Broker> brokers,
            Set<Part> parts,
            Consumer<String> progress) {
        this.jar = jar;
        this.mosquitto = mosquitto;
        this.how = how;
        this.brokers = brokers;
        this.parts = parts;
        this.progress = progress;
        this.ceiling = new Ceiling(how.growth, how.stepSeconds);
    }

    /** Figures by name; leaves nothing behind. */
    public Map<String, Double> run() throws BenchException, IOException, InterruptedException {
        figures.put("load_before", Usage.load());
        if (!parts.equals(EnumSet.of(Part.RULES))) onBrokers();
        if (parts.contains(Part.RULES) && brokers.contains(Broker.EMBEDDED))
            try (var bench = new Workbench()) {
                figures.putAll(new RulesBench(how.runs, how.rulesSeconds, ceiling, progress).on(bench, jar));
            }
        figures.put("load_after", Usage.load());
        return figures;
    }

    private void onBrokers() throws BenchException, IOException, InterruptedException {
        if (mosquitto != null && brokers.contains(Broker.MOSQUITTO))
            try (var bench = new Workbench()) {
                onMosquitto(bench, mosquitto);
            }
        if (brokers.contains(Broker.EMBEDDED))
            try (var bench = new Workbench()) {
                onTheEmbeddedBroker(bench);
            }
    }

    private void onMosquitto(Workbench bench, Path program) throws BenchException, IOException, InterruptedException {
        var bareBroker = bench.keep(
                Mosquitto.start(program, Files.createDirectories(bench.folder().resolve("bare"))));
        var broker = bench.keep(
                Mosquitto.start(program, Files.createDirectories(bench.folder().resolve("broker"))));
        var bare = Bare.start(bench, bareBroker.address(), RECEIVE_MAXIMUM);
        var cockpit = cockpit(
                bench, List.of("--cockpit.mqtt.broker=" + broker.address().uri()));
        measure(bench, Broker.MOSQUITTO.label(), bare, new Storing(cockpit, broker.address(), List.of(broker.pid())));
    }

    private void onTheEmbeddedBroker(Workbench bench) throws BenchException, IOException, InterruptedException {
        var port = OwnBroker.freePort();
        bench.keep(Helper.start(
                bench.folder().resolve("broker.log"),
                "broker",
                bench.folder().resolve("broker").toString(),
                Integer.toString(port)));
        var address = new BrokerAddress(
                URI.create("mqtt://127.0.0.1:" + port),
                Optional.of(new BrokerAddress.Login(OwnBroker.USERNAME, OwnBroker.PASSWORD)));
        var bare = Bare.start(bench, address, RECEIVE_MAXIMUM);
        var cockpit = cockpit(bench, List.of());
        measure(bench, Broker.EMBEDDED.label(), bare, new Storing(cockpit, cockpit.devices(), List.of()));
    }

    private PackagedCockpit cockpit(Workbench bench, List<String> settings)
            throws IOException, BenchException, InterruptedException {
        var all = new ArrayList<>(
                List.of("--cockpit.registry.demo=false", "--cockpit.registry.sensors=" + sensorTable(bench.folder())));
        all.addAll(settings);
        var cockpit = bench.cockpit(jar, all);
        cockpit.awaitFirstPage();
        return cockpit;
    }

    private void measure(Workbench bench, String broker, Bare bare, Storing stored)
            throws BenchException, IOException, InterruptedException {
        if (parts.contains(Part.PAHO)) {
            var process = bench.keep(Helper.start(bench.folder().resolve("publishers.log"), "publishers"));
            compare(
                    broker,
                    "paho",
                    bare,
                    stored,
                    (taker, values) -> PahoSenders.open(process, taker.address(), values),
                    5_000);
        }
        if (parts.contains(Part.LIGHT)) compare(broker, "light", bare, stored, IngestBench::light, 15_000);
        if (parts.contains(Part.PACE)) pace(broker, bare, stored);
        if (parts.contains(Part.SOAK) && how.soakSeconds > 0) soak(broker, stored);
    }

    private static Senders light(Taker taker, int values) throws IOException {
        return Publishers.light(taker.address(), Clock.systemUTC(), CONNECTIONS, values, 0);
    }

    /** The median of some runs, in which the bare subscriber and the cockpit take turns. */
    private void compare(
            String broker, String kind, Bare bare, Storing stored, Ceiling.Opening publishers, double firstRate)
            throws BenchException, IOException, InterruptedException {
        warmUp(broker, publishers, bare, stored);
        for (var values : List.of(1, 3)) {
            var name = "%s_%d_%s_%s_publishers".formatted(broker, values, values == 1 ? "value" : "values", kind);
            var bares = new double[how.runs];
            var cockpits = new double[how.runs];
            var ratios = new double[how.runs];
            for (var run = 0; run < how.runs; run++) {
                // Where the ceiling lies is known after the first run.
                bares[run] = ceiling.of(bare, values, publishers, run == 0 ? firstRate : bares[0] / 2);
                cockpits[run] = ceiling.of(stored, values, publishers, run == 0 ? firstRate : cockpits[0] / 2);
                ratios[run] = cockpits[run] / bares[run];
                progress.accept("%s, run %d: bare %,.0f, stored %,.0f messages/s, ratio %.2f"
                        .formatted(name.replace('_', ' '), run + 1, bares[run], cockpits[run], ratios[run]));
            }
            figures.put(name + "_bare_messages_per_second", median(bares));
            figures.put(name + "_stored_messages_per_second", median(cockpits));
            figures.put(name + "_ratio", median(ratios));
        }
    }

    /** Until the compiler of the virtual machine has come to rest, it takes more than the work itself. */
    private void warmUp(String broker, Ceiling.Opening publishers, Taker... takers)
            throws BenchException, IOException, InterruptedException {
        progress.accept(broker + ": warming up");
        for (var taker : takers) Ceiling.step(taker, 3, publishers, WARM_UP_RATE, how.warmUpSeconds);
    }

    private void pace(String broker, Bare bare, Storing stored)
            throws BenchException, IOException, InterruptedException {
        warmUp(broker, IngestBench::light, bare, stored);
        for (var values : List.of(1, 3)) {
            var name = "%s_%d_%s".formatted(broker, values, values == 1 ? "value" : "values");
            figures.put(name + "_bare_cpu_microseconds", cost(bare, values));
            figures.put(name + "_stored_cpu_microseconds", cost(stored, values));
        }
        latency(broker, stored);
        sustained(broker, stored);
        figures.put(
                broker + "_plain_copy_rows_per_second",
                PlainCopy.rowsPerSecond(stored.cockpit().data()));
    }

    /** Processor time for a message at a rate that leaves room, whatever else the machine has to do. */
    private double cost(Taker taker, int values) throws BenchException, IOException, InterruptedException {
        var before = Usage.cpuSeconds(taker.processes());
        var messages = taker.taken(values);
        Ceiling.step(taker, values, IngestBench::light, COST_RATE, how.seconds / 2.0);
        return (Usage.cpuSeconds(taker.processes()) - before) * 1e6 / (taker.taken(values) - messages);
    }

    /**
     * From publishing to the moment at which the ledger counts the message as stored, which it does after the commit. The
     * ledger is asked again and again, so that what is measured is too long by up to the time between two answers.
     */
    private void latency(String name, Taker cockpit) throws BenchException, IOException, InterruptedException {
        var figure = latencies(cockpit, 1, LATENCY_RATE, how.seconds);
        figures.put(name + "_commit_p50_ms", percentile(figure, 0.5));
        figures.put(name + "_commit_p95_ms", percentile(figure, 0.95));
        figures.put(name + "_commit_p99_ms", percentile(figure, 0.99));
        progress.accept("%s: publish to commit at %,d messages/s: p50 %.0f ms, p99 %.0f ms"
                .formatted(name, LATENCY_RATE, percentile(figure, 0.5), percentile(figure, 0.99)));
    }

    /** Milliseconds, sorted; those of the first two seconds are left out. */
    private static double[] latencies(Taker cockpit, int values, int rate, int seconds)
            throws BenchException, IOException, InterruptedException {
        var most = rate * seconds;
        try (var publishers = Publishers.light(cockpit.address(), Clock.systemUTC(), 1, values, most);
                var thread = Executors.newSingleThreadExecutor()) {
            var before = cockpit.taken(values);
            var publishing = thread.submit(() -> {
                publishers.run(rate, seconds);
                return true;
            });
            var delays = new double[most];
            var seen = 0;
            while (!publishing.isDone() || seen < Math.min(most, publishers.sent())) {
                var taken = (int) Math.min(most, cockpit.taken(values) - before);
                var now = System.nanoTime();
                for (; seen < taken; seen++) delays[seen] = (now - publishers.moment(seen)) / 1e6;
                Thread.sleep(1);
            }
            publishers.drain();
            var measured = Arrays.copyOfRange(delays, Math.min(seen, 2 * rate), seen);
            Arrays.sort(measured);
            return measured;
        }
    }

    private void sustained(String name, Storing taker) throws BenchException, IOException, InterruptedException {
        var cockpit = taker.cockpit();
        var processes = new LinkedHashMap<String, List<Long>>();
        processes.put("cockpit", List.of(cockpit.pid()));
        processes.put("postgres", taker.database());
        processes.put("publishers", List.of(ProcessHandle.current().pid()));
        if (!taker.broker().isEmpty()) processes.put("broker", taker.broker());
        try (var publishers = light(taker, 3)) {
            var cpu = new LinkedHashMap<String, Double>();
            processes.forEach((part, pids) -> cpu.put(part, Usage.cpuSeconds(pids)));
            var before = taker.taken(3);
            var start = System.nanoTime();
            publishers.run(SUSTAINED_RATE, how.seconds);
            var taken = taker.taken(3) - before;
            var seconds = (System.nanoTime() - start) / 1e9;
            var kind = name + "_at_15000_of_3_values";
            figures.put(kind + "_published_per_second", publishers.sent() / seconds);
            figures.put(kind + "_stored_per_second", taken / seconds);
            figures.put(kind + "_rows_per_second", 3 * taken / seconds);
            figures.put(kind + "_backlog_at_the_end", (double) publishers.sent() - taken);
            processes.forEach((part, pids) -> figures.put(
                    kind + "_cores_" + part, (Usage.cpuSeconds(pids) - cpu.getOrDefault(part, 0.0)) / seconds));
            Ceiling.settle(taker, 3, before, publishers);
            figures.put(name + "_cockpit_resident_mb", Usage.residentMegabytes(cockpit.pid()));
            progress.accept(
                    "%s: %,.0f of %,d messages/s of 3 values stored".formatted(name, taken / seconds, SUSTAINED_RATE));
        }
    }

    /** Ten minutes at half of what it can; the figures of the first and of the last minute stand beside each other. */
    private void soak(String name, Storing taker) throws BenchException, IOException, InterruptedException {
        var rate =
                (int) (figures.getOrDefault(name + "_3_values_light_publishers_stored_messages_per_second", 0.0) / 2);
        if (rate == 0) {
            warmUp(name, IngestBench::light, taker);
            rate = (int) ceiling.of(taker, 3, IngestBench::light, SUSTAINED_RATE) / 2;
        }
        var last = how.soakSeconds / 60;
        figures.put(name + "_soak_messages_per_second", (double) rate);
        for (var minute = 1; minute <= last; minute++) {
            var delays = latencies(taker, 3, rate, 60);
            var resident = Usage.residentMegabytes(taker.cockpit().pid());
            progress.accept("%s: minute %d of %d at %,d messages/s of 3 values: p50 %.0f ms, p99 %.0f ms, %.0f MB"
                    .formatted(name, minute, last, rate, percentile(delays, 0.5), percentile(delays, 0.99), resident));
            if (minute != 1 && minute != last) continue;
            var kind = "%s_soak_minute_%d".formatted(name, minute);
            figures.put(kind + "_p50_ms", percentile(delays, 0.5));
            figures.put(kind + "_p99_ms", percentile(delays, 0.99));
            figures.put(kind + "_cockpit_resident_mb", resident);
        }
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double percentile(double[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)];
    }

    private static Path sensorTable(Path folder) throws IOException {
        var lines = new ArrayList<>(List.of("municipality_key,municipality,time_zone,site,site_name,latitude,longitude,"
                + "sensor,property,interval_seconds,capacity,simulated"));
        IntStream.range(0, Publishers.SENSORS)
                .forEach(sensor -> Load.PROPERTIES.stream()
                        .limit(3)
                        .forEach(property ->
                                lines.add("00000000,Musterstadt,Europe/Berlin,bench,Bench,50.9,9.7,bench-%d,%s,60,,true"
                                        .formatted(sensor, property))));
        return Files.write(folder.resolve("sensors.csv"), lines);
    }
}
