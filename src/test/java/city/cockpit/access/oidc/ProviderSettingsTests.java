package city.cockpit.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.IdentityProvider;
import city.cockpit.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ProviderSettingsTests {

    private static final String[] LEAST = {
        "cockpit.access.oidc.issuer=https://login.musterstadt.example/realms/stadt",
        "cockpit.access.oidc.client-id=cockpit",
        "cockpit.access.oidc.roles.ADMINISTRATOR=it"
    };

    private final ApplicationContextRunner cockpit =
            new ApplicationContextRunner().withUserConfiguration(Settings.class, NoProviderConfiguration.class);

    @Test
    void aTownThatNamesNoProviderHasNone() {
        cockpit.run(context ->
                assertThat(context.getBean(IdentityProvider.class).entrance()).isEmpty());
        cockpit.withPropertyValues("cockpit.access.oidc.issuer=")
                .run(context -> assertThat(context).hasSingleBean(IdentityProvider.class));
    }

    @Test
    void theDefaultsFitKeycloakButForTheRoles() {
        cockpit.withPropertyValues(LEAST).run(context -> {
            var settings = context.getBean(ProviderSettings.class);
            assertThat(settings.shownName()).isEqualTo("login.musterstadt.example");
            assertThat(settings.nameClaim()).isEqualTo("preferred_username");
            assertThat(settings.roleClaim()).isEqualTo("roles");
            assertThat(settings.scopes()).containsExactly("openid", "profile", "email");
            assertThat(settings.checkEvery()).isEqualTo(Duration.ofSeconds(30));
            assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(5));
            assertThat(settings.secret()).isEmpty();
            assertThat(context).doesNotHaveBean(IdentityProvider.class);
        });
    }

    @Test
    void rolesMayBeNamedInTheEnvironment() {
        var environment = new SystemEnvironmentPropertySource(
                "systemEnvironment", Map.of("COCKPIT_ACCESS_OIDC_ROLES_STRATEGY_EDITOR", "rathaus, stab"));
        cockpit.withPropertyValues(LEAST)
                .withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(environment))
                .run(context -> assertThat(
                                context.getBean(ProviderSettings.class).roles())
                        .containsEntry(Role.STRATEGY_EDITOR, List.of("rathaus", "stab"))
                        .containsEntry(Role.ADMINISTRATOR, List.of("it")));
    }

    @Test
    void theSecretIsReadFromAFileAndShownNowhere(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "s3cr3t\n");
        cockpit.withPropertyValues(LEAST)
                .withPropertyValues("cockpit.access.oidc.client-secret-file=" + file)
                .run(context -> {
                    var settings = context.getBean(ProviderSettings.class);
                    assertThat(settings.secret()).contains("s3cr3t");
                    assertThat(settings).hasToString("identity provider " + settings.issuer());
                });
    }

    @Test
    void passwordsAreNotSentThroughTheTownInTheClear() {
        for (var issuer :
                List.of("http://login.musterstadt.example", "login.musterstadt.example", "file:///etc/passwd"))
            cockpit.withPropertyValues(LEAST)
                    .withPropertyValues("cockpit.access.oidc.issuer=" + issuer)
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining("it must begin with https://"));
        cockpit.withPropertyValues(LEAST)
                .withPropertyValues("cockpit.access.oidc.issuer=http://localhost:8081")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aProviderWithoutRolesIsAMistake() {
        cockpit.withPropertyValues(LEAST[0], LEAST[1])
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("roles"));
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(ProviderSetUp.Named.class)
    @EnableConfigurationProperties(ProviderSettings.class)
    static class Settings {}
}
