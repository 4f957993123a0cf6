package city.cockpit.access.token;

import city.cockpit.access.Tokens.Token;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A program that has shown a good token. It holds one role for each scope, and none of the roles of people. */
final class BearerToken extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String name;

    BearerToken(Token token) {
        super(AuthorityUtils.createAuthorityList(
                token.scopes().stream().map(scope -> "ROLE_" + scope).toArray(String[]::new)));
        this.name = "token:" + token.name();
        setAuthenticated(true);
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    /** The secret is not kept. */
    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BearerToken that && name.equals(that.name) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
