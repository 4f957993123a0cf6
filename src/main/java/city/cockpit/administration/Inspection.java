package city.cockpit.administration;

import city.cockpit.administration.Measured.Database;
import city.cockpit.administration.Measured.Disk;
import city.cockpit.administration.Measured.Mail;
import city.cockpit.audit.AuditProtection.Guard;
import city.cockpit.history.HistoryReport;
import city.cockpit.platform.DatabaseReport;
import city.cockpit.platform.PlatformStatus;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Looks after the parts that take a while to answer, twice a minute, however many people look at the status page. Any
 * thread may read what it saw last. A mail server that hangs keeps nothing else from being looked at, and no part that
 * fails keeps the cockpit from starting.
 */
final class Inspection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Inspection.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration MAIL_PAUSE = Duration.ofMinutes(5);
    private static final int LONGEST_REASON = 200;

    private final InstantSource clock;
    private final Supplier<PlatformStatus> platform;
    private final Supplier<DatabaseReport> database;
    private final Supplier<HistoryReport> history;
    private final Supplier<Guard> audit;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("inspection-", 1).factory());
    private final LongSupplier received;
    private final Arrivals arrivals;
    private Optional<Instant> silentSince = Optional.empty();
    private volatile Measured seen;
    private volatile Mail mailSaid = new Mail.Unused();

    Inspection(
            InstantSource clock,
            Supplier<PlatformStatus> platform,
            Supplier<DatabaseReport> database,
            Supplier<HistoryReport> history,
            Supplier<Guard> audit,
            Optional<JavaMailSenderImpl> mail,
            LongSupplier received) {
        this.clock = clock;
        this.platform = platform;
        this.database = database;
        this.history = history;
        this.audit = audit;
        this.received = received;
        this.arrivals = new Arrivals(clock.instant());
        this.seen = look();
        var _ = threads.scheduleWithFixedDelay(
                this::lookAgain, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        mail.ifPresent(this::ask);
    }

    Measured seen() {
        return seen;
    }

    Mail mail() {
        return mailSaid;
    }

    Instant startedAt() {
        return arrivals.since();
    }

    /** When a reading arrived last, to half a minute. */
    Optional<Instant> newestReadingAt() {
        return arrivals.newest(received.getAsLong(), clock.instant());
    }

    private void lookAgain() {
        try {
            arrivals.newest(received.getAsLong(), clock.instant());
            seen = look();
        } catch (RuntimeException e) {
            log.warn("The state of the cockpit cannot be told", e);
        }
    }

    private Measured look() {
        var status = platform.get();
        var said = askDatabase();
        if (!(said instanceof Database.Answers))
            return new Measured(clock.instant(), status, disk(status), said, Optional.empty(), Optional.empty());
        return new Measured(clock.instant(), status, disk(status), said, history(), guard());
    }

    private Database askDatabase() {
        try {
            var report = database.get();
            silentSince = Optional.empty();
            return new Database.Answers(report);
        } catch (RuntimeException e) {
            var since = silentSince.orElseGet(clock::instant);
            silentSince = Optional.of(since);
            return new Database.Silent(since, reason(NestedExceptionUtils.getMostSpecificCause(e)));
        }
    }

    private Optional<HistoryReport> history() {
        try {
            return Optional.of(history.get());
        } catch (RuntimeException e) {
            log.warn("How much history there is cannot be told: {}", e.toString());
            return Optional.empty();
        }
    }

    private Optional<Guard> guard() {
        try {
            return Optional.of(audit.get());
        } catch (RuntimeException e) {
            log.warn("What protects the audit trail cannot be told: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Optional<Disk> disk(PlatformStatus status) {
        try {
            var store = Files.getFileStore(status.dataFolder());
            return Optional.of(new Disk(store.getUsableSpace(), store.getTotalSpace()));
        } catch (IOException e) {
            log.warn("The disk of the data folder cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    private void ask(JavaMailSenderImpl server) {
        var host = String.valueOf(server.getHost());
        mailSaid = new Mail.Asked(host);
        var _ = threads.scheduleWithFixedDelay(
                () -> mailSaid = answer(server, host), 0, MAIL_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Mail answer(JavaMailSenderImpl server, String host) {
        try {
            server.testConnection();
            return new Mail.Answers(host);
        } catch (MessagingException | RuntimeException e) {
            return new Mail.Silent(host, reason(e));
        }
    }

    private static String reason(Throwable problem) {
        var text = String.valueOf(problem.getMessage()).replaceAll("\\s+", " ").strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
