package city.cockpit.access;

<<<<<<< HEAD
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
=======
/**
 * What a person may do has changed: locked, removed, other roles or another password. Whoever changes it publishes this
 * as an event within the transaction; the person's sessions end with it, here at once, on other nodes within seconds.
 *
 * @param sparesCurrent whether the session of the current request or page goes on, because its owner made the change
 */
public record AccessChanged(SignInName name, boolean sparesCurrent) {}
>>>>>>> e675fe9 (Sessions are listed and ended on all nodes; tokens are made, shown once and revoked)
