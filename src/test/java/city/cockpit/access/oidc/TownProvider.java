package city.cockpit.access.oidc;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * A town's identity provider: a real one with its own sign-in page. Everybody's password is {@code password}; what
 * somebody is there, a test says.
 */
final class TownProvider implements AutoCloseable {

    static final String CLIENT = "cockpit";
    static final String SECRET = "the cockpit's secret at the provider";

    private final int port;
    private final AnnotationConfigServletWebServerApplicationContext server =
            new AnnotationConfigServletWebServerApplicationContext();

    /** Of which every name is known there. */
    private final Map<String, List<String>> people = new ConcurrentHashMap<>();

    TownProvider(int port, URI cockpit) {
        this.port = port;
        server.register(Pages.class);
        server.registerBean(TomcatServletWebServerFactory.class, this::tomcat);
        server.registerBean(
                AuthorizationServerSettings.class,
                () -> AuthorizationServerSettings.builder().issuer(issuer(port)).build());
        server.registerBean(
                RegisteredClientRepository.class, () -> new InMemoryRegisteredClientRepository(client(cockpit)));
        server.registerBean(
                UserDetailsService.class,
                () -> name -> User.withUsername(name)
                        .password("{noop}password")
                        .authorities(List.of())
                        .build());
        server.registerBean(Claims.class, () -> this::say);
    }

    static String issuer(int port) {
        return "http://localhost:" + port;
    }

    TownProvider start() {
        server.refresh();
        return this;
    }

    /** Somebody is this there, from now on. */
    void knows(String name, String... roles) {
        people.put(name, List.of(roles));
    }

    private TomcatServletWebServerFactory tomcat() {
        var factory = new TomcatServletWebServerFactory(port);
        factory.setRegisterDefaultServlet(true);
        return factory;
    }

    private void say(JwtEncodingContext token) {
        if (!token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) return;
        var name = requireNonNull(token.<Authentication>getPrincipal()).getName();
        token.getClaims()
                .subject("subject-of-" + name)
                .claim("preferred_username", name)
                .claim("name", "Frau " + name)
                .claim("email", name + "@musterstadt.example")
                .claim("realm_access", Map.of("roles", people.getOrDefault(name, List.of())));
    }

    private static RegisteredClient client(URI cockpit) {
        return RegisteredClient.withId("1")
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(cockpit + "/login/oauth2/code/town")
                .postLogoutRedirectUri(cockpit + "/")
                .scope("openid")
                .scope("profile")
                .scope("email")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }

    /** What the provider puts into its tokens. */
    interface Claims extends OAuth2TokenCustomizer<JwtEncodingContext> {}

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    @EnableWebMvc
    static class Pages {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(Customizer.withDefaults());
                    })
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                            new LoginUrlAuthenticationEntryPoint("/login"),
                            new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain signIn(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        JwtDecoder tokensForUserInfo(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("1")
                    .build()));
        }
    }
}
