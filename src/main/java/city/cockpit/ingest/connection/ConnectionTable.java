package city.cockpit.ingest.connection;

import static java.time.ZoneOffset.UTC;

import city.cockpit.ingest.TopicPattern;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code broker_connection}. */
@Repository
class ConnectionTable {

    private static final String ALL = """
            SELECT name, title, address, username, password, certificate, client_id, topics, share_group,
                   former_filters, format, zone, enabled, version
              FROM broker_connection
            """;

    private final JdbcClient sql;

    ConnectionTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Differs after every change of any connection. */
    record Mark(int connections, long newest) {}

    Mark mark() {
        return sql.sql("SELECT count(*), coalesce(max(version), 0) FROM broker_connection")
                .query((row, n) -> new Mark(row.getInt(1), row.getLong(2)))
                .single();
    }

    List<StoredConnection> list() {
        return sql.sql(ALL + " ORDER BY lower(title), name").query((row, n) -> connection(row)).list().stream()
                .toList();
    }

    Optional<StoredConnection> find(String name) {
        return sql.sql(ALL + " WHERE name = :name")
                .param("name", name)
                .query((row, n) -> connection(row))
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<StoredConnection> findToChange(String name) {
        return sql.sql(ALL + " WHERE name = :name FOR UPDATE")
                .param("name", name)
                .query((row, n) -> connection(row))
                .optional();
    }

    /** Returns false if the name is taken. */
    boolean add(String name, Wish wish, @Nullable String password, Instant now) {
        return with(wish, password, sql.sql("""
                        INSERT INTO broker_connection (name, title, address, username, password, certificate, client_id,
                                topics, share_group, former_filters, format, zone, enabled, changed_at)
                        VALUES (:name, :title, :address, :username, :password, :certificate, :clientId,
                                :topics, :group, '{}', :format, :zone, :enabled, :now) ON CONFLICT DO NOTHING"""))
                        .param("name", name)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void change(String name, Wish wish, @Nullable String password, List<String> formerFilters, Instant now) {
        with(wish, password, sql.sql("""
                        UPDATE broker_connection
                           SET title = :title, address = :address, username = :username, password = :password,
                               certificate = :certificate, client_id = :clientId, topics = :topics,
                               share_group = :group, former_filters = :former, format = :format, zone = :zone,
                               enabled = :enabled, version = DEFAULT, changed_at = :now
                         WHERE name = :name"""))
                .param("name", name)
                .param("former", formerFilters.toArray(String[]::new))
                .param("now", now.atOffset(UTC))
                .update();
    }

    private static StatementSpec with(Wish wish, @Nullable String password, StatementSpec statement) {
        return statement
                .param("title", wish.title())
                .param("address", wish.address())
                .param("username", wish.username())
                .param("password", password, Types.VARCHAR)
                .param("certificate", wish.certificate())
                .param("clientId", wish.clientId())
                .param(
                        "topics",
                        wish.topics().stream().map(TopicPattern::toString).toArray(String[]::new))
                .param("group", wish.group())
                .param("format", wish.format())
                .param("zone", wish.zone().map(ZoneId::getId).orElse(""))
                .param("enabled", wish.enabled());
    }

    boolean remove(String name) {
        return sql.sql("DELETE FROM broker_connection WHERE name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }

    private static StoredConnection connection(ResultSet row) throws SQLException {
        var wish = new Wish(
                row.getString("title"),
                row.getString("address"),
                row.getString("username"),
                new Wish.Password.Kept(),
                row.getString("certificate"),
                row.getString("client_id"),
                texts(row.getArray("topics")).map(TopicPattern::new).toList(),
                row.getString("share_group"),
                row.getString("format"),
                zone(row.getString("zone")),
                row.getBoolean("enabled"));
        var password = Optional.ofNullable(row.getString("password"));
        return new StoredConnection(
                new Connection(row.getString("name"), wish, password.isPresent(), row.getLong("version")),
                password,
                texts(row.getArray("former_filters")).toList());
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray());
    }

    private static Optional<ZoneId> zone(String id) {
        if (id.isEmpty()) return Optional.empty();
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            // Another version of Java knew it.
            return Optional.empty();
        }
    }
}
