package city.sim.bench;

import city.sim.broker.BrokerAddress;
import city.sim.broker.OwnBroker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
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
        /** One run of short steps, about four minutes. */
        QUICK(1, 2, 1.35, 10, 0),
        /** Median of three runs. */
        USUAL(3, 4, 1.2, 20, 0),
        /** The same and ten minutes at half of the ceiling. */
        FULL(3, 4, 1.2, 20, 600);

        private final int runs;
        private final double stepSeconds;
        private final double growth;
        private final int seconds;
        private final int soakSeconds;

        Thoroughness(int runs, double stepSeconds, double growth, int seconds, int soakSeconds) {
            this.runs = runs;
            this.stepSeconds = stepSeconds;
            this.growth = growth;
            this.seconds = seconds;
            this.soakSeconds = soakSeconds;
        }
    }

    private static final int RECEIVE_MAXIMUM = 2_000;
    private static final int CONNECTIONS = 2;
    private static final int FIRST_RATE = 4_000;
    private static final int WARM_UP_SECONDS = 10;
    private static final double TAKEN = 0.95;
    private static final int LATENCY_RATE = 10_000;
    private static final int SUSTAINED_RATE = 15_000;
    private static final long LONGEST_BACKLOG_NANOS = 300_000_000_000L;

    private final Path jar;
    private final @Nullable Path mosquitto;
    private final Thoroughness how;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /** @param mosquitto folder of an unpacked Mosquitto; null to measure on the embedded broker only */
    public IngestBench(Path jar, @Nullable Path mosquitto, Thoroughness how) {
        this.jar = jar;
        this.mosquitto = mosquitto;
        this.how = how;
    }

    /** Figures by name; leaves nothing behind. */
    public Map<String, Double> run() throws BenchException, IOException, InterruptedException {
        figures.put("load_before", Usage.load());
        if (mosquitto != null)
            try (var bench = new Workbench()) {
                onMosquitto(bench, mosquitto);
            }
        try (var bench = new Workbench()) {
            onTheEmbeddedBroker(bench);
        }
        figures.put("load_after", Usage.load());
        return figures;
    }

    private void onMosquitto(Workbench bench, Path program) throws BenchException, IOException, InterruptedException {
        var bareBroker = bench.keep(
                Mosquitto.start(program, Files.createDirectories(bench.folder().resolve("bare"))));
        var broker = bench.keep(
                Mosquitto.start(program, Files.createDirectories(bench.folder().resolve("broker"))));
        var bare = subscriber(bench, bareBroker.address());
        var cockpit = cockpit(
                bench, List.of("--cockpit.mqtt.broker=" + broker.address().uri()));
        measure("mosquitto", bare, cockpit(cockpit, broker.address(), List.of(broker.pid())), cockpit);
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
        var bare = subscriber(bench, address);
        var cockpit = cockpit(bench, List.of());
        measure("embedded", bare, cockpit(cockpit, cockpit.devices(), List.of()), cockpit);
    }

    /** Somebody who takes messages. */
    private interface Taker {

        BrokerAddress address();

        /** How many messages of so many values it has taken, ever. */
        long taken(int values) throws BenchException, IOException, InterruptedException;

        /** Its own processes, with those of its database. */
        List<Long> processes();

        /** Processes of a broker of its own. */
        List<Long> broker();
    }

    private Taker subscriber(Workbench bench, BrokerAddress address) throws IOException, BenchException {
        var login = address.login();
        var helper = bench.keep(Helper.start(
                bench.folder().resolve("subscriber.log"),
                "subscriber",
                address.uri().toString(),
                login.map(BrokerAddress.Login::username).orElse(""),
                login.map(BrokerAddress.Login::password).orElse(""),
                Integer.toString(RECEIVE_MAXIMUM)));
        return new Taker() {
            @Override
            public BrokerAddress address() {
                return address;
            }

            @Override
            public long taken(int values) throws BenchException, IOException {
                return helper.ask();
            }

            @Override
            public List<Long> processes() {
                return List.of(helper.pid());
            }

            @Override
            public List<Long> broker() {
                return List.of();
            }
        };
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

    private static Taker cockpit(PackagedCockpit cockpit, BrokerAddress address, List<Long> broker) {
        return new Taker() {
            @Override
            public BrokerAddress address() {
                return address;
            }

            @Override
            public long taken(int values) throws BenchException, InterruptedException {
                var ledger = cockpit.ledger();
                if (ledger.path("rejected").asLong() > 0) throw new BenchException("Readings were refused: " + ledger);
                return ledger.path("stored").asLong() / values;
            }

            @Override
            public List<Long> processes() {
                var all = new ArrayList<>(Usage.workingIn(cockpit.data()));
                all.add(cockpit.pid());
                return all;
            }

            @Override
            public List<Long> broker() {
                return broker;
            }
        };
    }

    private void measure(String broker, Taker bare, Taker stored, PackagedCockpit cockpit)
            throws BenchException, IOException, InterruptedException {
        // Until the compiler of the virtual machine has come to rest, it takes more than the work itself.
        for (var rate : List.of(FIRST_RATE, 2 * FIRST_RATE))
            for (var taker : List.of(bare, stored)) step(taker, 3, rate, WARM_UP_SECONDS);
        for (var values : List.of(1, 3)) {
            var kind = "%s_%d_%s".formatted(broker, values, values == 1 ? "value" : "values");
            var bares = new double[how.runs];
            var cockpits = new double[how.runs];
            var ratios = new double[how.runs];
            for (var run = 0; run < how.runs; run++) {
                bares[run] = ceiling(bare, values);
                cockpits[run] = ceiling(stored, values);
                ratios[run] = cockpits[run] / bares[run];
            }
            figures.put(kind + "_bare_messages_per_second", median(bares));
            figures.put(kind + "_stored_messages_per_second", median(cockpits));
            figures.put(kind + "_ratio", median(ratios));
            figures.put(kind + "_bare_cpu_microseconds", cost(bare, values));
            figures.put(kind + "_stored_cpu_microseconds", cost(stored, values));
        }
        latency(broker, stored, LATENCY_RATE, how.seconds);
        sustained(broker, stored, cockpit);
        if (how.soakSeconds > 0) soak(broker, stored, cockpit);
    }

    /** The best rate taken, of all steps until two in a row were too much: one may have met another program. */
    private double ceiling(Taker taker, int values) throws BenchException, IOException, InterruptedException {
        var best = 0.0;
        var failed = 0;
        for (var rate = (double) FIRST_RATE; failed < 2; rate *= how.growth) {
            var taken = step(taker, values, (int) rate, how.stepSeconds);
            best = Math.max(best, taken);
            failed = taken < TAKEN * rate ? failed + 1 : 0;
        }
        return best;
    }

    /** Processor time for a message at a rate that leaves room, whatever else the machine has to do. */
    private double cost(Taker taker, int values) throws BenchException, IOException, InterruptedException {
        var before = Usage.cpuSeconds(taker.processes());
        var messages = taker.taken(values);
        step(taker, values, FIRST_RATE, how.seconds);
        return (Usage.cpuSeconds(taker.processes()) - before) * 1e6 / (taker.taken(values) - messages);
    }

    /** Messages taken per second of a step; afterwards nothing is under way. */
    private static double step(Taker taker, int values, int rate, double seconds)
            throws BenchException, IOException, InterruptedException {
        try (var publishers = Publishers.open(taker.address(), Clock.systemUTC(), CONNECTIONS, values, 0)) {
            var before = taker.taken(values);
            var start = System.nanoTime();
            publishers.run(rate, seconds);
            var taken = taker.taken(values) - before;
            var passed = (System.nanoTime() - start) / 1e9;
            settle(taker, values, before, publishers);
            return taken / passed;
        }
    }

    private static void settle(Taker taker, int values, long before, Publishers publishers)
            throws BenchException, IOException, InterruptedException {
        publishers.drain();
        var start = System.nanoTime();
        while (taker.taken(values) - before < publishers.sent()) {
            if (System.nanoTime() - start > LONGEST_BACKLOG_NANOS)
                throw new BenchException("%d of %d messages did not arrive."
                        .formatted(publishers.sent() - (taker.taken(values) - before), publishers.sent()));
            Thread.sleep(5);
        }
    }

    /**
     * From publishing to the moment at which the ledger counts the message as stored, which it does after the commit. The
     * ledger is asked again and again, so that what is measured is too long by up to the time between two answers.
     */
    private void latency(String name, Taker cockpit, int rate, int seconds)
            throws BenchException, IOException, InterruptedException {
        var figure = latencies(cockpit, rate, seconds);
        figures.put(name + "_commit_p50_ms", percentile(figure, 0.5));
        figures.put(name + "_commit_p95_ms", percentile(figure, 0.95));
        figures.put(name + "_commit_p99_ms", percentile(figure, 0.99));
    }

    /** Milliseconds, sorted; those of the first two seconds are left out. */
    private static double[] latencies(Taker cockpit, int rate, int seconds)
            throws BenchException, IOException, InterruptedException {
        var most = rate * seconds;
        try (var publishers = Publishers.open(cockpit.address(), Clock.systemUTC(), 1, 1, most);
                var thread = Executors.newSingleThreadExecutor()) {
            var before = cockpit.taken(1);
            var publishing = thread.submit(() -> {
                publishers.run(rate, seconds);
                return true;
            });
            var delays = new double[most];
            var seen = 0;
            while (!publishing.isDone() || seen < Math.min(most, publishers.sent())) {
                var taken = (int) Math.min(most, cockpit.taken(1) - before);
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

    private void sustained(String name, Taker taker, PackagedCockpit cockpit)
            throws BenchException, IOException, InterruptedException {
        var parts = new LinkedHashMap<String, List<Long>>();
        parts.put("cockpit", List.of(cockpit.pid()));
        parts.put("postgres", Usage.workingIn(cockpit.data()));
        parts.put("publishers", List.of(ProcessHandle.current().pid()));
        if (!taker.broker().isEmpty()) parts.put("broker", taker.broker());
        try (var publishers = Publishers.open(taker.address(), Clock.systemUTC(), CONNECTIONS, 3, 0)) {
            var cpu = new LinkedHashMap<String, Double>();
            parts.forEach((part, pids) -> cpu.put(part, Usage.cpuSeconds(pids)));
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
            parts.forEach((part, pids) -> figures.put(
                    kind + "_cores_" + part, (Usage.cpuSeconds(pids) - cpu.getOrDefault(part, 0.0)) / seconds));
            settle(taker, 3, before, publishers);
            figures.put(name + "_cockpit_resident_mb", Usage.residentMegabytes(cockpit.pid()));
        }
    }

    /** Ten minutes at half of what it can; the figures of the first and of the last minute stand beside each other. */
    private void soak(String name, Taker taker, PackagedCockpit cockpit)
            throws BenchException, IOException, InterruptedException {
        var rate = (int) (figures.getOrDefault(name + "_1_value_stored_messages_per_second", 0.0) / 2);
        for (var minute = 1; minute <= how.soakSeconds / 60; minute++) {
            var delays = latencies(taker, rate, 60);
            if (minute != 1 && minute != how.soakSeconds / 60) continue;
            var kind = "%s_at_half_minute_%d".formatted(name, minute);
            figures.put(kind + "_p50_ms", percentile(delays, 0.5));
            figures.put(kind + "_p99_ms", percentile(delays, 0.99));
            figures.put(kind + "_cockpit_resident_mb", Usage.residentMegabytes(cockpit.pid()));
        }
    }

    private static double median(double[] values) {
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
