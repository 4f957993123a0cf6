package city.cockpit.onboarding;

import city.cockpit.ingest.kept.Inbox;
import city.cockpit.registry.Sensors;
import city.cockpit.town.TownHall;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages on which sensors are registered need, in a made-up town. */
@Configuration(proxyBeanMethods = false)
public class OnboardingPreview {

    @Bean
    Onboarding onboarding(Sensors sensors, Inbox inbox, TownHall town, InstantSource clock) {
        return Benches.onboarding(sensors, inbox, town, clock);
    }

    @Bean
    InMemoryDrafts drafts(InstantSource clock) {
        return new InMemoryDrafts(clock);
    }
}
