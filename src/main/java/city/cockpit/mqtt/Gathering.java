package city.cockpit.mqtt;

import java.util.concurrent.locks.LockSupport;

/**
 * Waits a little while packets follow each other closely, so that many are fetched at once: a broker sends each by itself,
 * and asking the operating system for it costs both more than the message does. Whatever comes alone waits for nothing. For
 * one thread.
 */
final class Gathering implements Runnable {

    private static final long NANOS = 1_000_000;

    private long askedAt = System.nanoTime() - NANOS;

    @Override
    public void run() {
        if (System.nanoTime() - askedAt < NANOS) LockSupport.parkNanos(NANOS);
        askedAt = System.nanoTime();
    }
}
