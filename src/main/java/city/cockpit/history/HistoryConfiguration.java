package city.cockpit.history;

import static java.time.ZoneOffset.UTC;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    Retention retention(HistorySettings settings) {
        return arrival -> arrival.atOffset(UTC).minus(settings.retention()).toInstant();
    }
}
