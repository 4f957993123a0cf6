package city.cockpit.mqtt;

import static java.util.Objects.requireNonNull;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which broker: the town's own, when the settings name one. */
@Configuration(proxyBeanMethods = false)
class MqttConfiguration {

    @Bean
    @ConditionalOnProperty("cockpit.mqtt.broker")
    BrokerDetails townBroker(MqttSettings settings) {
        return new BrokerDetails(requireNonNull(settings.broker()), settings.username(), settings.password());
    }
}
