package city.cockpit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1"
            })
    void nothingIsFetchedFromPlacesThatAreNotForEverybody(String address) {
        assertThat(AddressGuard.isForEverybody(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "198.51.1.1", "2a01:4f8::1", "2001:4860::8888"})
    void theNetIsForEverybody(String address) {
        assertThat(AddressGuard.isForEverybody(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aNameIsWhereItLeads() {
        var guard = new AddressGuard(AddressGuard::isForEverybody);
        assertThat(guard.refusal(URI.create("http://localhost:8080/x")))
                .contains(new Flaw(Flaw.Reason.ADDRESS_REFUSED, "localhost"));
        assertThat(guard.refusal(URI.create("http://[::1]/x"))).isPresent();
        assertThat(new AddressGuard(address -> true).refusal(URI.create("http://localhost/")))
                .isEmpty();
    }
}
