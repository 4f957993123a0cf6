package city.cockpit.operations;

import city.cockpit.alerts.PastIncidents;
import city.cockpit.live.PastCity;
import city.cockpit.uikit.Background;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the cockpit of a made-up town needs to look back. */
@Configuration(proxyBeanMethods = false)
public class OperationsPreview {

    @Bean
    PastDays pastDays(PastCity city, PastIncidents incidents, Background background) {
        return new PastDays(city, incidents, background);
    }
}
