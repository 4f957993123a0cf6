package city.cockpit.access.session;

import city.cockpit.access.watch.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks whether a session that this node holds was ended on another one or has lasted too long, with
 * one statement however many there are. While the database is away sessions go on.
 */
@Component
class SessionWatch implements Round {

    private static final Duration BETWEEN_VOUCHING = Duration.ofSeconds(30);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final SessionTable table;
    private final HeldSessions held;
    private final SessionSettings settings;
    private Instant vouched = Instant.EPOCH;
    private Instant swept = Instant.EPOCH;

    SessionWatch(SessionTable table, HeldSessions held, SessionSettings settings) {
        this.table = table;
        this.held = held;
        this.settings = settings;
    }

    @Override
    public void look(Instant now) {
        endTooOld(now);
        endGone(now);
        var sessions = held.list();
        if (!sessions.isEmpty()) closeEnded(sessions, now);
        if (isDue(swept, BETWEEN_SWEEPS, now)) {
            table.sweep(now.minus(settings.idle()), now.minus(REMEMBERED));
            swept = now;
        }
    }

    private void endGone(Instant now) {
        var gone = held.takeGone();
        if (!gone.isEmpty()) table.endAll(gone, now);
    }

    private void endTooOld(Instant now) {
        var tooOld = held.list().stream()
                .filter(session -> !session.startedAt().plus(settings.longest()).isAfter(now))
                .map(HeldSession::id)
                .toList();
        held.close(tooOld);
    }

    private void closeEnded(List<HeldSession> sessions, Instant now) {
        var good = stillGood(sessions, now);
        held.close(sessions.stream()
                .map(HeldSession::id)
                .filter(id -> !good.contains(id))
                .toList());
    }

    private Set<UUID> stillGood(List<HeldSession> sessions, Instant now) {
        if (!isDue(vouched, BETWEEN_VOUCHING, now))
            return table.findGood(sessions.stream().map(HeldSession::id).toList());
        var good = table.vouch(sessions, now);
        vouched = now;
        return good;
    }

    private static boolean isDue(Instant last, Duration period, Instant now) {
        return !last.plus(period).isAfter(now);
    }

    /** What is held here may go on after a restart or elsewhere, with the last that is known of it. */
    @Override
    public void leave(Instant now) {
        endGone(now);
        var sessions = held.list();
        if (!sessions.isEmpty()) table.vouch(sessions, now);
    }

    @Override
    public String toString() {
        return "the check of the sessions";
    }
}
