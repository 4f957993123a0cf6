package city.cockpit.access.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** A browser that draws nothing: it keeps cookies and speaks with the cockpit as the pages do. */
final class Visitor {

    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    private final URI cockpit;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Visitor(URI cockpit) {
        this.cockpit = cockpit;
    }

    /** What became of the wish to see a page. */
    enum Met {
        PAGE,
        SIGN_IN,
        NEW_PASSWORD,
        ROLE_MISSING,
        NOTHING_HERE,
        FAILURE
    }

    Visitor signIn(String name, String password) {
        get("/login");
        var form =
                "username=%s&password=%s".formatted(URLEncoder.encode(name, UTF_8), URLEncoder.encode(password, UTF_8));
        var answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        var place = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || place.contains("/login"))
            Assertions.fail("%s could not sign in: %s %s".formatted(name, answer.statusCode(), place));
        return this;
    }

    /** Types the address, and clicks a link to it on a page that is open. Both ways must lead to the same. */
    Met visit(String address) {
        var answer = get(address);
        var met = met(answer.headers().firstValue("Location").orElse(""), "");
        if (answer.statusCode() == 302) return met;
        return met("", follow(address));
    }

    /** What the open page is told when a link on it is clicked. */
    String follow(String address) {
        var where = address.split("\\?", 2);
        var page = get("/?v-r=init&location=login&query=").body();
        var call = """
                {"csrfToken":"%s","syncId":0,"clientId":0,"rpc":[{"type":"event","node":1,"event":"ui-navigate",
                "data":{"route":"%s","query":"%s","appShellTitle":"","historyState":null,"trigger":""}}]}""".formatted(found(KEY, page), where[0].substring(1), where.length > 1 ? where[1] : "");
        return send(request("/?v-r=uidl&v-uiId=" + found(PAGE, page))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(call)))
                .body();
    }

    Met met(String redirected, String changes) {
        if (redirected.endsWith("/login") || changes.contains("\"/login\"")) return Met.SIGN_IN;
        if (changes.contains("Ihr bisheriges Passwort haben nicht Sie selbst gewählt")) return Met.NEW_PASSWORD;
        if (changes.contains("Dafür fehlt Ihnen eine Rolle")) return Met.ROLE_MISSING;
        if (changes.contains("Diese Seite gibt es nicht")) return Met.NOTHING_HERE;
        return changes.contains("\"value\":\"main\"") ? Met.PAGE : Met.FAILURE;
    }

    HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    List<java.net.HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(cockpit + address))
                .header("Accept", "text/html")
                .header("Accept-Language", "de")
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) Assertions.fail("no %s in %.500s".formatted(pattern, text));
        return match.group(1);
    }
}
