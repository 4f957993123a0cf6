package city.cockpit.administration;

import city.cockpit.history.ReadingStore;
import city.cockpit.ingest.IngestLedger;
import city.cockpit.mqtt.BrokerConnection;
import city.cockpit.platform.Platform;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers what the status page shows. */
@Configuration(proxyBeanMethods = false)
class SystemStatusConfiguration {

    @Bean
    SystemStatusSource systemStatus(
            Platform platform, ReadingStore history, BrokerConnection broker, IngestLedger ledger) {
        var edition = history.edition();
        return () -> new SystemStatus(platform.status(), edition, broker.state(), ledger.counts());
    }
}
