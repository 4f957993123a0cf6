package city.cockpit.registry;

import city.cockpit.measurement.Norms;
import city.cockpit.measurement.ObservedProperties;
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
    Norms norms() {
        return Norms.load();
    }
}
