package city.cockpit.access.people;

import city.cockpit.access.People.Details;
import city.cockpit.access.SignInName;
import java.util.Optional;

/**
 * Somebody whom the provider vouches for, in the cockpit's terms.
 *
 * @param issuer and {@code subject} together name a person for ever; nothing else of this does
 * @param name what the sign-in name would be; empty if nothing that is said there can be one
 */
public record Identity(String issuer, String subject, Optional<SignInName> name, Details details) {}
