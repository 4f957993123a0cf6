package city.sim.bench;

import java.io.IOException;

/** Sensors that publish at a fixed rate over a few connections, every message with a time of its own. */
interface Senders extends AutoCloseable {

    /** Publishes at that rate for so long and returns; what is not acknowledged yet is on its way. */
    void run(int messagesPerSecond, double seconds) throws BenchException, IOException, InterruptedException;

    /** Messages sent so far. */
    long sent();

    /** Waits until everything is acknowledged. */
    void drain() throws BenchException, IOException, InterruptedException;

    @Override
    void close() throws BenchException, IOException;
}
