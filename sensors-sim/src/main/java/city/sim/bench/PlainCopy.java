package city.sim.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** How fast the database of a cockpit takes rows when somebody brings them all at once and asks nothing. */
final class PlainCopy {

    private static final int ROWS = 600_000;

    private PlainCopy() {}

    /** Rows per second of a copy of what the cockpit stored, into a table like the one of readings. */
    static double rowsPerSecond(Path data) throws BenchException, IOException {
        try (var connection = EmbeddedDatabase.connect(data)) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            var bytes = new ByteArrayOutputStream();
            var rows = copies.copyOut(
                    "COPY (SELECT * FROM reading LIMIT %d) TO STDOUT (FORMAT binary)".formatted(ROWS), bytes);
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE bench_copy (LIKE reading INCLUDING ALL)");
                try {
                    var start = System.nanoTime();
                    copies.copyIn(
                            "COPY bench_copy FROM STDIN (FORMAT binary)",
                            new ByteArrayInputStream(bytes.toByteArray()),
                            1 << 16);
                    return rows * 1e9 / (System.nanoTime() - start);
                } finally {
                    statement.execute("DROP TABLE bench_copy");
                }
            }
        } catch (SQLException e) {
            throw new BenchException("The plain copy failed: " + e.getMessage());
        }
    }
}
