package city.cockpit.citizens;

import city.cockpit.ingest.IngestLedger;
import city.cockpit.live.LiveCity;
import city.cockpit.measurement.TownSource;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DayLedgerConfiguration {

    @Bean
    DayLedger dayLedger(LiveCity city, IngestLedger ledger, TownSource town, InstantSource clock) {
        return new DayLedger(city, ledger::counts, town, clock.instant());
    }
}
