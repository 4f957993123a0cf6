package city.cockpit.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class TransportSettingsTests {

    private static final Binder NOTHING_SET = new Binder(new MapConfigurationPropertySource());

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void withoutACertificateNothingIsEncryptedAndNoProxyIsTrusted() {
        assertThat(NOTHING_SET.bindOrCreate("cockpit.tls", TlsSettings.class))
                .isEqualTo(new TlsSettings(null, null, 0));
        assertThat(NOTHING_SET.bindOrCreate("cockpit.web", WebSettings.class)).isEqualTo(new WebSettings(List.of()));
        assertThat(Transport.isEncrypted(settings)).isFalse();
    }

    @Test
    void anEmptyVariableIsNoSetting() {
        settings.withProperty("cockpit.tls.certificate", "").withProperty("cockpit.tls.key", " ");
        settings.withProperty("cockpit.web.proxies", "");
        Transport.check(settings);
        assertThat(Transport.isEncrypted(settings)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit.tls.certificate", "cockpit.tls.key"})
    void oneFileWithoutTheOtherIsRefused(String setting) {
        settings.withProperty(setting, "some.pem");
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> Transport.check(settings))
                .withMessageContainingAll("--tls-cert", "--tls-key");
    }

    @Test
    void aProxyIsAnAddressOrANetwork() {
        assertThat(new WebSettings(List.of(" 10.1.0.0/16 ", "192.0.2.7", "2001:db8::/32", "::1", "")).proxies())
                .containsExactly("10.1.0.0/16", "192.0.2.7/32", "2001:db8::/32", "::1/128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy.town.example", "10.1.0.0/33", "10.1/16/2", "10.*", "everybody", "1.2.3.4/", "::1/129"})
    void anythingElseIsRefusedWithTheNameOfTheSetting(String text) {
        settings.withProperty("cockpit.web.proxies", text);
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> Transport.check(settings))
                .withMessageContaining("cockpit.web.proxies");
    }
}
