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
    @ValueSource(
            strings = {"", "unknown", ":::::::::", "0:0:0:0:0:0:0:0:0:0:0:1", "fe80::1%nowhere", "proxy.example:80"})
    void whatIsNoneStaysAsItIs(String told) {
        assertThat(ClientAddress.shortest(told)).isEqualTo(told);
    }
}
