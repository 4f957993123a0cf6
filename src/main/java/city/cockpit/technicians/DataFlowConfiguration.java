package city.cockpit.technicians;

import city.cockpit.ingest.FlowWatch;
import city.cockpit.ingest.connection.ConnectionStates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DataFlowConfiguration {

    @Bean
    DataFlow.Source dataFlow(FlowWatch watch, ConnectionStates connections) {
        return () -> new DataFlow(watch.flow(), connections.now());
    }
}
