package city.sim.bench;

import city.sim.bench.BusyTown.Seen;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a message takes from the sensor to the tile in a real browser, alone and beside many open pages. Sensors, broker,
 * database, cockpit, browser and the other pages share the machine. The tile changes less often than its sensor speaks: a
 * message has arrived when the tile shows its number or a later one, and every message counts.
 */
public final class LiveBench {

    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final int MESSAGES_PER_SECOND = 2_000;
    private static final int PAGES = 200;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 60;
    private static final long LONGEST_WAIT_NANOS = 30_000_000_000L;

    /**
     * The tile's number and the moments at which it became that. What is drawn of it follows within a frame. The first
     * response of the page has such a tile too, so nothing is noted before a change.
     */
    private static final String WATCH = """
            (() => {
              const read = () => document.querySelector('#tile-parking .tile-number')?.textContent.replace(/\\D/g, '') ?? '';
              let shown = read();
              window.benchChanges = [];
              window.benchWatch?.disconnect();
              window.benchWatch = new MutationObserver(() => {
                const now = read();
                if (now === shown) return;
                shown = now;
                window.benchChanges.push([performance.timeOrigin + performance.now(), Number(now)]);
              });
              window.benchWatch.observe(document.body, { subtree: true, childList: true, characterData: true });
            })()""";

    private final Path jar;
    private final Path chromium;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /** @param chromium the program */
    public LiveBench(Path jar, Path chromium) {
        this.jar = jar;
        this.chromium = chromium;
    }

    /** Figures by name; leaves nothing behind. */
    public Map<String, Double> run() throws BenchException, IOException, InterruptedException {
        figures.put("load_before", Usage.load());
        try (var bench = new Workbench()) {
            var cockpit = bench.cockpit(
                    jar,
                    List.of(
                            "--cockpit.registry.demo=false",
                            "--cockpit.registry.sensors=" + BusyTown.table(bench.folder())));
            cockpit.awaitFirstPage();
            var town = bench.keep(BusyTown.open(cockpit.devices(), CLOCK));
            var browser = bench.keep(Browser.start(chromium, bench.folder().resolve("browser")));
            measure(cockpit, town, browser, List.of());
            var heap = cockpit.liveHeap();
            var pages = open(bench, cockpit);
            measure(cockpit, town, browser, pages);
            figures.put(PAGES + "_pages_heap_kb_each", (cockpit.liveHeap() - heap) / 1024 / pages.size());
        }
        figures.put("load_after", Usage.load());
        return figures;
    }

    private static List<LightPage> open(Workbench bench, PackagedCockpit cockpit)
            throws BenchException, IOException, InterruptedException {
        var http = bench.keep(HttpClient.newHttpClient());
        var pages = new ArrayList<LightPage>();
        while (pages.size() < PAGES - 1)
            pages.add(bench.keep(LightPage.open(new Colleague(http, cockpit.pages()), "", CLOCK)));
        return pages;
    }

    /** The browser opens its page anew, so that it comes after the others. */
    private void measure(PackagedCockpit cockpit, BusyTown town, Browser browser, List<LightPage> others)
            throws BenchException, IOException, InterruptedException {
        var name = others.isEmpty() ? "1_page" : PAGES + "_pages";
        browser.go(cockpit.pages());
        browser.evaluate(WATCH);
        town.say(MESSAGES_PER_SECOND, WARM_UP_SECONDS);
        awaitChange(browser);
        browser.evaluate(WATCH);
        var cpu = Usage.cpuSeconds(List.of(cockpit.pid()));
        var database = Usage.cpuSeconds(Usage.workingIn(cockpit.data()));
        var drawing = browser.cpuSeconds();
        var stored = cockpit.ledger().path("stored").asLong();
        var before = Pushed.to(others);
        var start = System.nanoTime();
        var said = town.say(MESSAGES_PER_SECOND, SECONDS);
        var seconds = (System.nanoTime() - start) / 1e9;
        figures.put(
                name + "_stored_messages_per_second",
                (cockpit.ledger().path("stored").asLong() - stored) / seconds);
        figures.put(name + "_cores_cockpit", (Usage.cpuSeconds(List.of(cockpit.pid())) - cpu) / seconds);
        figures.put(name + "_cores_postgres", (Usage.cpuSeconds(Usage.workingIn(cockpit.data())) - database) / seconds);
        figures.put(name + "_cores_browser", (browser.cpuSeconds() - drawing) / seconds);
        if (!others.isEmpty()) Pushed.to(others).since(before).report(name, others.size(), seconds, figures);
        var shown = awaitChange(browser, said.getLast());
        figures.put(name + "_tile_changes_per_second", shown.size() / seconds);
        Delays.of(Delays.between(said, shown)).report(name + "_tile", figures);
        if (!others.isEmpty())
            Delays.of(others.stream()
                            .flatMapToDouble(page -> Delays.between(
                                    said, page.seen(said.getFirst().value()))))
                    .report(name + "_pushed", figures);
    }

    private static void awaitChange(Browser browser) throws BenchException, IOException {
        if (changes(browser).isEmpty()) throw new BenchException("The tile in the browser does not change.");
    }

    /** All changes, when the tile shows what the sensor said last. */
    private static List<Seen> awaitChange(Browser browser, Seen last)
            throws BenchException, IOException, InterruptedException {
        var end = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (System.nanoTime() < end) {
            var changes = changes(browser);
            if (!changes.isEmpty() && changes.getLast().value() == last.value()) return changes;
            Thread.sleep(200);
        }
        throw new BenchException("The tile in the browser never showed what the sensor said last.");
    }

    private static List<Seen> changes(Browser browser) throws BenchException, IOException {
        return browser.evaluate("window.benchChanges")
                .valueStream()
                .map(change -> new Seen(change.path(1).asInt(), change.path(0).asDouble()))
                .toList();
    }
}
