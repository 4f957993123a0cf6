package city.cockpit.operations;

import city.cockpit.ingest.FlowWatch;
import city.cockpit.ingest.IngestLedger;
import city.cockpit.live.LiveCity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PulseConfiguration {

    @Bean
    Pulse pulse(LiveCity city, IngestLedger ledger, FlowWatch flow) {
        return new Pulse(city, ledger::counts, () -> flow.flow().databaseAwaySince());
    }
}
