package city.cockpit.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in where, on every node of the cockpit. Calls block; any thread. */
public interface Sessions {

    /** Everybody's, newest use first. For administrators. */
    List<OpenSession> listSessions();

    /** One person's, newest use first. */
    List<OpenSession> listSessionsOf(SignInName name);

    /**
     * Ends a session: here at once, its open pages included, on other nodes within seconds. Returns false if it had
     * ended already.
     *
     * @param owner if present, only a session of that person is ended
     */
    boolean end(UUID session, Optional<SignInName> owner, String by);

    /** The session of the current request or page; empty for strangers. */
    Optional<UUID> current();

    /**
     * A browser in which somebody is signed in.
     *
     * @param address from where it was opened, as far as proxies tell
     * @param browser in words as the browser tells, at most 200 characters; text from outside
     */
    record OpenSession(
            UUID id, SignInName name, String address, String browser, Instant signedInAt, Instant lastUsedAt) {}
}
