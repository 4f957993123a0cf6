package city.cockpit.ingest.connection;

import city.cockpit.mqtt.BrokerConnections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where to ask how the connections do. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    ConnectionStates connectionStates(BrokerConnections brokers) {
        return brokers::list;
    }
}
