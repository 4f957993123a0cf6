package city.cockpit.registry;

import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Thresholds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the kernel's tables to whoever asks. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    @Bean
    ObservedProperties observedProperties() {
        return ObservedProperties.load();
    }

    @Bean
    Thresholds thresholds() {
        return Thresholds.load();
    }
}
