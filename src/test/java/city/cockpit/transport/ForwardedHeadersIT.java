package city.cockpit.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.WithoutDatabase;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** What a page learns of its visitor, depending on who says it. */
@WithoutDatabase
class ForwardedHeadersIT {

    private static final String DIRECT = "http localhost 127.0.0.1";

    private @Nullable WebServer server;
    private int port;

    @AfterEach
    void stop() {
        if (server != null) server.stop();
    }

    @Test
    void whoIsNotNamedIsNotBelieved() throws Exception {
        start();
        assertThat(asked("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil"))
                .isEqualTo(DIRECT);
    }

    @Test
    void whoIsElsewhereThanTheProxiesIsNotBelieved() throws Exception {
        start("10.0.0.0/8", "192.0.2.7");
        assertThat(asked("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil"))
                .isEqualTo(DIRECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-Prefix", "X-Real-IP", "x-forwarded-host"})
    void whatAStrangerSaysReachesNoPageAtAll(String header) throws Exception {
        start();
        assertThat(asked(header, "for=6.6.6.6;host=evil")).isEqualTo(DIRECT);
    }

    @Test
    void aNamedProxyIsBelieved() throws Exception {
        start("127.0.0.0/8");
        assertThat(asked(
                        "X-Forwarded-For",
                        "203.0.113.9",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "cockpit.town.example"))
                .isEqualTo("https cockpit.town.example 203.0.113.9");
    }

    @Test
    void whatTheVisitorPutsBeforeTheWordOfTheProxyDoesNotCount() throws Exception {
        start("127.0.0.1");
        assertThat(asked("X-Forwarded-For", "127.0.0.1, 6.6.6.6, 203.0.113.9", "X-Forwarded-Proto", "http"))
                .isEqualTo("http localhost 203.0.113.9");
    }

    @Test
    void severalNamedProxiesInARowAreFollowedBack() throws Exception {
        start("127.0.0.1", "10.1.0.0/16");
        assertThat(asked("X-Forwarded-For", "6.6.6.6, 203.0.113.9, 10.1.2.3", "X-Forwarded-Proto", "https"))
                .isEqualTo("https localhost 203.0.113.9");
    }

    private void start(String... proxies) {
        var factory = new TomcatServletWebServerFactory(0);
        new TransportConfiguration()
                .wordOfProxies(new WebSettings(List.of(proxies)))
                .customize(factory);
        var started = factory.getWebServer(
                context -> context.addServlet("mirror", new Mirror()).addMapping("/"));
        started.start();
        port = started.getPort();
        server = started;
    }

    private String asked(String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/".formatted(port)))
                .headers(headers)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString(UTF_8)).body();
        }
    }

    /** Says how it sees the request, and whatever it still knows of others' words when the request came unencrypted. */
    private static final class Mirror extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var heard = new StringBuilder(
                    "%s %s %s".formatted(request.getScheme(), request.getServerName(), request.getRemoteAddr()));
            for (var header : List.of("Forwarded", "X-Forwarded-Prefix", "X-Real-IP"))
                if (request.getHeader(header) != null) heard.append(' ').append(header);
            response.getWriter().print(heard);
        }
    }
}
