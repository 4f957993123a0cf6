package city.sim.bench;

import java.io.IOException;

/**
 * The best rate that somebody takes, when it grows step by step until two steps in a row were too much.
 *
 * @param seconds length of a step
 */
record Ceiling(double growth, double seconds) {

    private static final double TAKEN = 0.95;
    private static final long LONGEST_BACKLOG_NANOS = 300_000_000_000L;

    /** Opens publishers of messages of so many values at the broker of the taker. */
    @FunctionalInterface
    interface Opening {
        Senders open(Taker taker, int values) throws BenchException, IOException;
    }

    /**
     * Messages per second. One step too many may have met another program, so the next one decides.
     *
     * @param firstRate is halved until it is taken
     */
    double of(Taker taker, int values, Opening publishers, double firstRate)
            throws BenchException, IOException, InterruptedException {
        var best = 0.0;
        var failed = 0;
        for (var rate = firstRate; failed < 2; rate *= growth) {
            var taken = step(taker, values, publishers, (int) rate, seconds);
            var isFirst = best == 0;
            best = Math.max(best, taken);
            if (taken >= TAKEN * rate) failed = 0;
            else if (isFirst && rate > 1_000) rate /= 2 * growth;
            else failed++;
        }
        return best;
    }

    /** Messages taken per second of a step; afterwards nothing is under way. */
    static double step(Taker taker, int values, Opening publishers, int rate, double seconds)
            throws BenchException, IOException, InterruptedException {
        try (var open = publishers.open(taker, values)) {
            var before = taker.taken(values);
            var start = System.nanoTime();
            open.run(rate, seconds);
            var taken = taker.taken(values) - before;
            var passed = (System.nanoTime() - start) / 1e9;
            settle(taker, values, before, open);
            return taken / passed;
        }
    }

    /** Waits until everything sent is taken. */
    static void settle(Taker taker, int values, long before, Senders publishers)
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
}
