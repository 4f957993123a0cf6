package city.sim.bench;

import city.sim.broker.BrokerAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Sensors in this process, one thread for each connection. */
final class Publishers implements Senders {

    static final int SENSORS = 200;

    /** A broker may not have noticed yet that the one of the same name is gone. */
    private static final AtomicInteger OPENED = new AtomicInteger();

    private static final long TICK = 1_000_000;
    private static final List<Integer> USUAL = List.of(12, 60, 1013);

    private final List<? extends Outlet> connections;
    private final LongAdder sent = new LongAdder();
    private final InstantSource clock;
    private final int sensors;
    private final int values;
    private final long[] moments;

    /** @param remembered of so many messages the moment of publishing is kept; they need one single connection */
    private Publishers(
            List<? extends Outlet> connections, InstantSource clock, int sensors, int values, int remembered) {
        this.connections = connections;
        this.clock = clock;
        this.sensors = sensors;
        this.values = values;
        this.moments = new long[remembered];
    }

    /** Those that take next to nothing of the machine, see {@link Publisher}. */
    static Publishers light(BrokerAddress address, InstantSource clock, int connections, int values, int remembered)
            throws IOException {
        return new Publishers(outlets(address, connections), clock, SENSORS, values, remembered);
    }

    /** The same of more sensors, with one value a message. */
    static Publishers ofManySensors(BrokerAddress address, InstantSource clock, int connections, int sensors)
            throws IOException {
        return new Publishers(outlets(address, connections), clock, sensors, 1, 0);
    }

    private static List<Publisher> outlets(BrokerAddress address, int connections) throws IOException {
        var outlets = new ArrayList<Publisher>();
        for (var i = 0; i < connections; i++)
            outlets.add(Publisher.open(address, "bench-publisher-" + OPENED.incrementAndGet()));
        return outlets;
    }

    /** Those made of Paho. */
    static Publishers ofPaho(BrokerAddress address, InstantSource clock, int connections, int values)
            throws IOException {
        var outlets = new ArrayList<PahoOutlet>();
        for (var i = 0; i < connections; i++) outlets.add(PahoOutlet.open(address, "bench-paho-" + i));
        return new Publishers(outlets, clock, SENSORS, values, 0);
    }

    @Override
    public long sent() {
        return sent.sum();
    }

    /** When the message of that number was published, in nanoseconds of {@link System#nanoTime}. */
    long moment(int number) {
        return moments[number];
    }

    @Override
    public void run(int messagesPerSecond, double seconds) throws BenchException, InterruptedException {
        var each = messagesPerSecond / connections.size();
        try (var threads = Executors.newFixedThreadPool(connections.size())) {
            var work = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < connections.size(); i++) {
                var number = i;
                work.add(() -> publish(number, each, seconds));
            }
            for (var result : threads.invokeAll(work)) result.get();
        } catch (ExecutionException e) {
            throw new BenchException("A publisher failed: " + e.getCause());
        }
    }

    @Override
    public void drain() throws IOException, InterruptedException {
        for (var connection : connections) connection.drain();
    }

    private boolean publish(int number, int rate, double seconds) throws IOException, InterruptedException {
        var connection = connections.get(number);
        var time = Instant.EPOCH;
        var start = System.nanoTime();
        var end = (long) (seconds * 1e9);
        var count = 0L;
        for (var passed = 0L; passed < end; passed = System.nanoTime() - start) {
            var due = (long) (passed / 1e9 * rate);
            for (; count < due && System.nanoTime() - start < end; count++) {
                var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                time = now.isAfter(time) ? now : time.plus(1, ChronoUnit.MICROS);
                remember();
                // Each connection has sensors of its own, so that no two messages are the same.
                var sensor = (int) (count % (sensors / connections.size())) * connections.size() + number;
                connection.add("city/bench-" + sensor, payload(time, count));
                sent.increment();
            }
            connection.flush();
            LockSupport.parkNanos(TICK);
        }
        return true;
    }

    private void remember() {
        if (moments.length == 0) return;
        var number = (int) sent.sum();
        if (number < moments.length) moments[number] = System.nanoTime();
    }

    private byte[] payload(Instant time, long number) {
        var text = new StringBuilder(120).append("{\"time\":\"").append(time).append("\",\"values\":{");
        for (var i = 0; i < values; i++)
            text.append(i == 0 ? "\"" : ",\"")
                    .append(Load.PROPERTIES.get(i))
                    .append("\":")
                    .append(USUAL.get(i))
                    .append('.')
                    .append(number % 10);
        return text.append("}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) connection.close();
    }
}
