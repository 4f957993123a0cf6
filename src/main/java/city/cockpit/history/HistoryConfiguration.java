package city.cockpit.history;

import static java.time.ZoneOffset.UTC;

import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    Retention retention(HistorySettings settings, ObservedProperties properties) {
        for (var property : settings.retentionOf().keySet())
            if (properties.find(property).isEmpty())
                throw new IllegalArgumentException(
                        "cockpit.history.retention-of names what nobody observes: " + property);
        return new Retention() {
            @Override
            public Instant keptFrom(ObservedProperty property, Instant arrival) {
                return before(arrival, settings.retentionOf(property.key()));
            }

            @Override
            public Optional<Instant> rollupsKeptFrom(Instant now) {
                return Optional.ofNullable(settings.rollupRetention()).map(length -> before(now, length));
            }
        };
    }

    private static Instant before(Instant time, Period length) {
        return time.atOffset(UTC).minus(length).toInstant();
    }
}
