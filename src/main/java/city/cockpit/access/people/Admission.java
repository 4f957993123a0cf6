package city.cockpit.access.people;

import city.cockpit.access.IdentityProvider.Refusal;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import java.util.Set;

/** What the cockpit says to somebody whom the provider vouches for. */
public sealed interface Admission {

    record Admitted(SignInName name, Set<Role> roles) implements Admission {}

    record Refused(Refusal refusal) implements Admission {}
}
