package city.cockpit.access;

import java.util.Optional;

/**
 * Where people of the town sign in with the account they have anyway (OpenID Connect), as far as the sign-in page and
 * the status page must know it. Never blocks; any thread.
 *
 * <p>Sign-in starts with a link to {@link Entrance#path()}, never with a form. Whoever is not let in comes back to the
 * sign-in page with {@link #REFUSAL} as a parameter of the address.
 */
@FunctionalInterface
public interface IdentityProvider {

    /** Parameter of the sign-in page's address whose value is a {@link Refusal}. */
    String REFUSAL = "provider";

    /** How it stands with the provider; empty if none is set up. */
    Optional<Entrance> entrance();

    /**
     * The way in.
     *
     * @param name as the town calls it, one line
     * @param path where sign-in begins, within the cockpit
     * @param address of the provider, for people
     * @param reachable whether it answered the last time it was asked, less than a minute ago; sign-in may be tried in any case
     */
    record Entrance(String name, String path, String address, boolean reachable) {}

    /** Why somebody from the provider was not let in. */
    enum Refusal {
        /** The provider does not answer. */
        UNREACHABLE,
        /** The provider says no, the person gave up there, or the answer does not fit the question. */
        FAILED,
        /** An administrator of the cockpit locked the person. */
        LOCKED,
        /** The provider names no role that means anything here. */
        NO_ROLE,
        /** The sign-in name belongs to another account here, or cannot be one. */
        NAME_TAKEN;

        /** Names the sentence for people in the resource bundles. */
        public String key() {
            return "provider." + name();
        }

        /** What the sign-in page was told; empty if it was told nothing that makes sense. */
        public static Optional<Refusal> of(String parameter) {
            for (var refusal : values()) if (refusal.name().equals(parameter)) return Optional.of(refusal);
            return Optional.empty();
        }
    }
}
