package city.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a newcomer waits for the first page: on an empty data folder, and on one that is already set up. */
public final class StartBench {

    private final Path jar;

    public StartBench(Path jar) {
        this.jar = jar;
    }

    /** Seconds by name; leaves nothing behind. */
    public Map<String, Double> run() throws BenchException, IOException, InterruptedException {
        var figures = new LinkedHashMap<String, Double>();
        try (var bench = new Workbench()) {
            for (var start : List.of("first_start_seconds", "later_start_seconds")) {
                var waited = bench.cockpit(jar, List.of()).awaitFirstPage();
                figures.put(start, waited.toMillis() / 1e3);
                bench.stopAll();
            }
        }
        return figures;
    }
}
