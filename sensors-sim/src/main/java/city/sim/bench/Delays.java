package city.sim.bench;

import city.sim.bench.BusyTown.Seen;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** How long messages took until somebody saw them, in milliseconds, the shortest first. */
final class Delays {

    private final double[] sorted;

    private Delays(double[] sorted) {
        this.sorted = sorted;
    }

    static Delays of(DoubleStream delays) throws BenchException {
        var sorted = delays.sorted().toArray();
        if (sorted.length == 0) throw new BenchException("Nobody saw a message.");
        return new Delays(sorted);
    }

    /** Of each message, how long until it or a later one was shown; those that never were are left out. */
    static DoubleStream between(List<Seen> said, List<Seen> shown) {
        var delays = DoubleStream.builder();
        var next = 0;
        for (var message : said) {
            while (next < shown.size() && shown.get(next).value() < message.value()) next++;
            if (next < shown.size()) delays.add(shown.get(next).millis() - message.millis());
        }
        return delays.build();
    }

    void report(String name, Map<String, Double> figures) {
        figures.put(name + "_p50_ms", sorted[sorted.length / 2]);
        figures.put(name + "_p95_ms", sorted[(int) (sorted.length * 0.95)]);
        figures.put(name + "_p99_ms", sorted[(int) (sorted.length * 0.99)]);
        figures.put(name + "_worst_ms", sorted[sorted.length - 1]);
        figures.put(name + "_messages", (double) sorted.length);
    }
}
