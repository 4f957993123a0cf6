package city.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** The way to the database that a cockpit keeps in its folder of data. */
final class EmbeddedDatabase {

    private static final int PORT_LINE = 3;

    private EmbeddedDatabase() {}

    /** To be closed by the caller. */
    static Connection connect(Path data) throws BenchException, IOException, SQLException {
        var login = new Properties();
        login.setProperty("user", "cockpit");
        login.setProperty(
                "password",
                Files.readString(data.resolve("secrets").resolve("database-password"))
                        .strip());
        var connection = new Driver().connect(url(data), login);
        if (connection == null) throw new BenchException("There is no driver for the database of the cockpit.");
        return connection;
    }

    private static String url(Path data) throws IOException {
        var lines = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:%s/cockpit".formatted(lines.get(PORT_LINE));
    }
}
