package city.cockpit.mqtt;

import static java.util.Objects.requireNonNull;

import city.cockpit.transport.TrustedAuthority;
import java.time.InstantSource;
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

    /** Between the nodes of an installation. */
    @Bean
    @ConditionalOnProperty("cockpit.mqtt.broker")
    Exchange exchange(BrokerDetails broker, MqttSettings settings, InstantSource clock) {
        return new Exchange("nodes", "what other nodes store is shown with a delay", broker, settings, clock);
    }

    @Bean
    @ConditionalOnProperty("cockpit.mqtt.broker")
    BrokerControl brokerControl(BrokerDetails broker, MqttSettings settings, InstantSource clock) {
        return new BrokerControl(new Exchange(
                "rights", "what devices may do there is not kept in step with the cockpit", broker, settings, clock));
    }

    @Bean
    @ConditionalOnProperty("cockpit.mqtt.broker")
    Announcer announcer(BrokerDetails broker, MqttSettings settings, InstantSource clock) {
        return new Announcer(broker, settings, clock);
    }
}
