package city.cockpit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.calendar.CalendarFetcher.Fetched;
import city.cockpit.calendar.CalendarFetcher.Signs;
import city.cockpit.calendar.Flaw.Reason;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** With a server of somebody else on this machine, and one address of it that counts as private. */
class CalendarFetcherTests {

    private static final String PRIVATE = "127.0.0.2";
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private CalendarFetcher fetcher;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        server.setExecutor(threads);
        server.start();
        fetcher = new CalendarFetcher(
                new AddressGuard(address -> !address.equals(InetAddress.ofLiteral(PRIVATE))),
                new CalendarSettings(false, PATIENCE, DataSize.ofKilobytes(64)));
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
        fetcher.close();
    }

    private interface Reply {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private String at(String path, Reply reply) {
        server.createContext(path, exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().getPath());
                reply.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return address("127.0.0.1", path);
    }

    private String address(String host, String path) {
        return "http://%s:%d%s".formatted(host, server.getAddress().getPort(), path);
    }

    private static Reply with(byte[] body) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body);
        };
    }

    private static Reply elsewhere(String place) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", place);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private Fetched fetch(String address) throws InterruptedException {
        return fetcher.fetch(address, Signs.NONE);
    }

    @Test
    void umlautsAreReadInWhateverWayTheyAreWritten() throws InterruptedException {
        for (var encoding : List.of("UTF-8", "ISO-8859-1", "windows-1252"))
            assertThat(fetch(at("/" + encoding, with("Müll größer".getBytes(Charset.forName(encoding))))))
                    .isEqualTo(new Fetched.Found("Müll größer", Signs.NONE));
        assertThat(fetch(at("/marked", with("\ufeffMüll\0".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(new Fetched.Found("Müll", Signs.NONE));
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgain() throws InterruptedException {
        var address = at("/signs", exchange -> {
            var isKnown = "\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "gestern".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Last-Modified", "gestern");
            exchange.sendResponseHeaders(isKnown ? 304 : 200, -1);
        });
        var signs = new Signs("\"7\"", "gestern");
        assertThat(fetch(address)).isEqualTo(new Fetched.Found("", signs));
        assertThat(fetcher.fetch(address, signs)).isEqualTo(new Fetched.Unchanged());
    }

    @Test
    void whoeverAnswersSlowlyIsNotWaitedFor() throws InterruptedException {
        var silent = at("/silent", exchange -> end.await());
        var dripping = at("/dripping", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                end.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        });
        assertThat(fetch(silent)).isEqualTo(new Fetched.Failed(Reason.TOO_SLOW));
        assertThat(fetch(dripping)).isEqualTo(new Fetched.Failed(Reason.TOO_SLOW));
    }

    @Test
    void whatIsTooLargeIsNotRead() throws InterruptedException {
        assertThat(fetch(at("/huge", with(new byte[1 << 20])))).isEqualTo(new Fetched.Failed(Reason.TOO_LARGE));
    }

    @Test
    void aRedirectIsFollowedButNotToWhereNobodyMayAsk() throws InterruptedException {
        var good = at("/good", with("da".getBytes(StandardCharsets.UTF_8)));
        at("/secret", with("geheim".getBytes(StandardCharsets.UTF_8)));
        assertThat(fetch(at("/moved", elsewhere("/good")))).isEqualTo(new Fetched.Found("da", Signs.NONE));
        assertThat(fetch(good)).isEqualTo(new Fetched.Found("da", Signs.NONE));
        assertThat(fetch(at("/trap", elsewhere(address(PRIVATE, "/secret")))))
                .isEqualTo(new Fetched.Failed(new Flaw(Reason.ADDRESS_REFUSED, PRIVATE)));
        assertThat(fetch(address(PRIVATE, "/secret")))
                .isEqualTo(new Fetched.Failed(new Flaw(Reason.ADDRESS_REFUSED, PRIVATE)));
        assertThat(fetch(at("/file", elsewhere("file:///etc/passwd"))))
                .isEqualTo(new Fetched.Failed(Reason.ADDRESS_REFUSED));
        assertThat(fetch(at("/circle", elsewhere("/circle")))).isEqualTo(new Fetched.Failed(Reason.TOO_MANY_REDIRECTS));
        assertThat(asked).doesNotContain("/secret");
    }

    @Test
    void aFailureSaysWhatItIs() throws InterruptedException {
        assertThat(fetch(at("/gone", exchange -> exchange.sendResponseHeaders(404, -1))))
                .isEqualTo(new Fetched.Failed(new Flaw(Reason.STATUS, "404")));
        assertThat(fetch("http://127.0.0.1:1/x")).isEqualTo(new Fetched.Failed(Reason.NOT_REACHED));
        assertThat(fetch("http://no-such-host.invalid/x"))
                .isEqualTo(new Fetched.Failed(new Flaw(Reason.HOST_UNKNOWN, "no-such-host.invalid")));
    }

    @Test
    void theSettingsThatATownGetsAreCareful() {
        var settings = new org.springframework.boot.context.properties.bind.Binder(
                        new org.springframework.boot.context.properties.source.MapConfigurationPropertySource())
                .bindOrCreate("cockpit.calendar", CalendarSettings.class);
        assertThat(settings).isEqualTo(new CalendarSettings(false, Duration.ofSeconds(10), DataSize.ofMegabytes(2)));
    }
}
