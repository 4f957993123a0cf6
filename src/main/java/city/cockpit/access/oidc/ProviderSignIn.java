package city.cockpit.access.oidc;

import city.cockpit.access.IdentityProvider;
import city.cockpit.access.IdentityProvider.Refusal;
import city.cockpit.access.ScreenSecurity;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** Where the chain of filters meets the provider: out to it, back from it, and out again when somebody signs out. */
final class ProviderSignIn implements ScreenSecurity {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private final Provider provider;
    private final ProviderHttp http;
    private final ProviderUsers users;

    ProviderSignIn(Provider provider, ProviderHttp http, ProviderUsers users) {
        this.provider = provider;
        this.http = http;
        this.users = users;
    }

    @Override
    public void addTo(HttpSecurity screens) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(http.tokens());
        screens.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NothingKept())
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users))
                // Put there by another part, maybe later than this one.
                .successHandler((request, response, person) -> screens.getSharedObject(
                                VaadinSavedRequestAwareAuthenticationSuccessHandler.class)
                        .onAuthenticationSuccess(request, response, person))
                .failureHandler(this::refuse)
                .addObjectPostProcessor(wayOut()));
        screens.setSharedObject(LogoutSuccessHandler.class, signOut());
    }

    /** A provider that is silent when somebody wants to go there is told like every other failure. */
    private ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> wayOut() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(ProviderSignIn.this::refuse);
                return filter;
            }
        };
    }

    /** Back to the sign-in page; what it is told in the address is one of a few words. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var refusal = refusal(failure);
        if (refusal == Refusal.FAILED || refusal == Refusal.UNREACHABLE)
            LOG.info("Nobody came in by the identity provider: {} ({})", refusal, code(failure));
        response.sendRedirect(request.getContextPath() + "/login?" + IdentityProvider.REFUSAL + "=" + refusal.name());
    }

    static Refusal refusal(AuthenticationException failure) {
        if (failure instanceof LockedException) return Refusal.LOCKED;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProviderUsers.NotAdmittedException no) return no.refusal();
            if (cause instanceof Provider.ProviderSilentException
                    || cause instanceof ResourceAccessException
                    || cause instanceof HttpServerErrorException
                    || cause instanceof IOException) return Refusal.UNREACHABLE;
        }
        return Refusal.FAILED;
    }

    /** What may come from the browser's address is told without anything that could forge a line of the log. */
    private static String code(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode().replaceAll("[^A-Za-z0-9_.-]", "?")
                : failure.getClass().getSimpleName();
    }

    /** Whoever came from the provider is signed out there, too; else the next click on the button would sign in again. */
    private LogoutSuccessHandler signOut() {
        var here = new SimpleUrlLogoutSuccessHandler();
        here.setRedirectStrategy(new UidlRedirectStrategy());
        here.setDefaultTargetUrl("/");
        var there = new OidcClientInitiatedLogoutSuccessHandler(provider);
        there.setRedirectStrategy(new UidlRedirectStrategy());
        there.setPostLogoutRedirectUri("{baseUrl}/");
        there.setDefaultTargetUrl("/");
        return (request, response, person) ->
                (provider.answers() ? there : here).onLogoutSuccess(request, response, person);
    }

    /** The cockpit does nothing in anybody's name at the provider, so it keeps no key for that. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
    }
}
