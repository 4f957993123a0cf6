package city.cockpit.administration;

import city.cockpit.audit.AuditProtection.Guard;
import city.cockpit.history.HistoryReport;
import city.cockpit.platform.DatabaseReport;
import city.cockpit.platform.PlatformStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What has to be asked for and may take a while, as it was at one moment.
 *
 * @param disk empty if it cannot be read
 * @param history how much there is of it; empty if the database does not tell
 * @param guard what protects the audit trail; empty if the database does not tell
 */
record Measured(
        Instant at,
        PlatformStatus platform,
        Optional<Disk> disk,
        Database database,
        Optional<HistoryReport> history,
        Optional<Guard> guard) {

    /** The disk that holds the data folder. */
    record Disk(long freeBytes, long totalBytes) {}

    sealed interface Database {
        record Answers(DatabaseReport report) implements Database {}

        record Silent(Instant since, String reason) implements Database {}
    }

    /** The server that takes the cockpit's mail. */
    sealed interface Mail {
        record Unused() implements Mail {}

        /** It is asked for the first time. */
        record Asked(String host) implements Mail {}

        record Answers(String host) implements Mail {}

        record Silent(String host, String reason) implements Mail {}
    }
}
