package city.sim.bench;

import java.io.IOException;

/** A connection on which one thread publishes with QoS 1. */
interface Outlet extends AutoCloseable {

    /** Publishes, at the latest with the next {@link #flush}; blocks as long as too many are unacknowledged. */
    void add(String topic, byte[] payload) throws IOException, InterruptedException;

    void flush() throws IOException;

    /** Waits until everything is acknowledged. */
    void drain() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
