package city.cockpit.harness;

import city.cockpit.platform.DatabaseLogin;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A fresh, empty database on the server that {@code -Dcockpit.test.database} names: {@code embedded} (the default) or
 * {@code timescaledb}. The server starts with the first database and ends with the JVM. On TimescaleDB the extension is
 * available but not yet created. It belongs to a role that may do everything in it and nothing elsewhere, and is made for
 * an application with a role of its own, which may do what it is granted.
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
        server.execute("CREATE DATABASE %s OWNER %s TEMPLATE template0"
                .formatted(database.name, database.owner().username()));
        return database;
    }

    /** Whether this run is the one on TimescaleDB. */
    public static boolean isTimescale() {
        return DatabaseServer.wanted().equals(DatabaseServer.TIMESCALEDB);
    }

    public String url() {
        return server.url(name);
    }

    /** The role that makes the tables. */
    public DatabaseLogin owner() {
        return DatabaseServer.OWNER;
    }

    /** The role that works with them. */
    public DatabaseLogin application() {
        return DatabaseServer.APPLICATION;
    }

    /** Who may do everything on the server. */
    public DatabaseLogin administrator() {
        return server.administrator();
    }

    /** The owner opens a new connection for each call; for a pool put one around {@link #url()}. */
    public DataSource dataSource() {
        return dataSource(owner());
    }

    /** That role opens a new connection for each call, and says as the cockpit does that it marks what it stores. */
    public DataSource dataSource(DatabaseLogin login) {
        var connections = new DriverManagerDataSource(url(), login.username(), login.password());
        var says = new Properties();
        says.setProperty("options", "-c cockpit.marks=on");
        connections.setConnectionProperties(says);
        return connections;
    }

    /** An administrator of the server does this, connected to another database. */
    public void inMaintenance(String statement) {
        server.execute(statement);
    }

    /** Takes no connections any more and cuts those that are open, until it {@linkplain #comeBack comes back}. */
    public void goAway() {
        inMaintenance("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(name));
        inMaintenance("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(name));
    }

    public void comeBack() {
        inMaintenance("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(name));
    }

    /** Drops the database; connections still open are cut. */
    @Override
    public void close() {
        server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
