package city.cockpit.access.oidc;

import static java.util.Objects.requireNonNull;

import city.cockpit.access.ScreenSecurity;
import city.cockpit.access.people.ProviderPeople;
import city.cockpit.audit.AuditTrail;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * People sign in at the town's identity provider, and with accounts of the cockpit.
 *
 * @see <a href="../../../../../../docs/decisions/0021-the-provider-vouches-the-cockpit-decides.md">decision 0021</a>
 */
@Configuration(proxyBeanMethods = false)
@Conditional(ProviderSetUp.Named.class)
class ProviderConfiguration {

    @Bean
    ProviderHttp providerHttp(ProviderSettings settings) {
        return new ProviderHttp(settings.timeout());
    }

    @Bean
    Provider identityProvider(ProviderSettings settings, ProviderHttp http) {
        return new Provider(settings, http.documents()).watched();
    }

    @Bean
    ScreenSecurity providerSignIn(
            ProviderSettings settings, Provider provider, ProviderHttp http, ProviderPeople people, AuditTrail audit) {
        return new ProviderSignIn(provider, http, new ProviderUsers(settings, http, people, audit));
    }

    /** Any of the signatures with a public key; never one with the secret that both sides know, never none. */
    @Bean
    JwtDecoderFactory<ClientRegistration> providerTokens(ProviderHttp http) {
        var types = new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters());
        var algorithms = List.of(SignatureAlgorithm.values());
        return registration -> {
            var decoder = NimbusJwtDecoder.withJwkSetUri(
                            requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                    .jwsAlgorithms(accepted -> accepted.addAll(algorithms))
                    .restOperations(http.keys())
                    .build();
            decoder.setClaimSetConverter(types);
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            return decoder;
        };
    }
}
