package city.cockpit.access.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks every two seconds whether a session that this node holds was ended on another one or has lasted too long, with
 * one statement however many there are. While the database is away sessions go on.
 */
@Component
class SessionWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SessionWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration BETWEEN_VOUCHING = Duration.ofSeconds(30);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final SessionTable table;
    private final HeldSessions held;
    private final InstantSource clock;
    private final SessionSettings settings;
    private Instant vouched = Instant.EPOCH;
    private Instant swept = Instant.EPOCH;
    private boolean away;
    private volatile @Nullable ScheduledExecutorService watcher;

    SessionWatch(SessionTable table, HeldSessions held, InstantSource clock, SessionSettings settings) {
        this.table = table;
        this.held = held;
        this.clock = clock;
        this.settings = settings;
    }

    /** One look. On one thread at a time. */
    void look() {
        var now = clock.instant();
        endTooOld(now);
        var gone = held.takeGone();
        if (!gone.isEmpty()) table.endAll(gone, now);
        var sessions = held.list();
        if (!sessions.isEmpty()) closeEnded(sessions, now);
        if (isDue(swept, BETWEEN_SWEEPS, now)) {
            table.sweep(now.minus(settings.idle()), now.minus(REMEMBERED));
            swept = now;
        }
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

    private void lookSafely() {
        try {
            look();
            if (away) log.info("Sessions are checked again");
            away = false;
        } catch (DataAccessException e) {
            if (!away) log.warn("Sessions cannot be checked while the database is away; they go on");
            away = true;
        } catch (RuntimeException e) {
            log.error("Sessions could not be checked", e);
        }
    }

    @Override
    public void start() {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("session-watch").daemon().factory());
        var _ = thread.scheduleWithFixedDelay(
                this::lookSafely, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        watcher = thread;
    }

    /** With the cockpit end the sessions it holds: they live in its memory only. */
    @Override
    public void stop() {
        var thread = watcher;
        if (thread == null) return;
        thread.shutdownNow();
        watcher = null;
        try {
            var ids = held.list().stream().map(HeldSession::id).toList();
            if (!ids.isEmpty()) table.endAll(ids, clock.instant());
        } catch (DataAccessException e) {
            log.debug("The sessions are left to the sweep of another node");
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }
}
