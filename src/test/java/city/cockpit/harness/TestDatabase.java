package city.cockpit.harness;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A fresh, empty database on the server that {@code -Dcockpit.test.database} names: {@code embedded} (the default) or
 * {@code timescaledb}. The server starts with the first database and ends with the JVM. On TimescaleDB the extension is
 * available but not yet created.
 *
 * <p>A server that is missing fails the test; it is never skipped.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final DatabaseServer server;
    private final String name;

    private TestDatabase(DatabaseServer server, String name) {
        this.server = server;
        this.name = name;
    }

    public static TestDatabase create() {
        var server = DatabaseServer.running();
        var database = new TestDatabase(server, "city_" + DATABASES.incrementAndGet());
        // Not from template1: TimescaleDB's own launcher may be connected to it just now.
        server.execute("CREATE DATABASE " + database.name + " TEMPLATE template0");
        return database;
    }

    /** Whether this run is the one on TimescaleDB. */
    public static boolean isTimescale() {
        return DatabaseServer.wanted().equals(DatabaseServer.TIMESCALEDB);
    }

    public String url() {
        return server.url(name);
    }

    public String username() {
        return server.username();
    }

    public String password() {
        return server.password();
    }

    /** Opens a new connection for each call; for a pool put one around {@link #url()}. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(url(), username(), password());
    }

    /** Drops the database; connections still open are cut. */
    @Override
    public void close() {
        server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
