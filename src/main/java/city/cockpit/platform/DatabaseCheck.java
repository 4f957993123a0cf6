package city.cockpit.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Looks at the database before its tables are made, so that what is wrong with it is said in a sentence. */
final class DatabaseCheck {

    private static final int OLDEST_MAJOR_VERSION = 15;

    /** Class of the SQL states that say who may not come in. */
    private static final String AUTHORIZATION = "28";

    private DatabaseCheck() {}

    /** @throws StartRefusedException if the tables of the cockpit cannot be made in this database */
    static void checkOwner(DataSource database, Environment settings) {
        var login = StringUtils.hasText(settings.getProperty("spring.flyway.user"))
                ? "spring.flyway.user and spring.flyway.password"
                : "spring.datasource.username and spring.datasource.password";
        try (var connection = database.getConnection()) {
            checkVersion(connection);
            checkRights(connection, login.replaceFirst(" .*", ""));
        } catch (SQLException e) {
            throw new StartRefusedException(explain(e, login), e);
        }
    }

    /** @throws StartRefusedException if the cockpit cannot get into this database */
    static void checkApplication(DataSource database) {
        try (var connection = database.getConnection()) {
            checkVersion(connection);
        } catch (SQLException e) {
            throw new StartRefusedException(explain(e, "spring.datasource.username and spring.datasource.password"), e);
        }
    }

    private static void checkVersion(Connection connection) throws SQLException {
        var server = connection.getMetaData();
        checkVersion(
                server.getDatabaseProductName(), server.getDatabaseMajorVersion(), server.getDatabaseProductVersion());
    }

    static void checkVersion(String product, int majorVersion, String version) {
        if (!product.equals("PostgreSQL") || majorVersion < OLDEST_MAJOR_VERSION)
            throw new StartRefusedException(
                    "The cockpit needs PostgreSQL %d or newer, but spring.datasource.url leads to %s %s."
                            .formatted(OLDEST_MAJOR_VERSION, product, version));
    }

    private static void checkRights(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT current_user, current_database(), current_schema(),
                               coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)""")) {
            row.next();
            if (!row.getBoolean(4))
                throw new StartRefusedException(
                        "The database user '%s' may not create tables in the database '%s': grant it CREATE on the schema %s, or name another user in %s."
                                .formatted(row.getString(1), row.getString(2), nameOf(row.getString(3)), setting));
        }
    }

    private static String nameOf(@Nullable String schema) {
        return schema == null ? "that it should use" : schema;
    }

    private static String explain(SQLException problem, String login) {
        var state = problem.getSQLState();
        var setting = state != null && state.startsWith(AUTHORIZATION) ? login : "spring.datasource.url";
        return "The database cannot be used: %s (check %s).".formatted(Sentence.of(problem), setting);
    }
}
