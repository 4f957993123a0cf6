package city.cockpit.access.oidc;

import static java.util.Objects.requireNonNull;

import city.cockpit.access.IdentityProvider.Refusal;
import city.cockpit.access.SignInName;
import city.cockpit.access.people.Admission;
import city.cockpit.access.people.Identity;
import city.cockpit.access.people.ProviderPeople;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes a person of the cockpit of what the provider says, or refuses. */
class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** Under this name the session knows the sign-in name; no provider is asked for it. */
    private static final String SIGN_IN_NAME = "city.cockpit.name";

    private final OidcUserService provider = new OidcUserService();
    private final ProviderSettings settings;
    private final ProviderPeople people;
    private final AuditTrail audit;

    /** Who tries again and again fills no trail. */
    private final Cache<String, Refusal> told = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    ProviderUsers(ProviderSettings settings, ProviderHttp http, ProviderPeople people, AuditTrail audit) {
        this.settings = settings;
        this.people = people;
        this.audit = audit;
        var userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(http.userInfo());
        provider.setOauth2UserService(userInfo);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var said = provider.loadUser(request);
        var token = request.getIdToken();
        // Both were checked with the token.
        var issuer = requireNonNull(token.getIssuer()).toString();
        var subject = requireNonNull(token.getSubject());
        var identity = Claims.identity(issuer, subject, said.getClaims(), settings);
        return switch (people.admit(identity)) {
            case Admission.Admitted admitted -> user(request, admitted);
            case Admission.Refused refused -> throw refusal(identity, refused.refusal());
        };
    }

    /** The session keeps no more of the person than it needs: the token is the key for signing out at the provider. */
    private static OidcUser user(OidcUserRequest request, Admission.Admitted admitted) {
        var roles = admitted.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        var name = new OidcUserInfo(Map.of(SIGN_IN_NAME, admitted.name().value()));
        return new DefaultOidcUser(roles, request.getIdToken(), name, SIGN_IN_NAME);
    }

    private NotAdmittedException refusal(Identity identity, Refusal refusal) {
        if (told.asMap().put(identity.subject(), refusal) != refusal)
            audit.record(
                    AuditTrail.SYSTEM,
                    Deed.SIGN_IN_FAILED,
                    identity.name().map(SignInName::value).orElse(identity.subject()),
                    List.of(new Change("reason", "", refusal.name())));
        return new NotAdmittedException(refusal);
    }

    /** The provider vouches for the person, but the cockpit does not let them in. */
    static final class NotAdmittedException extends OAuth2AuthenticationException {

        private static final long serialVersionUID = 1;

        private final Refusal refusal;

        NotAdmittedException(Refusal refusal) {
            super(new OAuth2Error("not_admitted"));
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
