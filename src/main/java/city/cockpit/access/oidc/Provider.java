package city.cockpit.access.oidc;

import city.cockpit.access.IdentityProvider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;

/**
 * What the provider says about itself. One thread asks again and again, so that a provider that is down neither keeps the
 * cockpit from starting nor a page from showing; whoever signs in before the first answer asks as well, whoever comes to a silent provider does not. Thread-safe.
 */
final class Provider implements ClientRegistrationRepository, IdentityProvider, AutoCloseable {

    static final String REGISTRATION = "town";
    static final String PATH = "/oauth2/authorization/" + REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final ProviderSettings settings;
    private final Optional<String> secret;
    private final RestClient http;
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("identity-provider").factory());
    private volatile Standing standing = new Standing.Unknown();

    /** How it stands; what was known once stays known, so that sign-in goes on after a short absence. */
    private sealed interface Standing {
        record Unknown() implements Standing {}

        record Answers(ClientRegistration registration) implements Standing {}

        record Silent(Optional<ClientRegistration> registration) implements Standing {}
    }

    Provider(ProviderSettings settings, RestClient http) {
        this.settings = settings;
        this.secret = settings.secret();
        this.http = http;
    }

    /** Begins to ask. */
    Provider watched() {
        var pause = settings.checkEvery().toMillis();
        var _ = checks.scheduleWithFixedDelay(this::ask, 0, pause, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Asks the provider now; blocks until it answers or the time is up. */
    void ask() {
        var before = standing;
        try {
            standing = new Standing.Answers(registration());
            if (!(before instanceof Standing.Answers)) LOG.info("The identity provider {} answers", settings.issuer());
        } catch (RuntimeException e) {
            standing = new Standing.Silent(registration(before));
            if (!(before instanceof Standing.Silent))
                LOG.info("The identity provider {} is of no use now: {}", settings.issuer(), e.getMessage());
        }
    }

    private ClientRegistration registration() {
        var issuer = withoutSlash(settings.issuer().toString());
        var document = http.get()
                .uri(issuer + "/.well-known/openid-configuration")
                .retrieve()
                .body(DOCUMENT);
        if (document == null || !issuer.equals(withoutSlash(String.valueOf(document.get("issuer")))))
            throw new IllegalStateException("it calls itself otherwise, see " + ProviderSetUp.ISSUER);
        var registration = ClientRegistrations.fromOidcConfiguration(document)
                .registrationId(REGISTRATION)
                .clientName(settings.shownName())
                .clientId(settings.clientId())
                .scope(settings.scopes())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        secret.ifPresentOrElse(
                registration::clientSecret,
                () -> registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE));
        return registration.build();
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static Optional<ClientRegistration> registration(Standing standing) {
        return switch (standing) {
            case Standing.Unknown unknown -> Optional.empty();
            case Standing.Answers answers -> Optional.of(answers.registration());
            case Standing.Silent silent -> silent.registration();
        };
    }

    /**
     * What is needed to sign in.
     *
     * @throws ProviderSilentException the provider has not answered since the start
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(REGISTRATION)) return null;
        if (standing instanceof Standing.Unknown) ask();
        return registration(standing).orElseThrow(ProviderSilentException::new);
    }

    @Override
    public Optional<Entrance> entrance() {
        return Optional.of(
                new Entrance(settings.shownName(), PATH, settings.issuer().toString(), answers()));
    }

    boolean answers() {
        return standing instanceof Standing.Answers;
    }

    @Override
    public void close() {
        checks.shutdownNow();
    }

    /** The provider has not answered since the start of the cockpit. */
    static final class ProviderSilentException extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }
}
