package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.administration.Measured.Database;
import city.cockpit.administration.Measured.Mail;
import city.cockpit.audit.AuditProtection.Guard;
import city.cockpit.history.HistoryReport;
import city.cockpit.platform.DatabaseReport;
import city.cockpit.platform.PlatformStatus;
import city.cockpit.platform.PlatformStatus.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class InspectionTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final HistoryReport HISTORY =
            new HistoryReport(1_000, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    private static final DatabaseReport REPORT = new DatabaseReport("17.6", Optional.empty(), 1_000, List.of());

    @TempDir
    Path folder;

    @Test
    void whatNobodyExpectedOfTheDatabaseDoesNotKeepTheCockpitFromStarting() {
        Supplier<DatabaseReport> broken = () -> {
            throw new IllegalStateException("a table of another time", new IllegalArgumentException("no such column"));
        };
        try (var inspection = inspect(folder, broken, () -> Guard.ROLE, Optional.empty())) {
            assertThat(inspection.seen().database()).isEqualTo(new Database.Silent(NOON, "no such column"));
            assertThat(inspection.seen().guard()).isEmpty();
        }
    }

    @Test
    void anAuditTrailThatCannotBeAskedIsNoDeadDatabase() {
        Supplier<Guard> broken = () -> {
            throw new IllegalStateException("no such table");
        };
        try (var inspection = inspect(folder, () -> REPORT, broken, Optional.empty())) {
            assertThat(inspection.seen().database()).isEqualTo(new Database.Answers(REPORT));
            assertThat(inspection.seen().guard()).isEmpty();
        }
    }

    @Test
    void aDataFolderThatIsGoneIsNoReasonNotToStart() {
        try (var inspection = inspect(folder.resolve("gone"), () -> REPORT, () -> Guard.ROLE, Optional.empty())) {
            assertThat(inspection.seen().disk()).isEmpty();
        }
    }

    @Test
    void aMailServerThatHangsKeepsNothingElseFromBeingSeen() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var inspection = inspect(folder, () -> REPORT, () -> Guard.TRIGGER, Optional.of(mailAt(silent)))) {
            assertThat(inspection.mail()).isEqualTo(new Mail.Asked("127.0.0.1"));
            assertThat(inspection.seen().database()).isEqualTo(new Database.Answers(REPORT));
            assertThat(inspection.seen().guard()).contains(Guard.TRIGGER);
            assertThat(inspection.seen().disk()).isPresent();
        }
    }

    private static JavaMailSenderImpl mailAt(ServerSocket server) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(server.getLocalPort());
        return mail;
    }

    private static Inspection inspect(
            Path folder, Supplier<DatabaseReport> database, Supplier<Guard> audit, Optional<JavaMailSenderImpl> mail) {
        return new Inspection(() -> NOON, () -> platform(folder), database, () -> HISTORY, audit, mail, () -> 0);
    }

    private static PlatformStatus platform(Path folder) {
        var server = new Server(true, "built in");
        return new PlatformStatus("0.1.0", folder, 0, folder.resolve("cockpit.log"), server, server, Optional.empty());
    }
}
