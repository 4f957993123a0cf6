package city.cockpit.transport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.FreePort;
import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestAuthority;
import city.cockpit.harness.TestBrowser;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.mqtt.Device;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A cockpit with a certificate of its own, as browsers and sensors of other machines meet it. */
@WithoutDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsIT {

    /** An address of this machine that no browser uses by itself, so that it can play the proxy. */
    private static final String PROXY = "127.0.0.2";

    @TempDir
    static Path folder;

    private final TestAuthority authority = new TestAuthority();
    private RunningCockpit cockpit;
    private Path certificate;
    private Path key;
    private int mqttsPort;
    private int redirectPort;

    @BeforeAll
    void start() throws IOException {
        certificate = folder.resolve("cert.pem");
        key = folder.resolve("key.pem");
        authority.issue().write(certificate, key);
        mqttsPort = FreePort.find();
        redirectPort = FreePort.find();
        cockpit = encrypted(folder.resolve("data"), certificate, key)
                .with("cockpit.platform.mqtts-port", Integer.toString(mqttsPort))
                .with("cockpit.tls.redirect-port", Integer.toString(redirectPort))
                .with("cockpit.web.proxies", PROXY)
                .demo()
                .start();
    }

    @AfterAll
    void stop() {
        cockpit.close();
    }

    @Test
    void theTerminalNamesTheAddressesOfTheCertificate() {
        assertThat(cockpit.printed())
                .contains("https://localhost:%d/".formatted(cockpit.web().getPort()))
                .contains("mqtts://localhost:%d from other machines".formatted(mqttsPort))
                .doesNotContain("Exception", "PRIVATE KEY");
    }

    @Test
    void aReadingSentByTlsReachesThePageByEncryptedPush() throws MqttException {
        try (var chromium = TestBrowser.start();
                var visitor = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setIgnoreHTTPSErrors(true)
                                .setLocale("de-DE"));
                var device = device("localhost")) {
            var sockets = new ArrayList<String>();
            var page = visitor.newPage();
            page.onWebSocket(socket -> sockets.add(socket.url()));
            device.publish("city/parking-bahnhof", parking(120));
            page.navigate(https("/"));
            assertThat(page.locator("main")).containsText("120");
            await().until(() -> {
                page.waitForTimeout(50);
                return !sockets.isEmpty();
            });
            device.publish("city/parking-bahnhof", parking(97));
            assertThat(page.locator("main")).containsText("97");
            assertThat(sockets).isNotEmpty().allMatch(url -> url.startsWith("wss://"));
        }
    }

    @Test
    void theBrowserIsToldToKeepToHttpsAndTheCookieNeverTravelsWithoutIt() throws Exception {
        var page = get(https("/login"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value ->
                        assertThat(value).startsWith("max-age=31536000").doesNotContain("includeSubDomains"));
        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure").contains("; HttpOnly"));
    }

    @Test
    void plainHttpIsShownTheWayAndNothingElse() throws Exception {
        var answer = get("http://localhost:%d/site/a%%20b?from=1&to=2".formatted(redirectPort));
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue(https("/site/a%20b?from=1&to=2"));
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void onlyTheNamedProxyMaySayThatItIsEncryptedAlready() throws Exception {
        var plain = "http://127.0.0.1:%d/login".formatted(redirectPort);
        assertThat(getFrom("127.0.0.1", plain, "X-Forwarded-Proto", "https").statusCode())
                .isEqualTo(308);
        var byProxy = getFrom(PROXY, plain, "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9");
        assertThat(byProxy.statusCode()).isEqualTo(200);
        assertThat(byProxy.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("; Secure"));
        assertThat(getFrom(PROXY, plain, "X-Forwarded-Proto", "http").statusCode())
                .isEqualTo(308);
    }

    @Test
    void managementStaysPlainOnThisMachine() {
        assertThat(cockpit.manage("/actuator/health")).contains("UP");
        for (var address : addressesElsewhere())
            assertThat(isOpen(address, cockpit.management().getPort())).isFalse();
    }

    @Test
    void sensorsOnOtherMachinesComeInByTlsAndByNothingElse() throws Exception {
        assertThat(isOpen(InetAddress.getLoopbackAddress(), cockpit.mqttPort())).isTrue();
        for (var address : addressesElsewhere()) {
            assertThat(isOpen(address, cockpit.mqttPort())).isFalse();
            assertThat(isOpen(address, mqttsPort)).isTrue();
            // The client library does not take the other kind of address.
            if (!(address instanceof Inet4Address)) continue;
            try (var device = device(address.getHostAddress())) {
                device.publish("city/parking-bahnhof", parking(50));
            }
        }
        try (var device = device("localhost")) {
            device.publish("city/parking-bahnhof", parking(51));
            assertThatThrownBy(() -> device.publish("city/parking-bahnhof", "x".repeat(300_000)))
                    .as("the limit of the other listener counts here too")
                    .isInstanceOf(MqttException.class);
        }
        assertThatThrownBy(() -> new Device(URI.create("tcp://localhost:" + mqttsPort), cockpit.devicePassword()))
                .isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> new Device(mqtts("localhost"), "guess", authority.trust()))
                .isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> new Device(mqtts("localhost"), cockpit.devicePassword(), new TestAuthority().trust()))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void aNewCertificateIsShownWithoutARestartAndStandingConnectionsGoOn() throws Exception {
        try (var device = device("localhost")) {
            device.publish("city/parking-bahnhof", parking(60));
            var next = authority.issue("RSA", Instant.now().plusSeconds(86_400));
            assertThat(shownAt(mqttsPort)).isNotEqualTo(serial(next.certificate()));
            next.write(certificate, key);
            await().until(() -> shownAt(mqttsPort).equals(serial(next.certificate())));
            await().until(() -> shownAt(cockpit.web().getPort()).equals(serial(next.certificate())));
            device.publish("city/parking-bahnhof", parking(61));
        }
        Files.writeString(key, authority.issue().key());
        await().until(() -> cockpit.printed().contains("cannot be used, the one before stays"));
        assertThat(get(https("/login")).statusCode()).isEqualTo(200);
        assertThat(cockpit.printed()).contains("does not belong to the certificate");
        authority.issue().write(certificate, key);
    }

    @Test
    void aKeyThatDoesNotFitEndsTheStartWithOneSentence() throws IOException {
        var own = folder.resolve("own.pem");
        var other = folder.resolve("other-key.pem");
        authority.issue().write(own, other);
        Files.writeString(other, authority.issue().key());
        assertInVain(encrypted(folder.resolve("vain"), own, other), "does not belong to the certificate", "--tls-key");
        assertInVain(encrypted(folder.resolve("vain"), own, folder.resolve("none")), "cannot be read", "--tls-key");
        assertInVain(
                RunningCockpit.on(folder.resolve("vain")).with("cockpit.tls.certificate", own.toString()),
                "belong together");
        assertInVain(
                RunningCockpit.on(folder.resolve("vain")).with("cockpit.web.proxies", "proxy.town"),
                "cockpit.web.proxies");
        assertThat(folder.resolve("vain/postgresql")).doesNotExist();
    }

    private static RunningCockpit.Builder encrypted(Path data, Path certificate, Path key) {
        return RunningCockpit.on(data)
                .with("cockpit.tls.certificate", certificate.toString())
                .with("cockpit.tls.key", key.toString());
    }

    private static void assertInVain(RunningCockpit.Builder setup, String... words) {
        var ended = setup.startInVain();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.printed()).contains(words).hasLineCount(1);
    }

    private String https(String path) {
        return "https://localhost:%d%s".formatted(cockpit.web().getPort(), path);
    }

    private URI mqtts(String host) {
        return URI.create("ssl://%s:%d".formatted(host, mqttsPort));
    }

    private Device device(String host) throws MqttException {
        return new Device(mqtts(host), cockpit.devicePassword(), authority.trust());
    }

    private static String parking(int free) {
        return "{\"time\": \"%s\", \"values\": {\"parking_free\": %d}}".formatted(Instant.now(), free);
    }

    private HttpResponse<String> get(String address) throws Exception {
        return getFrom("127.0.0.1", address);
    }

    private HttpResponse<String> getFrom(String from, String address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
        if (headers.length > 0) request.headers(headers);
        try (var client = HttpClient.newBuilder()
                .sslContext(authority.trust())
                .localAddress(InetAddress.ofLiteral(from))
                .build()) {
            return client.send(request.build(), BodyHandlers.ofString(UTF_8));
        }
    }

    private static BigInteger serial(X509Certificate certificate) {
        return certificate.getSerialNumber();
    }

    /** The number of the certificate that a new connection meets. */
    private BigInteger shownAt(int port) throws IOException {
        try (var socket = (SSLSocket) authority.trust().getSocketFactory().createSocket("localhost", port)) {
            return serial((X509Certificate) socket.getSession().getPeerCertificates()[0]);
        }
    }

    private static List<InetAddress> addressesElsewhere() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isOpen(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
