package city.cockpit.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/**
 * Somebody with plain HTTP and a jar of cookies, who does what no browser would do. Calls from an address of their own
 * ({@code 127.0.0.x}).
 */
final class Caller {

    static final String SESSION = "cockpit-session";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final URI web;
    private final HttpClient client;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Caller(URI web, String address) {
        this(
                web,
                HttpClient.newBuilder()
                        .localAddress(InetAddress.ofLiteral(address))
                        .connectTimeout(PATIENCE)
                        .build());
    }

    private Caller(URI web, HttpClient client) {
        this.web = web;
        this.client = client;
    }

    /** Somebody else at the same address, with an empty jar. */
    Caller another() {
        return new Caller(web, client);
    }

    /** The jar, to be copied, stolen or planted. */
    Map<String, String> cookies() {
        return cookies;
    }

    String session() {
        var session = cookies.get(SESSION);
        if (session == null) throw new AssertionError("there is no session");
        return session;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Fills in the form of the sign-in page, as often as wanted. */
    HttpResponse<String> signIn(String name, String password) {
        return post("/login", Map.of("username", name, "password", password));
    }

    /** Posts a form with the mark against forms of other sites, if the page has one. */
    HttpResponse<String> post(String path, Map<String, String> form) {
        var fields = new LinkedHashMap<>(form);
        var mark = CSRF.matcher(get("/login").body());
        if (mark.find()) fields.put("_csrf", mark.group(1));
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return send("POST", path, body, "Content-Type", "application/x-www-form-urlencoded");
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(web + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        if (!cookies.isEmpty()) request.header("Cookie", jar());
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String jar() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(joining("; "));
    }

    private void keep(String setCookie) {
        var pair = setCookie.substring(0, (setCookie + ";").indexOf(';')).split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    /** Opens a page in the session of the jar, with the connection by which the server reaches it. */
    OpenPage open(String location) {
        var page = get("/?v-r=init&query=&location=" + location).body();
        var address = URI.create("ws" + web.toString().substring("http".length())
                + "/VAADIN/push?v-r=push&v-uiId=%s&v-pushId=%s&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json&X-atmo-protocol=true"
                        .formatted(found(page, "\"v-uiId\":(\\d+)"), found(page, "\"Vaadin-Push-ID\":\"([^\"]+)\"")));
        var open = new OpenPage();
        client.newWebSocketBuilder()
                .header("Cookie", jar())
                .buildAsync(address, open)
                .join();
        return open;
    }

    private static String found(String text, String pattern) {
        var match = Pattern.compile(pattern).matcher(text);
        if (!match.find()) throw new AssertionError("no %s in %.500s".formatted(pattern, text));
        return match.group(1);
    }

    /** The end of a connection on which a page waits for news. */
    static final class OpenPage implements WebSocket.Listener {

        private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

        boolean isClosed() {
            return closed.isDone();
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(true);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(true);
        }
    }
}
