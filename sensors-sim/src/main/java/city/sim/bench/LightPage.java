package city.sim.bench;

import city.sim.bench.BusyTown.Seen;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An open page, to the server the same as one in a browser: it has the page made, takes every push over a compressed web
 * socket and says from time to time that it is still there. It runs no script and draws nothing.
 */
final class LightPage implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    /** A text of five digits, with whatever a language sets between thousands. */
    private static final Pattern CAR_PARK = Pattern.compile("\"\\d+\":\"(1\\d)\\D(\\d{3})\"");

    private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");

    private final LongAdder pushes = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final Colleague colleague;
    private final String id;
    private final String key;
    private final TextSocket socket;
    private final InstantSource clock;
    private final CountDownLatch pushed = new CountDownLatch(1);
    private volatile boolean isAsleep;
    private volatile boolean isClosed;
    private volatile @Nullable String failure;

    private LightPage(Colleague colleague, String id, String key, TextSocket socket, InstantSource clock) {
        this.colleague = colleague;
        this.id = id;
        this.key = key;
        this.socket = socket;
        this.clock = clock;
    }

    /**
     * Opens a page.
     *
     * @param path without a slash at its beginning; empty for the first page
     */
    static LightPage open(Colleague colleague, String path, InstantSource clock)
            throws IOException, BenchException, InterruptedException {
        colleague.get("/" + path);
        return connect(colleague, path, clock);
    }

    /** The same for a page whose text is there already. */
    static LightPage connect(Colleague colleague, String path, InstantSource clock)
            throws IOException, BenchException, InterruptedException {
        var made = colleague.get("/?v-r=init&query=&location=" + path);
        var id = found(PAGE, made);
        var address =
                ("/VAADIN/push?v-r=push&v-uiId=%s&v-pushId=%s&X-Atmosphere-tracking-id=%s&X-Atmosphere-Framework=4.0.1"
                                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%%20charset=UTF-8"
                                + "&X-atmo-protocol=true")
                        .formatted(id, found(PUSH, made), UUID.randomUUID());
        var key = found(KEY, made);
        var page = new LightPage(colleague, id, key, colleague.socket(address), clock);
        // A virtual one would wait for the many others that have something to do at the same time.
        Thread.ofPlatform().name("page").daemon().start(page::take);
        colleague.call("/?v-r=uidl&v-uiId=" + id, navigation(key, path));
        return page;
    }

    private static String navigation(String key, String path) {
        return """
                {"csrfToken":"%s","syncId":0,"clientId":0,"rpc":[{"type":"event","node":1,"event":"ui-navigate",\
                "data":{"route":"%s","query":"","appShellTitle":"","historyState":null,"trigger":""}}]}""".formatted(key, path);
    }

    private static String found(Pattern pattern, String text) throws BenchException {
        var match = pattern.matcher(text);
        if (!match.find()) throw new BenchException("The cockpit made no page: %.200s".formatted(text));
        return match.group(1);
    }

    private void take() {
        try {
            while (!isAsleep) {
                var push = socket.receive();
                // What has no number of its own belongs to the protocol below.
                if (!push.text().contains("\"syncId\":")) continue;
                pushes.increment();
                pushed.countDown();
                bytes.add(push.bytes());
                var number = CAR_PARK.matcher(push.text());
                if (number.find())
                    seen.add(new Seen(
                            Integer.parseInt(number.group(1) + number.group(2)), BusyTown.millis(clock.instant())));
            }
        } catch (IOException e) {
            if (!isClosed) failure = String.valueOf(e.getMessage());
        }
    }

    /** Tells the server that the page is still open, as the script in a browser does. */
    void beat() {
        if (isAsleep || isClosed) return;
        try {
            colleague.call("/?v-r=heartbeat&v-uiId=" + id, "");
        } catch (IOException | BenchException e) {
            failure = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes nothing from the line any more, as a browser whose device has been put to sleep, and keeps the connection. */
    void sleep() {
        isAsleep = true;
    }

    /** Closes the page as a browser does whose reader goes on: it says so and hangs up. */
    void leave() throws IOException, BenchException, InterruptedException {
        isClosed = true;
        colleague.call("/?v-r=uidl&v-uiId=" + id, "{\"csrfToken\":\"%s\",\"UNLOAD\":true,\"rpc\":[]}".formatted(key));
        socket.close();
    }

    /** Waits for a change that the server pushes. */
    void awaitPush() throws BenchException, InterruptedException {
        if (!pushed.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
            throw new BenchException("Nothing was pushed to a page in %d s.".formatted(PATIENCE_SECONDS));
    }

    /** Changes that the server has pushed. */
    long pushes() throws BenchException {
        var problem = failure;
        if (problem != null) throw new BenchException("A page lost its connection: " + problem);
        return pushes.sum();
    }

    /** What they took on the line. */
    long bytes() {
        return bytes.sum();
    }

    /** The numbers of the car park that arrived, from that one on. */
    List<Seen> seen(int first) {
        synchronized (seen) {
            return seen.stream().filter(one -> one.value() >= first).toList();
        }
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        socket.close();
    }
}
