package city.cockpit.access.people;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a password is left for the person who starts the cockpit, when there is a new one, and what links in mails begin with.
 *
 * @param data folder of the installation's data
 */
@ConfigurationProperties("cockpit")
record AccessSettings(
        @DefaultValue("data") Path data, @DefaultValue Access access) {

    /**
     * @param address of the cockpit as people reach it, e.g. {@code https://cockpit.example.org}; without it no mails are
     *     sent, because the address a browser claims to have asked for is no proof
     * @param mailFrom sender of the mails
     * @param newAdministratorPassword whether this start gives an administrator a new password
     * @param oidc the town's identity provider, as far as the table of people must know it
     */
    record Access(
            Optional<URI> address,
            Optional<String> mailFrom,
            @DefaultValue("false") boolean newAdministratorPassword,
            @DefaultValue Oidc oidc) {

        Access {
            address.ifPresent(Access::check);
        }

        private static void check(URI address) {
            if (!Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    || address.getHost() == null
                    || address.getQuery() != null
                    || address.getFragment() != null)
                throw new IllegalArgumentException(
                        "cockpit.access.address is like https://cockpit.example.org, not " + address);
        }

        /** Without a slash at its end. */
        Optional<String> base() {
            return address.map(given -> given.toString().replaceFirst("/+$", ""));
        }

        /** What stands behind "From:"; asked only where there is an address. */
        String sender() {
            return mailFrom.orElseGet(() -> "cockpit@" + address.orElseThrow().getHost());
        }
    }

    /** @param issuer as which the provider vouches for people; empty without one */
    record Oidc(@DefaultValue("") String issuer) {}
}
