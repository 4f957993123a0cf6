package city.sim.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What it costs a cockpit that many people of the town hall leave the staff page open: processor time and heap of 500 of
 * them while every tile changes, heap of those whose device sleeps, and the time until all of them show the city again after
 * a restart. Each person has a browser with a sign-in of its own and several tabs.
 */
public final class PushBench {

    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final int PEOPLE = 100;
    private static final int TABS = 5;
    private static final int PAGES = PEOPLE * TABS;
    private static final int SLEEPING = 100;
    /** Every sensor of the busy town speaks a little more than once a second. */
    private static final int MESSAGES_PER_SECOND = 250;

    private static final int WARM_UP_SECONDS = 30;
    private static final int SECONDS = 60;
    /** The server lets go of pages that have not said three times that they are there. */
    private static final int HEARTBEAT_SECONDS = 15;

    private static final int SLEEP_SECONDS = 2 * 3 * HEARTBEAT_SECONDS;
    private static final String PAGE = "cockpit";
    private static final double KB = 1024;

    private final Path jar;
    private final Consumer<String> progress;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /** @param progress is told in words what happens */
    public PushBench(Path jar, Consumer<String> progress) {
        this.jar = jar;
        this.progress = progress;
    }

    /** Figures by name; leaves nothing behind. */
    public Map<String, Double> run() throws BenchException, IOException, InterruptedException {
        figures.put("load_before", Usage.load());
        try (var bench = new Workbench()) {
            var cockpit = bench.cockpit(
                    jar,
                    List.of(
                            "--cockpit.registry.demo=false",
                            "--cockpit.registry.sensors=" + BusyTown.table(bench.folder()),
                            "--vaadin.heartbeatInterval=" + HEARTBEAT_SECONDS));
            cockpit.awaitFirstPage();
            var administrator = Administrator.of(cockpit);
            var alone = 0.0;
            try (var town = BusyTown.open(cockpit.devices(), CLOCK)) {
                town.say(MESSAGES_PER_SECOND, WARM_UP_SECONDS);
                alone = coresWhile(cockpit, town);
            }
            figures.put("no_pages_cores", alone);
            var heap = cockpit.liveHeap();
            progress.accept("%d people sign in".formatted(PEOPLE));
            var people = signedIn(bench, administrator);
            progress.accept("%d pages open".formatted(PAGES));
            var pages = opened(bench, people);
            // A connection that was silent while the pages opened would be gone.
            try (var town = BusyTown.open(cockpit.devices(), CLOCK)) {
                measure(cockpit, town, pages, alone);
                figures.put("pages_heap_kb_each", (cockpit.liveHeap() - heap) / KB / PAGES);
                progress.accept("they take %.2f of a core and %.0f kB each; %d of them sleep"
                        .formatted(figures.get("pages_cores"), figures.get("pages_heap_kb_each"), SLEEPING));
                sleep(cockpit, town, pages);
            }
            progress.accept("the cockpit is started again");
            restart(cockpit, people);
        }
        figures.put("load_after", Usage.load());
        return figures;
    }

    private static List<Colleague> signedIn(Workbench bench, Administrator administrator)
            throws BenchException, IOException, InterruptedException {
        var http = bench.keep(HttpClient.newHttpClient());
        var people = new ArrayList<Colleague>();
        while (people.size() < PEOPLE) people.add(administrator.signIn(http));
        return people;
    }

    private static List<LightPage> opened(Workbench bench, List<Colleague> people)
            throws BenchException, IOException, InterruptedException {
        var pages = new CopyOnWriteArrayList<LightPage>();
        bench.keep(beating(pages));
        for (var tab = 0; tab < TABS; tab++)
            for (var colleague : people) pages.add(bench.keep(LightPage.open(colleague, PAGE, CLOCK)));
        return pages;
    }

    /** Every page says that it is there until it sleeps. */
    private static ScheduledExecutorService beating(List<LightPage> pages) {
        var beats = Executors.newSingleThreadScheduledExecutor();
        var _ = beats.scheduleAtFixedRate(
                () -> pages.forEach(LightPage::beat), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        return beats;
    }

    private static double coresWhile(PackagedCockpit cockpit, BusyTown town)
            throws BenchException, InterruptedException {
        var cpu = Usage.cpuSeconds(List.of(cockpit.pid()));
        var start = System.nanoTime();
        town.say(MESSAGES_PER_SECOND, SECONDS);
        return (Usage.cpuSeconds(List.of(cockpit.pid())) - cpu) * 1e9 / (System.nanoTime() - start);
    }

    private void measure(PackagedCockpit cockpit, BusyTown town, List<LightPage> pages, double alone)
            throws BenchException, InterruptedException {
        town.say(MESSAGES_PER_SECOND, WARM_UP_SECONDS);
        var cpu = Usage.cpuSeconds(List.of(cockpit.pid()));
        var before = Pushed.to(pages);
        var start = System.nanoTime();
        var said = town.say(MESSAGES_PER_SECOND, SECONDS);
        var seconds = (System.nanoTime() - start) / 1e9;
        var cores = (Usage.cpuSeconds(List.of(cockpit.pid())) - cpu) / seconds;
        figures.put("pages", (double) PAGES);
        figures.put("pages_cores", cores - alone);
        figures.put("pages_cores_with_ingest", cores);
        Pushed.to(pages).since(before).report("pages", PAGES, seconds, figures);
        Delays.of(pages.stream()
                        .flatMapToDouble(page ->
                                Delays.between(said, page.seen(said.getFirst().value()))))
                .report("pages_pushed", figures);
    }

    private void sleep(PackagedCockpit cockpit, BusyTown town, List<LightPage> pages)
            throws BenchException, IOException, InterruptedException {
        var awake = cockpit.liveHeap();
        pages.subList(0, SLEEPING).forEach(LightPage::sleep);
        town.say(MESSAGES_PER_SECOND, SLEEP_SECONDS);
        figures.put("sleeping_pages", (double) SLEEPING);
        figures.put("sleeping_pages_heap_growth_kb_each", (cockpit.liveHeap() - awake) / KB / SLEEPING);
    }

    /** The browsers ask until there is a cockpit again, as their pages do, and no person signs in again. */
    private void restart(PackagedCockpit cockpit, List<Colleague> people)
            throws BenchException, IOException, InterruptedException {
        var start = System.nanoTime();
        cockpit.restart();
        cockpit.awaitFirstPage();
        figures.put("restart_first_page_seconds", (System.nanoTime() - start) / 1e9);
        try (var again = new Workbench()) {
            var pages = opened(again, people);
            try (var town = BusyTown.open(cockpit.devices(), CLOCK)) {
                town.say(MESSAGES_PER_SECOND, 1);
                for (var page : pages) page.awaitPush();
            }
            figures.put("restart_all_pages_seconds", (System.nanoTime() - start) / 1e9);
        }
    }
}
