package city.cockpit.mqtt;

import static java.util.Objects.requireNonNull;

import city.cockpit.transport.TrustedAuthority;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which broker: the town's own, when the settings name one. */
@Configuration(proxyBeanMethods = false)
class MqttConfiguration {

    @Bean
    @ConditionalOnProperty("cockpit.mqtt.broker")
    BrokerDetails townBroker(MqttSettings settings) {
        var authority = Optional.ofNullable(settings.caCertificate())
                .filter(file -> !file.toString().isBlank())
                .<TrustedAuthority>map(file -> new TrustedAuthority.InFile(file, "cockpit.mqtt.ca-certificate"));
        // Read once now, so that a file that cannot be used is told at the start.
        authority.ifPresent(TrustedAuthority::context);
        return new BrokerDetails(
                requireNonNull(settings.broker()), settings.username(), settings.password(), authority);
    }
}
