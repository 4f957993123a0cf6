package city.sim.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Somebody with a browser of their own, with or without an account: keeps cookies over all open pages. Any thread. */
final class Colleague {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FOUND = 302;

    private final HttpClient http;
    private final URI cockpit;
    private final Map<String, String> cookies = new TreeMap<>();

    /** @param cockpit without a path */
    Colleague(HttpClient http, URI cockpit) {
        this.http = http;
        this.cockpit = cockpit;
    }

    void signIn(String name, String password) throws IOException, BenchException, InterruptedException {
        get("/login");
        var form = "username=%s&password=%s".formatted(name, URLEncoder.encode(password, StandardCharsets.UTF_8));
        var answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        var place = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != FOUND || place.contains("/login"))
            throw new BenchException("Nobody could sign in: %d %s".formatted(answer.statusCode(), place));
    }

    /** The text of a page. */
    String get(String address) throws IOException, BenchException, InterruptedException {
        return answered(request(address).GET());
    }

    /** What the server answers to a call of an open page. */
    String call(String address, String json) throws IOException, BenchException, InterruptedException {
        return answered(
                request(address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** A web socket of this browser. */
    TextSocket socket(String address) throws IOException {
        return TextSocket.open(cockpit.resolve(address), Map.of("Cookie", cookies(), "Origin", cockpit.toString()));
    }

    private String answered(HttpRequest.Builder request) throws IOException, BenchException, InterruptedException {
        var answer = send(request);
        if (answer.statusCode() != 200)
            throw new BenchException("The cockpit answers %s with %d.".formatted(answer.uri(), answer.statusCode()));
        return text(answer);
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip"))
            return new String(answer.body(), StandardCharsets.UTF_8);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(cockpit.resolve(address))
                .header("Accept", "text/html")
                .header("Accept-Language", "de")
                .header("Accept-Encoding", "gzip")
                .timeout(PATIENCE);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.header("Cookie", cookies()).build(), BodyHandlers.ofByteArray());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private synchronized void keep(String cookie) {
        var named = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(named[0], named[1]);
    }

    private synchronized String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
