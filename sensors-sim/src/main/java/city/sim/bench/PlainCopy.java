package city.sim.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** How fast the database of a cockpit takes rows when somebody brings them all at once and asks nothing. */
final class PlainCopy {

    private static final int ROWS = 600_000;
    private static final int PORT_LINE = 3;

    private PlainCopy() {}

    /** Rows per second of a copy of what the cockpit stored, into a table like the one of readings. */
    static double rowsPerSecond(Path data) throws BenchException, IOException {
        var login = new Properties();
        login.setProperty("user", "cockpit");
        login.setProperty(
                "password",
                Files.readString(data.resolve("secrets").resolve("database-password"))
                        .strip());
        try (var connection = new Driver().connect(url(data), login)) {
            if (connection == null) throw new BenchException("There is no driver for the database of the cockpit.");
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

    private static String url(Path data) throws IOException {
        var lines = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:%s/cockpit".formatted(lines.get(PORT_LINE));
    }
}
