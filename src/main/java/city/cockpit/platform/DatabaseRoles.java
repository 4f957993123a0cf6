package city.cockpit.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PasswordUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The two roles at the database: the owner makes the tables, at the start only; the application works with them. It may
 * read and write all tables of the owner, but to those with a trigger {@code append_only} it may only add. An
 * installation may do with one role for both; then nothing here has anything to do. See decision record 0020.
 */
final class DatabaseRoles {

    private static final Logger log = LoggerFactory.getLogger(DatabaseRoles.class);

    private static final List<String> WRITING = List.of("SELECT", "INSERT", "UPDATE", "DELETE");
    private static final List<String> ADDING = List.of("SELECT", "INSERT");

    /** Several nodes may start at once, and PostgreSQL lets only one at a time change the rights to a table. */
    private static final long LOCK = 0x636f636b706974L;

    private record Table(String name, boolean appendOnly) {}

    private DatabaseRoles() {}

    /**
     * Makes the application's role where the settings name one that the server does not have, if the owner may.
     *
     * @throws StartRefusedException the owner could not hand over tables to the application
     */
    static void prepare(DataSource owner, @Nullable String application, @Nullable String password) {
        if (application == null || password == null) return;
        try (var connection = owner.getConnection()) {
            if (canMake(connection, application)) {
                make(connection, new DatabaseLogin(application, password));
                becomeMember(connection, application);
                log.info("Made the role {} for the application at the database", application);
            }
            checkMembership(connection, application);
        } catch (SQLException e) {
            throw new StartRefusedException(
                    "The role of the application cannot be made at the database: %s (check spring.datasource.username and spring.flyway.user)."
                            .formatted(Sentence.of(e)),
                    e);
        }
    }

    /** Makes a role that may sign in and nothing else. */
    static void make(Connection owner, DatabaseLogin application) throws SQLException {
        setPassword(owner, "CREATE ROLE %s LOGIN PASSWORD %s", application);
    }

    static void setPassword(Connection owner, DatabaseLogin application) throws SQLException {
        setPassword(owner, "ALTER ROLE %s PASSWORD %s", application);
    }

    /** Hashed here: the statement may come into a log of the server. */
    private static void setPassword(Connection owner, String change, DatabaseLogin application) throws SQLException {
        var hash = PasswordUtil.encodeScramSha256(application.password().toCharArray());
        try (var statement = owner.createStatement()) {
            statement.execute(change.formatted(quoted(application.username()), statement.enquoteLiteral(hash)));
        }
    }

    /** Gives the application what it needs and takes what it must not have. Changes nothing where all is as it should be. */
    static void grant(DataSource owner, DataSource application, String tableOfMigrations) {
        var name = currentUser(application);
        if (name.equals(currentUser(owner))) return;
        var sql = JdbcClient.create(owner);
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(status -> {
            sql.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, n) -> true)
                    .list();
            grantSchema(sql, name);
            tablesOfTheOwner(sql, tableOfMigrations).forEach(table -> grant(sql, table, name));
        });
    }

    private static void grantSchema(JdbcClient sql, String application) {
        sql.sql("""
                        SELECT format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), :application)
                         WHERE NOT has_schema_privilege(:application, current_schema(), 'USAGE')""")
                .param("application", application)
                .query((row, n) -> row.getString(1))
                .list()
                .forEach(grant -> sql.sql(grant).update());
    }

    private static List<Table> tablesOfTheOwner(JdbcClient sql, String tableOfMigrations) {
        return sql.sql("""
                        SELECT format('%I.%I', n.nspname, c.relname) AS name,
                               EXISTS (SELECT FROM pg_trigger t
                                        WHERE t.tgrelid = c.oid AND t.tgname = 'append_only') AS append_only
                          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE n.nspname = current_schema() AND pg_get_userbyid(c.relowner) = current_user
                           AND c.relkind IN ('r', 'p', 'v') AND c.relname <> :migrations
                         ORDER BY 1""")
                .param("migrations", tableOfMigrations)
                .query((row, n) -> new Table(row.getString("name"), row.getBoolean("append_only")))
                .list();
    }

    private static void grant(JdbcClient sql, Table table, String application) {
        var role = quoted(application);
        if (table.appendOnly() && has(sql, table, application, "UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER"))
            sql.sql("REVOKE ALL ON %s FROM %s".formatted(table.name(), role)).update();
        var wanted = table.appendOnly() ? ADDING : WRITING;
        if (!wanted.stream().allMatch(privilege -> has(sql, table, application, privilege)))
            sql.sql("GRANT %s ON %s TO %s".formatted(String.join(", ", wanted), table.name(), role))
                    .update();
    }

    /** Whether the role has one of the privileges. */
    private static boolean has(JdbcClient sql, Table table, String application, String privileges) {
        return sql.sql("SELECT has_table_privilege(:application, :table, :privileges)")
                .param("application", application)
                .param("table", table.name())
                .param("privileges", privileges)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String currentUser(DataSource connections) {
        return JdbcClient.create(connections)
                .sql("SELECT current_user")
                .query((row, n) -> row.getString(1))
                .single();
    }

    private static boolean canMake(Connection connection, String application) throws SQLException {
        return isTrue(connection, """
                        SELECT rolsuper OR rolcreaterole FROM pg_roles
                         WHERE rolname = current_user
                           AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)""", application);
    }

    private static void becomeMember(Connection connection, String application) throws SQLException {
        if (isMember(connection, application)) return;
        try (var statement = connection.createStatement()) {
            statement.execute("GRANT " + quoted(application) + " TO CURRENT_USER");
        }
    }

    private static void checkMembership(Connection connection, String application) throws SQLException {
        var owner = connection.getMetaData().getUserName();
        if (isMember(connection, application)) return;
        throw new StartRefusedException(
                "The database user '%s' must be a member of '%s' to hand over tables to it: let an administrator of the database run GRANT %s TO %s."
                        .formatted(owner, application, quoted(application), quoted(owner)));
    }

    /** A role that does not exist is told by whoever tries to sign in with it. */
    private static boolean isMember(Connection connection, String application) throws SQLException {
        return isTrue(connection, """
                        SELECT coalesce(bool_and(pg_has_role(current_user, rolname, 'USAGE')), true)
                          FROM pg_roles WHERE rolname = ?""", application);
    }

    private static boolean isTrue(Connection connection, String question, String application) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, application);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
