package city.cockpit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.platform.PlatformStatus.Server;
import city.cockpit.transport.CertificateStatus;
import city.cockpit.transport.Https;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class AddressesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Server EMBEDDED = new Server(true, "tcp://127.0.0.1:1883");
    private static final Server OWN = new Server(false, "ssl://broker.town:8883");

    @Test
    void withoutACertificateEverythingIsOnThisMachine() {
        var addresses = addresses(new Https.Off(), EMBEDDED, "8080");
        assertThat(addresses.web()).isEqualTo("http://localhost:8080/");
        assertThat(addresses.mqtts()).isEmpty();
    }

    @Test
    void theNameOfTheCertificateIsTheNameOfThePages() {
        var addresses = addresses(own(NOW.plusSeconds(60), "*.town.example", "cockpit.town.example"), EMBEDDED, "443");
        assertThat(addresses.web()).isEqualTo("https://cockpit.town.example/");
        assertThat(addresses.mqtts()).contains("mqtts://cockpit.town.example:8883 from other machines");
    }

    @Test
    void anExpiredCertificateIsSaidToBeSo() {
        assertThat(addresses(own(NOW.minusSeconds(60), "*.town.example"), EMBEDDED, "8443")
                        .web())
                .startsWith("https://localhost:8443/, but its certificate is not valid now")
                .contains("until 2026-11-22T09:59:00Z");
    }

    @Test
    void aBrokerOfTheTownIsTheTownsBusiness() {
        assertThat(addresses(own(NOW.plusSeconds(60), "town.example"), OWN, "443")
                        .mqtts())
                .isEmpty();
    }

    private static Https own(Instant until, String... hosts) {
        return new Https.Own(
                new CertificateStatus(List.of(hosts), until.minus(Duration.ofDays(90)), until, Optional.empty()));
    }

    private static Addresses addresses(Https https, Server broker, String port) {
        return new Addresses(https, NOW, new MockEnvironment().withProperty("local.server.port", port), broker);
    }
}
