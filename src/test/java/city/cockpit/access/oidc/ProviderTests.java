package city.cockpit.access.oidc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.cockpit.access.IdentityProvider.Refusal;
import city.cockpit.access.Role;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.ResourceAccessException;

class ProviderTests {

    private HttpServer server;
    private String said = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/stadt/.well-known/openid-configuration", exchange -> {
            var answer = said.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.length == 0 ? 503 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSilentProviderKeepsNobodyWaitingAndIsWelcomeLater() {
        try (var provider = provider("s3cr3t")) {
            assertThat(provider.entrance().orElseThrow().reachable()).isFalse();
            provider.ask();
            assertThatExceptionOfType(Provider.ProviderSilentException.class)
                    .isThrownBy(() -> provider.findByRegistrationId("town"));
            said = document(issuer());
            provider.ask();
            assertThat(provider.entrance().orElseThrow().reachable()).isTrue();
            assertThat(provider.findByRegistrationId("town")).isNotNull();
        }
    }

    @Test
    void whoeverComesBeforeTheFirstAnswerAsks() {
        said = document(issuer());
        try (var provider = provider("s3cr3t")) {
            var registration = requireNonNull(provider.findByRegistrationId("town"));
            assertThat(registration.getProviderDetails().getTokenUri()).endsWith("/token");
            assertThat(registration.getClientSettings().isRequireProofKey()).isTrue();
            assertThat(registration.getScopes()).containsExactly("openid");
            assertThat(provider.findByRegistrationId("another")).isNull();
        }
    }

    @Test
    void aShortAbsenceIsToldButSignInMayBeTried() {
        said = document(issuer());
        try (var provider = provider("s3cr3t")) {
            provider.ask();
            said = "";
            provider.ask();
            assertThat(provider.entrance().orElseThrow().reachable()).isFalse();
            assertThat(provider.findByRegistrationId("town")).isNotNull();
        }
    }

    @Test
    void whoeverCallsItselfOtherwiseIsNotOurProvider() {
        said = document("https://somebody.example");
        try (var provider = provider("s3cr3t")) {
            provider.ask();
            assertThat(provider.entrance().orElseThrow().reachable()).isFalse();
        }
    }

    @Test
    void aClientWithoutSecretSendsNone() {
        said = document(issuer());
        try (var provider = provider("")) {
            var registration = requireNonNull(provider.findByRegistrationId("town"));
            assertThat(registration.getClientAuthenticationMethod().getValue()).isEqualTo("none");
        }
    }

    @Test
    void everyFailureHasItsSentence() {
        assertThat(ProviderSignIn.refusal(new LockedException("locked meanwhile")))
                .isEqualTo(Refusal.LOCKED);
        assertThat(ProviderSignIn.refusal(new ProviderUsers.NotAdmittedException(Refusal.NO_ROLE)))
                .isEqualTo(Refusal.NO_ROLE);
        assertThat(ProviderSignIn.refusal(because(new ResourceAccessException("refused"))))
                .isEqualTo(Refusal.UNREACHABLE);
        assertThat(ProviderSignIn.refusal(because(new Provider.ProviderSilentException())))
                .isEqualTo(Refusal.UNREACHABLE);
        assertThat(ProviderSignIn.refusal(new OAuth2AuthenticationException("access_denied")))
                .isEqualTo(Refusal.FAILED);
    }

    private static AuthenticationException because(Exception cause) {
        return new OAuth2AuthenticationException(new OAuth2Error("invalid_token_response"), cause);
    }

    private String issuer() {
        return "http://127.0.0.1:%d/realms/stadt".formatted(server.getAddress().getPort());
    }

    private static String document(String issuer) {
        return """
                {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize", "token_endpoint": "ISSUER/token",
                 "jwks_uri": "ISSUER/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".replace("ISSUER", issuer);
    }

    private Provider provider(String secret) {
        var settings = new ProviderSettings(
                URI.create(issuer()),
                "cockpit",
                secret,
                null,
                "Rathaus",
                "preferred_username",
                "roles",
                Map.of(Role.STAFF, List.of("leitstelle")),
                Set.of("openid"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5));
        return new Provider(settings, new ProviderHttp(settings.timeout()).documents());
    }
}
