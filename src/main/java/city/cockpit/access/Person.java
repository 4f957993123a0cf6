package city.cockpit.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param name sign-in name, lower case, never changed: see {@link SignInName}
 * @param fullName as colleagues know the person, one line, may be empty
 * @param email may be empty; never more than one line
 * @param origin whether the person signs in here or at the town's identity provider
 * @param version grows with every change; who saves says which one was seen
 */
public record Person(
        SignInName name,
        String fullName,
        String email,
        Set<Role> roles,
        Origin origin,
        boolean locked,
        boolean passwordToChange,
        boolean invited,
        Instant createdAt,
        Optional<Instant> lastSignInAt,
        long version) {

    /** Where the password is known. */
    public enum Origin {
        COCKPIT,
        IDENTITY_PROVIDER
    }

    public Person {
        roles = Set.copyOf(roles);
    }
}
