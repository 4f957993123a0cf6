package city.sim.bench;

import city.sim.broker.BrokerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How long the simulated town fills in its past at the first start, and how quickly the first page answers meanwhile.
 * Town, broker, cockpit and database share the machine, as in the smallest installation.
 */
public final class HistoryBench {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Pattern COMPLETE = Pattern.compile("history: complete, ([0-9,]+) readings");
    private static final int EVERY_MILLIS = 250;

    private final Path cockpitJar;

    public HistoryBench(Path cockpitJar) {
        this.cockpitJar = cockpitJar;
    }

    /** Figures by name; leaves nothing behind. */
    public Map<String, Double> run() throws BenchException, IOException, InterruptedException {
        try (var bench = new Workbench()) {
            var cockpit = bench.cockpit(cockpitJar, List.of());
            cockpit.awaitFirstPage();
            var log = bench.folder().resolve("town.log");
            var town = town(cockpit.devices(), bench.folder(), log);
            bench.keep(() -> end(town));
            return watch(cockpit, town, log);
        }
    }

    private static Map<String, Double> watch(PackagedCockpit cockpit, Process town, Path log)
            throws BenchException, IOException, InterruptedException {
        var start = System.nanoTime();
        var live = 0.0;
        var first = 0.0;
        var pages = new ArrayList<Double>();
        while (true) {
            var ledger = cockpit.ledger();
            var now = secondsSince(start);
            if (first == 0 && ledger.path("stored").asLong() > 0) first = now;
            var said = Files.readString(log);
            if (live == 0 && said.contains("live from now on")) live = now;
            if (isAllStored(said, ledger.path("stored").asLong())) {
                var figures = new LinkedHashMap<String, Double>();
                figures.put("live_seconds", live);
                figures.put("history_seconds", now - first);
                figures.put("history_readings", ledger.path("stored").asDouble());
                pages.sort(null);
                figures.put("page_seconds_median", pages.get(pages.size() / 2));
                figures.put("page_seconds_worst", pages.getLast());
                return figures;
            }
            if (!town.isAlive() || now > LONGEST.toSeconds())
                throw new BenchException("The town did not fill in its past: " + said);
            pages.add(cockpit.page().toNanos() / 1e9);
            Thread.sleep(EVERY_MILLIS);
        }
    }

    private static boolean isAllStored(String said, long stored) {
        var complete = COMPLETE.matcher(said);
        return complete.find() && stored >= Long.parseLong(complete.group(1).replace(",", ""));
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** A process of its own, as the launcher starts it. */
    private static Process town(BrokerAddress broker, Path folder, Path log) throws IOException, BenchException {
        var login = broker.login().orElseThrow();
        var password = Files.writeString(folder.resolve("password"), login.password());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Helper.ownJar().toString(),
                        "run",
                        "--broker",
                        broker.uri().toString(),
                        "--username",
                        login.username(),
                        "--password-file",
                        password.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void end(Process town) throws InterruptedException {
        town.destroy();
        town.waitFor();
    }
}
