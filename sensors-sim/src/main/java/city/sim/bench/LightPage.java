package city.sim.bench;

import city.sim.bench.BusyTown.Seen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An open page of a visitor of its own, to the server the same as one in a browser: it opens the session, has the page
 * made, and takes every push over a compressed web socket. It runs no script and draws nothing.
 */
final class LightPage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    /** Five digits, with whatever a language sets between thousands. */
    private static final Pattern CAR_PARK = Pattern.compile("\"value\":\"(1\\d)\\D(\\d{3})\"");

    private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");

    private final LongAdder pushes = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final TextSocket socket;
    private final InstantSource clock;
    private volatile boolean isClosed;
    private volatile @Nullable String failure;

    private LightPage(TextSocket socket, InstantSource clock) {
        this.socket = socket;
        this.clock = clock;
    }

    /**
     * Opens the first page of a cockpit.
     *
     * @param cockpit without a path
     */
    static LightPage open(HttpClient http, URI cockpit, InstantSource clock)
            throws IOException, BenchException, InterruptedException {
        var first = answered(http, request(cockpit, "/").GET());
        var cookies = first.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        var made = answered(
                        http,
                        request(cockpit, "/?v-r=init&location=&query=")
                                .header("Cookie", cookies)
                                .GET())
                .body();
        var id = found(PAGE, made);
        var address =
                ("/VAADIN/push?v-r=push&v-uiId=%s&v-pushId=%s&X-Atmosphere-tracking-id=%s&X-Atmosphere-Framework=4.0.1"
                                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%%20charset=UTF-8"
                                + "&X-atmo-protocol=true")
                        .formatted(id, found(PUSH, made), UUID.randomUUID());
        var page = new LightPage(
                TextSocket.open(cockpit.resolve(address), Map.of("Cookie", cookies, "Origin", cockpit.toString())),
                clock);
        Thread.ofVirtual().name("page").start(page::take);
        answered(
                http,
                request(cockpit, "/?v-r=uidl&v-uiId=" + id)
                        .header("Cookie", cookies)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(navigation(found(KEY, made)))));
        return page;
    }

    private static String navigation(String key) {
        return """
                {"csrfToken":"%s","syncId":0,"clientId":0,"rpc":[{"type":"event","node":1,"event":"ui-navigate",\
                "data":{"route":"","query":"","appShellTitle":"","historyState":null,"trigger":""}}]}""".formatted(key);
    }

    private static HttpRequest.Builder request(URI cockpit, String address) {
        return HttpRequest.newBuilder(cockpit.resolve(address))
                .header("Accept", "text/html")
                .header("Accept-Language", "de")
                .timeout(PATIENCE);
    }

    private static HttpResponse<String> answered(HttpClient http, HttpRequest.Builder request)
            throws IOException, BenchException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200)
            throw new BenchException("The cockpit answers %s with %d.".formatted(answer.uri(), answer.statusCode()));
        return answer;
    }

    private static String found(Pattern pattern, String text) throws BenchException {
        var match = pattern.matcher(text);
        if (!match.find()) throw new BenchException("The cockpit made no page: %.200s".formatted(text));
        return match.group(1);
    }

    private void take() {
        try {
            while (true) {
                var push = socket.receive();
                // What is no change of the page belongs to the protocol below.
                if (!push.text().contains("\"changes\":")) continue;
                pushes.increment();
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
