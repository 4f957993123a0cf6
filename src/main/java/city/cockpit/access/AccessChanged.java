package city.cockpit.access;

import java.util.Optional;
import java.util.UUID;

/**
 * A person's password, roles or lock changed, or the person is removed: sessions opened before are good no more. It is
 * published in the transaction of the change, so what a listener writes stands or falls with it; what cannot be taken
 * back belongs after the commit. Rows of a removed person's sessions vanish in the same transaction.
 *
 * @param except the session that goes on, because it is the one in which the person changed the password
 */
public record AccessChanged(SignInName name, Optional<UUID> except) {}
