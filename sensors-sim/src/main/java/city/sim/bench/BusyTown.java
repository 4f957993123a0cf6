package city.sim.bench;

import city.sim.broker.BrokerAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Sensors of every domain that speak far more often than those of a town, so that every tile changes with every picture. One
 * of them, a car park, says a larger number with each message; it is known when each of them was published.
 */
final class BusyTown implements AutoCloseable {

    /** What they observe and a usual value; the last digit changes with every message. */
    private static final List<String> USUAL = List.of(
            "pm2_5,12",
            "no2,31",
            "uv_index,3",
            "laeq,61",
            "power,140",
            "temperature,17",
            "water_level,2",
            "bicycles,40",
            "vehicles,320",
            "light_power,2");

    private static final int SITES = 20;
    private static final int SENSORS = SITES * USUAL.size();
    private static final int SPACES = 20_000;

    /** So that the car park's number looks like no other on a page. */
    private static final int FIRST_VALUE = 10_000;

    private static final long TICK = 1_000_000;

    /** The car park speaks at moments that follow no pattern, so that they fall into step with nothing. */
    private static final long LONGEST_SILENCE = 100_000_000;

    /**
     * A number of the car park somewhere on its way.
     *
     * @param millis when it was there, by the machine's clock
     */
    record Seen(int value, double millis) {}

    private final Publisher connection;
    private final InstantSource clock;
    private final Random chance = new Random(42);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private int value = FIRST_VALUE;

    private BusyTown(Publisher connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    static BusyTown open(BrokerAddress address, InstantSource clock) throws IOException {
        return new BusyTown(Publisher.open(address, "bench-town"), clock);
    }

    /** The table of its sensors. */
    static Path table(Path folder) throws IOException {
        var lines = new ArrayList<>(List.of("municipality_key,municipality,time_zone,site,site_name,latitude,longitude,"
                + "sensor,property,interval_seconds,capacity,simulated"));
        lines.add(line(0, "bench-car-park", "parking_free", Integer.toString(SPACES)));
        for (var sensor = 0; sensor < SENSORS; sensor++)
            lines.add(line(sensor / USUAL.size(), "bench-" + sensor, property(sensor), ""));
        return Files.write(folder.resolve("sensors.csv"), lines);
    }

    private static String line(int site, String sensor, String property, String capacity) {
        return "00000000,Musterstadt,Europe/Berlin,site-%d,Platz %d,50.%d,9.7,%s,%s,60,%s,true"
                .formatted(site, site, 80 + site, sensor, property, capacity);
    }

    private static String property(int sensor) {
        return USUAL.get(sensor % USUAL.size()).split(",", 2)[0];
    }

    private static String usual(int sensor) {
        return USUAL.get(sensor % USUAL.size()).split(",", 2)[1];
    }

    private Future<List<Seen>> publish(int messagesPerSecond, double seconds) {
        return thread.submit(() -> publishAll(messagesPerSecond, seconds));
    }

    /** Publishes at that rate and returns what the car park said. */
    List<Seen> say(int messagesPerSecond, double seconds) throws BenchException, InterruptedException {
        try {
            return publish(messagesPerSecond, seconds).get();
        } catch (ExecutionException e) {
            throw new BenchException("The sensors could not publish: " + e.getCause());
        }
    }

    private List<Seen> publishAll(int rate, double seconds) throws IOException, InterruptedException {
        var said = new ArrayList<Seen>();
        var start = System.nanoTime();
        var count = 0L;
        var next = silence();
        for (var passed = 0L; passed < seconds * 1e9; passed = System.nanoTime() - start) {
            for (var due = (long) (passed / 1e9 * rate); count < due; count++) {
                if (passed >= next) {
                    next = passed + silence();
                    value++;
                    said.add(new Seen(value, millis(clock.instant())));
                    add("bench-car-park", "parking_free", Integer.toString(value));
                } else {
                    var sensor = (int) (count % SENSORS);
                    add("bench-" + sensor, property(sensor), usual(sensor) + "." + chance.nextInt(10));
                }
            }
            connection.flush();
            LockSupport.parkNanos(TICK);
        }
        connection.drain();
        return said;
    }

    private long silence() {
        return (long) (chance.nextDouble() * LONGEST_SILENCE);
    }

    private void add(String sensor, String property, String value) throws IOException, InterruptedException {
        var payload = "{\"time\":\"%s\",\"values\":{\"%s\":%s}}"
                .formatted(clock.instant().truncatedTo(ChronoUnit.MICROS), property, value);
        connection.add("city/" + sensor, payload.getBytes(StandardCharsets.UTF_8));
    }

    static double millis(Instant time) {
        return time.getEpochSecond() * 1e3 + time.getNano() / 1e6;
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        connection.close();
    }
}
