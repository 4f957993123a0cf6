package city.cockpit.access.oidc;

import city.cockpit.access.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Conditional;
import org.springframework.validation.annotation.Validated;

/**
 * The town's identity provider; without {@code issuer} there is none.
 *
 * @param issuer as the provider names itself, e.g. {@code https://login.musterstadt.example/realms/stadt}; HTTPS unless
 *     it is on this machine
 * @param clientId as which the provider knows the cockpit
 * @param clientSecret belongs to it; a client without any proves itself by PKCE alone
 * @param clientSecretFile holds the secret instead, e.g. as Docker secrets do
 * @param name on the button of the sign-in page; by default the provider's host
 * @param nameClaim what becomes the sign-in name; the e-mail address where it cannot
 * @param roleClaim where the provider says what somebody is: a text or a list of texts, dots lead into nested objects
 * @param roles which of these texts give which role
 * @param scopes what the cockpit asks for
 * @param checkEvery how often the cockpit looks whether the provider answers
 * @param timeout longest wait for an answer
 */
@Validated
@Conditional(ProviderSetUp.Named.class)
@ConfigurationProperties("cockpit.access.oidc")
record ProviderSettings(
        URI issuer,
        @NotBlank String clientId,
        @DefaultValue("") String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue("") String name,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") @NotBlank String roleClaim,
        @NotEmpty Map<Role, List<String>> roles,
        @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
        @DefaultValue("30s") Duration checkEvery,
        @DefaultValue("5s") Duration timeout) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    ProviderSettings {
        var host = issuer.getHost();
        var encrypted = "https".equals(issuer.getScheme());
        if (host == null || !(encrypted || ("http".equals(issuer.getScheme()) && THIS_MACHINE.contains(host))))
            throw new InvalidConfigurationPropertyValueException(
                    ProviderSetUp.ISSUER, issuer, "it must begin with https:// and name a host");
    }

    String shownName() {
        return name.isBlank() ? issuer.getHost() : name.strip();
    }

    /** Empty for a client without a secret. */
    Optional<String> secret() {
        if (clientSecretFile == null) return Optional.of(clientSecret).filter(secret -> !secret.isBlank());
        try {
            return Optional.of(Files.readString(clientSecretFile).strip());
        } catch (IOException e) {
            throw new InvalidConfigurationPropertyValueException(
                    "cockpit.access.oidc.client-secret-file", clientSecretFile, "it cannot be read");
        }
    }

    @Override
    public String toString() {
        return "identity provider " + issuer;
    }
}
