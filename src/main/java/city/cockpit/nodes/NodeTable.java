package city.cockpit.nodes;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nodes and their secret in the database. Every method blocks; any thread. */
final class NodeTable {

    private static final long GOODBYE = -1;

    private final JdbcClient sql;

    NodeTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A node as it stands in the table.
     *
     * @param clientId its session at the broker
     * @param topics what it listens to there, one filter in a line
     * @param life made anew at every start
     * @param beats grows while it lives
     * @param heir life of the node that fetches its messages meanwhile
     * @param isLongAway whether it gave no sign of life for a day
     */
    record Node(String clientId, String topics, UUID life, long beats, Optional<UUID> heir, boolean isLongAway) {

        static final String BETWEEN = "\n";

        /** One that begins its life. */
        Node(String clientId, String topics) {
            this(clientId, topics, UUID.randomUUID(), 0, Optional.empty(), false);
        }

        /** Whether it has said that it goes. */
        boolean isGone() {
            return beats == GOODBYE;
        }
    }

    /**
     * A node and when it was there, by the clock of the database.
     *
     * @param since when its life began
     * @param seenAt when it gave its last sign of life
     */
    record Listed(Node node, Instant since, Instant seenAt) {}

    /** What all nodes share; made at the first call of the first of them. */
    byte[] secret() {
        var proposed = new byte[Seal.SECRET_BYTES];
        new SecureRandom().nextBytes(proposed);
        sql.sql("INSERT INTO node_secret (secret) VALUES (:proposed) ON CONFLICT DO NOTHING")
                .param("proposed", proposed)
                .update();
        return sql.sql("SELECT secret FROM node_secret")
                .query((row, n) -> row.getBytes("secret"))
                .single();
    }

    /** A node begins its life, whoever had its client id before. */
    void begin(Node node) {
        sql.sql("""
                        INSERT INTO node (client_id, topics, life) VALUES (:clientId, :topics, :life)
                            ON CONFLICT (client_id) DO UPDATE
                           SET topics = excluded.topics, life = excluded.life, beats = 0, heir = NULL,
                               seen_at = now(), since = now()""")
                .param("clientId", node.clientId())
                .param("topics", node.topics())
                .param("life", node.life())
                .update();
    }

    /** A node is still there. */
    void beat(UUID life) {
        sql.sql("UPDATE node SET beats = beats + 1, seen_at = now() WHERE life = :life")
                .param("life", life)
                .update();
    }

    /** A node ends in order: whoever is left may fetch its messages, and those that it fetched for others. */
    void leave(UUID life) {
        sql.sql("UPDATE node SET beats = :goodbye, seen_at = now() WHERE life = :life")
                .param("goodbye", GOODBYE)
                .param("life", life)
                .update();
        sql.sql("UPDATE node SET heir = NULL WHERE heir = :life")
                .param("life", life)
                .update();
    }

    /** All that are known, by client id. */
    List<Listed> list() {
        return sql.sql("""
                        SELECT client_id, topics, life, beats, heir, seen_at < now() - INTERVAL '1 day' AS long_away, since, seen_at
                          FROM node ORDER BY client_id""").query(NodeTable::listed).list();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                new Node(
                        row.getString("client_id"),
                        row.getString("topics"),
                        row.getObject("life", UUID.class),
                        row.getLong("beats"),
                        Optional.ofNullable(row.getObject("heir", UUID.class)),
                        row.getBoolean("long_away")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    /** Makes the node the heir of the other one, unless that has come back or somebody else was faster. */
    boolean inherit(Node absent, UUID heir) {
        return sql.sql("""
                        UPDATE node SET heir = :heir
                         WHERE client_id = :clientId AND life = :life AND beats = :beats
                           AND heir IS NOT DISTINCT FROM :former""")
                        .param("heir", heir)
                        .param("clientId", absent.clientId())
                        .param("life", absent.life())
                        .param("beats", absent.beats())
                        .param("former", absent.heir().orElse(null), Types.OTHER)
                        .update()
                == 1;
    }

    /** Strikes it from the table, unless it has come back. */
    boolean forget(Node absent) {
        return sql.sql("DELETE FROM node WHERE client_id = :clientId AND life = :life AND beats = :beats")
                        .param("clientId", absent.clientId())
                        .param("life", absent.life())
                        .param("beats", absent.beats())
                        .update()
                == 1;
    }
}
