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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A flood warning brings a thousand telephones within a minute, of which half go on after some seconds: how long the first page
 * takes them, what staff notice of it, and what is given back afterwards. Then more come than there may be live pages at once.
 */
public final class PublicBench {

    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final int HEAP_MEGABYTES = 1024;
    private static final int VISITORS = 1_000;
    private static final int SECONDS = 60;
    private static final int STAY_SECONDS = 10;
    private static final int MESSAGES_PER_SECOND = 250;
    /** For as long as the server remembers whoever has left, and looks for them once a minute. */
    private static final int GIVEN_BACK_SECONDS = 150;

    private static final int FEW_PAGES = 100;
    private static final int MANY_VISITORS = 300;
    private static final Pattern SCRIPT = Pattern.compile("(?:src|href)=\"(?:\\./|/)?(VAADIN/[^\"]+\\.js)\"");
    private static final String STILL = "http-equiv=\"refresh\"";
    private static final double MILLI = 1e6;
    private static final double KB = 1024;

    private final Path jar;
    private final Consumer<String> progress;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /** @param progress is told in words what happens */
    public PublicBench(Path jar, Consumer<String> progress) {
        this.jar = jar;
        this.progress = progress;
    }

    /** Figures by name; leaves nothing behind. */
    public Map<String, Double> run() throws BenchException, IOException, InterruptedException {
        figures.put("load_before", Usage.load());
        try (var bench = new Workbench()) {
            var cockpit = started(bench, List.of());
            var staff = Administrator.of(cockpit).signIn(bench.keep(HttpClient.newHttpClient()));
            try (var town = BusyTown.open(cockpit.devices(), CLOCK)) {
                town.say(MESSAGES_PER_SECOND, STAY_SECONDS);
                var heap = cockpit.liveHeap();
                var sessions = cockpit.metric("tomcat.sessions.active.current");
                var page = bench.keep(LightPage.open(staff, "cockpit", CLOCK));
                progress.accept("%d visitors come".formatted(VISITORS));
                var crowd = new Crowd(bench, cockpit, VISITORS);
                crowd.come(town, page, figures);
                figures.put("given_back_after_seconds", (double) GIVEN_BACK_SECONDS);
                town.say(MESSAGES_PER_SECOND, GIVEN_BACK_SECONDS);
                figures.put("sessions_left", cockpit.metric("tomcat.sessions.active.current") - sessions);
                figures.put("heap_kb_for_each_who_stays", (cockpit.liveHeap() - heap) / KB / crowd.staying());
            }
        }
        try (var bench = new Workbench()) {
            progress.accept("%d come where %d may have a live page".formatted(MANY_VISITORS, FEW_PAGES));
            var cockpit = started(bench, List.of("--cockpit.crowd.pages=" + FEW_PAGES));
            var staff = Administrator.of(cockpit).signIn(bench.keep(HttpClient.newHttpClient()));
            try (var town = BusyTown.open(cockpit.devices(), CLOCK)) {
                town.say(MESSAGES_PER_SECOND, STAY_SECONDS);
                var page = bench.keep(LightPage.open(staff, "cockpit", CLOCK));
                var beyond = new LinkedHashMap<String, Double>();
                new Crowd(bench, cockpit, MANY_VISITORS).come(town, page, beyond);
                beyond.forEach((name, figure) -> figures.put("beyond_" + name, figure));
            }
        }
        figures.put("load_after", Usage.load());
        return figures;
    }

    private PackagedCockpit started(Workbench bench, List<String> more)
            throws BenchException, IOException, InterruptedException {
        var settings = new ArrayList<>(List.of(
                "--cockpit.registry.demo=false",
                "--cockpit.registry.sensors=" + BusyTown.table(bench.folder()),
                "--server.tomcat.mbeanregistry.enabled=true"));
        settings.addAll(more);
        var cockpit = bench.cockpit(jar, HEAP_MEGABYTES, settings);
        cockpit.awaitFirstPage();
        return cockpit;
    }

    /** People with a browser each, who come one after the other. */
    private static final class Crowd {

        private final PackagedCockpit cockpit;
        private final HttpClient http;
        private final Workbench bench;
        private final int size;
        private final List<Double> waits = new CopyOnWriteArrayList<>();
        private final AtomicInteger still = new AtomicInteger();
        private final AtomicInteger left = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile String firstFailure = "";

        Crowd(Workbench bench, PackagedCockpit cockpit, int size) {
            this.bench = bench;
            this.cockpit = cockpit;
            this.size = size;
            this.http = bench.keep(HttpClient.newHttpClient());
        }

        void come(BusyTown town, LightPage staff, Map<String, Double> figures)
                throws BenchException, InterruptedException {
            var people = Executors.newScheduledThreadPool(32);
            var cpu = Usage.cpuSeconds(List.of(cockpit.pid()));
            for (var number = 0; number < size; number++) {
                var goesOn = number % 2 == 0;
                var _ = people.schedule(
                        () -> visit(people, goesOn), 1_000L * SECONDS * number / size, TimeUnit.MILLISECONDS);
            }
            var said = town.say(MESSAGES_PER_SECOND, SECONDS + STAY_SECONDS);
            figures.put("visitors", (double) size);
            figures.put("cores", (Usage.cpuSeconds(List.of(cockpit.pid())) - cpu) / (SECONDS + STAY_SECONDS));
            people.shutdown();
            if (!people.awaitTermination(SECONDS, TimeUnit.SECONDS))
                throw new BenchException("Not everybody has come.");
            if (failures.get() > size / 10) throw new BenchException("Many saw no page: " + firstFailure);
            Delays.of(waits.stream().mapToDouble(Double::doubleValue)).report("first_page", figures);
            figures.put("errors", failures.doubleValue());
            figures.put("still_pages", still.doubleValue());
            figures.put("left_again", left.doubleValue());
            Delays.of(Delays.between(said, staff.seen(said.getFirst().value()))).report("staff_pushed", figures);
        }

        /** Those whose page stays open; on a page that renews itself nothing stays. */
        int staying() {
            return Math.max(1, size - still.get() - left.get());
        }

        private void visit(ScheduledExecutorService people, boolean goesOn) {
            try {
                var visitor = new Colleague(http, cockpit.pages());
                var asked = System.nanoTime();
                var text = visitor.get("/");
                waits.add((System.nanoTime() - asked) / MILLI);
                if (text.contains(STILL)) {
                    still.incrementAndGet();
                    return;
                }
                var scripts = SCRIPT.matcher(text);
                while (scripts.find()) visitor.get("/" + scripts.group(1));
                var page = bench.keep(LightPage.connect(visitor, "", CLOCK));
                if (!goesOn) return;
                var _ = people.schedule(() -> leave(page), STAY_SECONDS, TimeUnit.SECONDS);
            } catch (IOException | BenchException e) {
                fail(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void leave(LightPage page) {
            try {
                page.leave();
                left.incrementAndGet();
            } catch (IOException | BenchException e) {
                fail(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void fail(Exception problem) {
            if (failures.getAndIncrement() == 0) firstFailure = String.valueOf(problem.getMessage());
        }
    }
}
