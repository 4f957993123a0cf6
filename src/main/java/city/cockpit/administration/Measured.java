package city.cockpit.administration;

import city.cockpit.platform.DatabaseReport;
import city.cockpit.platform.PlatformStatus;
import java.time.Instant;

/** What has to be asked for and may take a while, as it was at one moment. */
record Measured(Instant at, PlatformStatus platform, Disk disk, Database database, Mail mail) {

    /** The disk that holds the data folder. */
    record Disk(long freeBytes, long totalBytes) {}

    sealed interface Database {
        record Answers(DatabaseReport report) implements Database {}

        record Silent(Instant since, String reason) implements Database {}
    }

    /** The server that takes the cockpit's mail. */
    sealed interface Mail {
        record Unused() implements Mail {}

        record Answers(String host) implements Mail {}

        record Silent(String host, String reason) implements Mail {}
    }
}
