package city.cockpit.administration;

import city.cockpit.administration.Measured.Database;
import city.cockpit.administration.Measured.Disk;
import city.cockpit.administration.Measured.Mail;
import city.cockpit.platform.DatabaseReporter;
import city.cockpit.platform.Platform;
import city.cockpit.platform.PlatformStatus;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Looks after the parts that take a while to answer: one thread, twice a minute, however many people look at the status
 * page. Any thread may read what it saw last.
 */
final class Inspection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Inspection.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration MAIL_PAUSE = Duration.ofMinutes(5);
    private static final int LONGEST_REASON = 200;

    private final InstantSource clock;
    private final Platform platform;
    private final DatabaseReporter database;
    private final Optional<JavaMailSenderImpl> mail;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("inspection").factory());
    private final LongSupplier received;
    private final Arrivals arrivals;
    private Instant mailAskedAt = Instant.MIN;
    private Mail mailSaid = new Mail.Unused();
    private Optional<Instant> silentSince = Optional.empty();
    private volatile Measured seen;

    Inspection(
            InstantSource clock,
            Platform platform,
            DatabaseReporter database,
            Optional<JavaMailSenderImpl> mail,
            LongSupplier received) {
        this.clock = clock;
        this.platform = platform;
        this.database = database;
        this.mail = mail;
        this.received = received;
        this.arrivals = new Arrivals(clock.instant());
        this.seen = look();
        var _ = thread.scheduleWithFixedDelay(
                this::lookAgain, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    Measured seen() {
        return seen;
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
        var status = platform.status();
        return new Measured(clock.instant(), status, disk(status), askDatabase(), askMail());
    }

    private Database askDatabase() {
        try {
            var report = database.report();
            silentSince = Optional.empty();
            return new Database.Answers(report);
        } catch (DataAccessException e) {
            var since = silentSince.orElseGet(clock::instant);
            silentSince = Optional.of(since);
            return new Database.Silent(since, reason(e.getMostSpecificCause()));
        }
    }

    private static Disk disk(PlatformStatus status) {
        try {
            var store = Files.getFileStore(status.dataFolder());
            return new Disk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Mail askMail() {
        if (mail.isEmpty()) return mailSaid;
        var now = clock.instant();
        if (mailAskedAt.isAfter(now.minus(MAIL_PAUSE))) return mailSaid;
        mailAskedAt = now;
        mailSaid = ask(mail.get());
        return mailSaid;
    }

    private static Mail ask(JavaMailSenderImpl server) {
        var host = String.valueOf(server.getHost());
        try {
            server.testConnection();
            return new Mail.Answers(host);
        } catch (MessagingException e) {
            return new Mail.Silent(host, reason(e));
        }
    }

    private static String reason(Throwable problem) {
        var text = String.valueOf(problem.getMessage()).replaceAll("\\s+", " ").strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
