package city.cockpit.access.session;

import city.cockpit.access.AccessChanged;
import city.cockpit.access.Sessions;
import city.cockpit.access.SignInName;
import city.cockpit.access.web.ClientAddress;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins and ends sessions: in the table for all nodes, and in the browsers that talk to this one. Any thread. */
@Component
class SessionBook {

    private final SessionTable table;
    private final HeldSessions held;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final SessionSettings settings;

    SessionBook(
            SessionTable table,
            HeldSessions held,
            AuditTrail trail,
            TransactionTemplate transaction,
            InstantSource clock,
            SessionSettings settings) {
        this.table = table;
        this.held = held;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Begins a session in this browser. Empty if the person may not sign in any more.
     *
     * @param token with which the browser may {@linkplain #resume go on} elsewhere
     * @param browser is asked for its new session when this one is written down; until then the one before goes on
     */
    Optional<UUID> begin(
            SignInName name, SessionToken token, String address, String agent, Supplier<HttpSession> browser) {
        var now = clock.instant();
        var session = new Sessions.OpenSession(UUID.randomUUID(), name, address, agent, now, now);
        if (!add(session, token)) return Optional.empty();
        hold(session.id(), name, now, browser.get());
        return Optional.of(session.id());
    }

    /** A session that goes on here. */
    record Resumed(UUID session, SignInName name) {}

    /**
     * Goes on with a session that another node or a former run of this one began. Whoever held it lets go of it with the next
     * look. Empty if it has ended, was left alone for too long or is too old, or if the person may not go on without a new
     * password.
     *
     * @param browser is asked for its new session only if it goes on
     */
    Optional<Resumed> resume(SessionToken token, Supplier<HttpSession> browser) {
        var now = clock.instant();
        var id = UUID.randomUUID();
        return table.move(token, id, now.minus(settings.idle()), now.minus(settings.longest()), now)
                .map(moved -> {
                    hold(id, moved.name(), moved.startedAt(), browser.get());
                    return new Resumed(id, moved.name());
                });
    }

    private void hold(UUID session, SignInName name, Instant startedAt, HttpSession browser) {
        browser.setMaxInactiveInterval(Math.toIntExact(settings.idle().toSeconds()));
        browser.setAttribute(HeldSession.ATTRIBUTE, new HeldSession(session, name, startedAt, browser, held));
    }

    private boolean add(Sessions.OpenSession session, SessionToken token) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!table.add(session, token)) return false;
            var name = session.name().value();
            trail.record(
                    name,
                    Deed.SIGNED_IN,
                    name,
                    List.of(new Change("address", "", ClientAddress.network(session.address()))));
            return true;
        }));
    }

    /** The person leaves. The caller ends the browser's session. */
    void leave(UUID session, SignInName name) {
        transaction.executeWithoutResult(status -> {
            if (table.end(session, Optional.of(name), clock.instant()).isPresent())
                trail.record(name.value(), Deed.SIGNED_OUT, name.value());
        });
    }

    boolean end(UUID session, Optional<SignInName> owner, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var name = table.end(session, owner, clock.instant());
            name.ifPresent(ended -> trail.record(by, Deed.SESSION_ENDED, ended.value()));
            closeAfterCommit(name.stream().map(ended -> session).toList());
            return name.isPresent();
        }));
    }

    @EventListener
    void accessChanged(AccessChanged change) {
        closeAfterCommit(table.endAllOf(change.name(), change.except(), clock.instant()));
    }

    private void closeAfterCommit(Collection<UUID> ended) {
        if (ended.isEmpty()) return;
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            held.close(ended);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                held.close(ended);
            }
        });
    }

    List<Sessions.OpenSession> listOpen() {
        return table.listOpen(clock.instant().minus(settings.idle()));
    }

    List<Sessions.OpenSession> listOpenOf(SignInName name) {
        return table.listOpenOf(name, clock.instant().minus(settings.idle()));
    }

    static Optional<UUID> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof SignedInAs(var session)
                ? Optional.of(session)
                : Optional.empty();
    }
}
