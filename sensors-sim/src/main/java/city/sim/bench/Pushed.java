package city.sim.bench;

import java.util.List;
import java.util.Map;

/** What the light pages were sent. */
record Pushed(long times, long bytes) {

    static Pushed to(List<LightPage> pages) throws BenchException {
        var times = 0L;
        var bytes = 0L;
        for (var page : pages) {
            times += page.pushes();
            bytes += page.bytes();
        }
        return new Pushed(times, bytes);
    }

    Pushed since(Pushed before) {
        return new Pushed(times - before.times, bytes - before.bytes);
    }

    void report(String name, int pages, double seconds, Map<String, Double> figures) throws BenchException {
        if (times == 0) throw new BenchException("Nothing was pushed to the pages.");
        figures.put(name + "_pushes_per_second_each", times / seconds / pages);
        figures.put(name + "_bytes_per_push", (double) bytes / times);
        figures.put(name + "_pushed_kb_per_second", bytes / seconds / 1024);
    }
}
