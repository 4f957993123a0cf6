package city.cockpit.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class MqttSettingsTests {

    @Test
    void theDefaults() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("cockpit.mqtt", MqttSettings.class);
        assertThat(settings)
                .isEqualTo(new MqttSettings(
                        null,
                        "",
                        "",
                        null,
                        "cockpit",
                        Duration.ofDays(7),
                        2_000,
                        DataSize.ofKilobytes(256),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(30)));
    }

    @Test
    void aBrokerIsNamedWithoutItsPassword() {
        var broker = new BrokerDetails(URI.create("ssl://broker.town:8883"), "cockpit", "secret");
        assertThat(broker).hasToString("ssl://broker.town:8883");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker.town", "http://broker.town", "tcp:broker", "amqp://broker.town:1883"})
    void anotherAddressIsRefusedWithTheNameOfTheSetting(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrokerDetails(URI.create(address), "", ""))
                .withMessageContaining("cockpit.mqtt.broker");
    }
}
