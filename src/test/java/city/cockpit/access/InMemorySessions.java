package city.cockpit.access;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessResourceFailureException;

/** Sessions without a database and without browsers. */
public final class InMemorySessions implements Sessions {

    private final List<OpenSession> sessions = new ArrayList<>();
    private final InstantSource clock;
    private Optional<UUID> current = Optional.empty();
    private boolean away;

    public InMemorySessions(InstantSource clock) {
        this.clock = clock;
    }

    /** Nobody is signed in anywhere; the database answers. */
    public synchronized void clear() {
        sessions.clear();
        current = Optional.empty();
        away = false;
    }

    /** Somebody signs in. */
    public synchronized OpenSession open(String name, String address, String browser) {
        var session = new OpenSession(
                UUID.randomUUID(), new SignInName(name), address, browser, clock.instant(), clock.instant());
        sessions.add(session);
        return session;
    }

    /** The session in which the page under test was opened. */
    public synchronized void here(OpenSession session) {
        current = Optional.of(session.id());
    }

    /** From now on the database does not answer. */
    public synchronized void goAway() {
        away = true;
    }

    @Override
    public synchronized List<OpenSession> listSessions() {
        answer();
        return sessions.stream()
                .sorted(Comparator.comparing(OpenSession::lastUsedAt).reversed())
                .toList();
    }

    @Override
    public synchronized List<OpenSession> listSessionsOf(SignInName name) {
        return listSessions().stream()
                .filter(session -> session.name().equals(name))
                .toList();
    }

    @Override
    public synchronized boolean end(UUID session, Optional<SignInName> owner, String by) {
        answer();
        return sessions.removeIf(open ->
                open.id().equals(session) && owner.map(open.name()::equals).orElse(true));
    }

    @Override
    public synchronized Optional<UUID> current() {
        return current;
    }

    private void answer() {
        if (away) throw new DataAccessResourceFailureException("the database is away");
    }
}
