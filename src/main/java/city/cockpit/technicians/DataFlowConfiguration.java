package city.cockpit.technicians;

import city.cockpit.ingest.FlowWatch;
import city.cockpit.mqtt.BrokerConnections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DataFlowConfiguration {

    @Bean
    DataFlow.Source dataFlow(FlowWatch watch, BrokerConnections brokers) {
        return () -> new DataFlow(watch.flow(), brokers.list());
    }
}
