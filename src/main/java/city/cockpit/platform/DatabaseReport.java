package city.cockpit.platform;

import java.util.List;
import java.util.Optional;

/**
 * What the database says about itself.
 *
 * @param postgres version of the server, e.g. {@code 17.6}
 * @param timescale version of TimescaleDB, if the database has it
 * @param bytes of the whole database on the server's disk
 * @param tables the biggest ones, biggest first, each with its indexes and parts
 */
public record DatabaseReport(String postgres, Optional<String> timescale, long bytes, List<Table> tables) {

    /** A table and what it takes on the server's disk. */
    public record Table(String name, long bytes) {}

    public DatabaseReport {
        tables = List.copyOf(tables);
    }
}
