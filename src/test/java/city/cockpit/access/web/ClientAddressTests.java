package city.cockpit.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTests {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "0:0:0:0:0:0:0:1, ::1",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "0:0:0:0:0:ffff:192.0.2.1, 192.0.2.1"
    })
    void anAddressHasOneForm(String told, String shown) {
        assertThat(ClientAddress.shortest(told)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "0:0:0:0:0:ffff:203.0.113.77, 203.0.113.0/24",
        "2001:db8:7:1:2:3:4:5, 2001:db8:7::/48",
        "::1, ::/48",
        "unknown, ''",
        "'', ''",
        "203.0.113.77:8080, ''"
    })
    void whatIsWrittenDownLeadsToNoSingleConnection(String told, String written) {
        assertThat(ClientAddress.network(told)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", ":::::::::", "0:0:0:0:0:0:0:0:0:0:0:1", "fe80::1%nowhere", "proxy.example:80"})
    void whatIsNoneStaysAsItIs(String told) {
        assertThat(ClientAddress.shortest(told)).isEqualTo(told);
    }
}
