package city.cockpit.access.oidc;

import city.cockpit.access.IdentityProvider;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** People sign in with accounts of the cockpit only. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProviderSetUp.NotNamed.class)
class NoProviderConfiguration {

    @Bean
    IdentityProvider noProvider() {
        return Optional::empty;
    }
}
