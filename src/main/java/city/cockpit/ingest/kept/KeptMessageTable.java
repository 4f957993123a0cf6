package city.cockpit.ingest.kept;

import static java.time.ZoneOffset.UTC;

import city.cockpit.ingest.Printable;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.kept.Plan.Copy;
import city.cockpit.ingest.kept.Plan.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code refusal_group}, {@code kept_message} and {@code refusal}. Blocks; any thread. */
@Repository
class KeptMessageTable {

    private static final int LONGEST_TOPIC = 1_000;

    /** What a row costs beside its payload, about. */
    private static final int ROW_BYTES = 500;

    /** Of several nodes one looks at the limits. */
    private static final int LOCK_OF_TRIMMING = 0x6b657074;

    private static final String GROUPS = """
            INSERT INTO refusal_group AS g
                   (reason, sender, detail, first_at, last_at, messages, readings, connection, topic)
            SELECT * FROM unnest(:reasons, :senders, :details, :firsts, :lasts, :messages, :readings, :connections, :topics)
                ON CONFLICT (reason, sender, detail) DO UPDATE
               SET first_at = least(g.first_at, excluded.first_at),
                   last_at = greatest(g.last_at, excluded.last_at),
                   messages = g.messages + excluded.messages,
                   readings = g.readings + excluded.readings,
                   connection = CASE WHEN excluded.last_at < g.last_at THEN g.connection ELSE excluded.connection END,
                   topic = CASE WHEN excluded.last_at < g.last_at THEN g.topic ELSE excluded.topic END""";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final KeptSettings settings;

    KeptMessageTable(JdbcClient sql, TransactionTemplate transaction, KeptSettings settings) {
        this.sql = sql;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** Writes the plan with one statement; with a few more if copies are among it that were run again. */
    void write(Plan plan) {
        if (plan.again().isEmpty()) add(plan, plan.refusals());
        else
            transaction.executeWithoutResult(status -> {
                unlink(plan.again());
                add(plan, plan.refusalsWithout(release(plan.again())));
                removeEmptyGroups();
            });
    }

    /** Gives back what was taken to be run again; the answer is what somebody deleted meanwhile. */
    private Set<UUID> release(List<UUID> again) {
        var gone = new HashSet<>(again);
        sql.sql("UPDATE kept_message SET claimed_until = NULL WHERE id = ANY(:ids) RETURNING id")
                .param("ids", uuids(again))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .forEach(gone::remove);
        return gone;
    }

    private void add(Plan plan, List<Refusal> refusals) {
        groups("WITH chosen AS (" + GROUPS + """

                RETURNING id, reason, sender, detail),
                copies AS (
                    INSERT INTO kept_message
                           (id, arrived_at, connection, topic, qos, retained, payload, payload_bytes, inbox)
                    SELECT *
                      FROM unnest(:ids, :arrivals, :ways, :copyTopics, :qos, :retained, :payloads, :sizes, :inbox)
                        ON CONFLICT DO NOTHING)
                INSERT INTO refusal (message_id, group_id, detail, readings)
                SELECT given.message_id, chosen.id, given.said, given.readings
                  FROM unnest(:refused, :whys, :whose, :gists, :said, :each)
                       AS given (message_id, reason, sender, detail, said, readings)
                  JOIN chosen USING (reason, sender, detail)
                    ON CONFLICT DO NOTHING""", plan.groups())
                .param("ids", uuids(plan.copies(), Copy::id))
                .param(
                        "arrivals",
                        array(
                                "timestamptz",
                                plan.copies(),
                                copy -> copy.message().arrivedAt().toString()))
                .param(
                        "ways",
                        array(
                                "text",
                                plan.copies(),
                                copy -> shown(copy.message().connection())))
                .param(
                        "copyTopics",
                        array(
                                "text",
                                plan.copies(),
                                copy -> shown(copy.message().topic())))
                .param("qos", array("int2", plan.copies(), copy ->
                        (short) copy.message().qos()))
                .param(
                        "retained",
                        array("bool", plan.copies(), copy -> copy.message().retained()))
                .param("payloads", payloads(plan.copies()))
                .param(
                        "sizes",
                        array("int4", plan.copies(), copy -> copy.message().payload().length))
                .param("inbox", array("bool", plan.copies(), Copy::inbox))
                .param("refused", uuids(refusals, Refusal::message))
                .param(
                        "whys",
                        array(
                                "text",
                                refusals,
                                refusal -> refusal.group().reason().name()))
                .param(
                        "whose",
                        array("text", refusals, refusal -> refusal.group().sender()))
                .param(
                        "gists",
                        array("text", refusals, refusal -> refusal.group().detail()))
                .param("said", array("text", refusals, Refusal::detail))
                .param("each", array("int4", refusals, Refusal::readings))
                .update();
    }

    /** Adds to the counters of groups. */
    void count(SequencedMap<GroupKey, Tally> counted) {
        groups(GROUPS, counted).update();
    }

    private JdbcClient.StatementSpec groups(String statement, SequencedMap<GroupKey, Tally> groups) {
        var keys = groups.sequencedKeySet();
        var tallies = groups.sequencedValues();
        return sql.sql(statement)
                .param("reasons", array("text", keys, key -> key.reason().name()))
                .param("senders", array("text", keys, GroupKey::sender))
                .param("details", array("text", keys, GroupKey::detail))
                .param(
                        "firsts",
                        array("timestamptz", tallies, tally -> tally.firstAt().toString()))
                .param(
                        "lasts",
                        array("timestamptz", tallies, tally -> tally.lastAt().toString()))
                .param("messages", array("int8", tallies, Tally::messages))
                .param("readings", array("int8", tallies, Tally::readings))
                .param("connections", array("text", tallies, tally -> shown(tally.connection())))
                .param("topics", array("text", tallies, tally -> shown(tally.topic())));
    }

    /** Every group, the one with the newest message first. */
    List<RefusalGroup> listGroups() {
        return sql.sql("""
                        SELECT id, reason, sender, g.detail, first_at, last_at, messages, g.readings, connection, topic,
                               count(r.message_id) AS kept
                          FROM refusal_group g LEFT JOIN refusal r ON r.group_id = g.id
                         GROUP BY g.id
                         ORDER BY last_at DESC, id""").query((row, n) -> group(row)).list();
    }

    /** The newest messages of a group, newest first. */
    List<KeptMessage> listNewest(long group, int limit) {
        return sql.sql("""
                        SELECT m.id, arrived_at, connection, topic, qos, retained, payload, payload_bytes, r.detail
                          FROM refusal r JOIN kept_message m ON m.id = r.message_id
                         WHERE r.group_id = :group
                         ORDER BY arrived_at DESC, m.id LIMIT :limit""")
                .param("group", group)
                .param("limit", limit)
                .query((row, n) -> message(row))
                .list();
    }

    /** The messages of some groups that nobody runs again, in the order in which they arrived. */
    List<UUID> listMessages(Collection<Long> groups) {
        return sql.sql("""
                        SELECT id FROM kept_message
                         WHERE id IN (SELECT message_id FROM refusal WHERE group_id = ANY(:groups))
                           AND (claimed_until IS NULL OR claimed_until < now())
                         ORDER BY arrived_at, id""")
                .param("groups", array("int8", groups, Function.identity()))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Takes those of the messages that nobody else has taken, for two minutes; in the order in which they arrived. */
    List<KeptMessage> claim(List<UUID> messages) {
        return sql.sql("""
                        WITH free AS (
                            SELECT id FROM kept_message
                             WHERE id = ANY(:ids) AND (claimed_until IS NULL OR claimed_until < now())
                             ORDER BY id FOR UPDATE SKIP LOCKED),
                        taken AS (
                            UPDATE kept_message m SET claimed_until = now() + INTERVAL '2 minutes'
                              FROM free WHERE m.id = free.id
                            RETURNING m.id, arrived_at, connection, topic, qos, retained, payload, payload_bytes)
                        SELECT *, '' AS detail FROM taken ORDER BY arrived_at, id""")
                .param("ids", uuids(messages))
                .query((row, n) -> message(row))
                .list();
    }

    /** Keeps what was taken from being taken by others for another two minutes. */
    void claimOn(List<UUID> messages) {
        sql.sql("UPDATE kept_message SET claimed_until = now() + INTERVAL '2 minutes' WHERE id = ANY(:ids)")
                .param("ids", uuids(messages))
                .update();
    }

    /** Forgets messages; their groups count them no longer, and a group that counts nothing is gone. */
    int forget(List<UUID> messages) {
        if (messages.isEmpty()) return 0;
        return Optional.ofNullable(transaction.execute(status -> {
                    unlink(messages);
                    var gone = sql.sql("DELETE FROM kept_message WHERE id = ANY(:ids)")
                            .param("ids", uuids(messages))
                            .update();
                    removeEmptyGroups();
                    return gone;
                }))
                .orElse(0);
    }

    /** Forgets groups with their counters, and the messages that belong to no other group. */
    int forgetGroups(Collection<Long> groups) {
        return Optional.ofNullable(transaction.execute(status -> {
                    sql.sql("DELETE FROM refusal_group WHERE id = ANY(:groups)")
                            .param("groups", array("int8", groups, Function.identity()))
                            .update();
                    return removeOrphans();
                }))
                .orElse(0);
    }

    private void unlink(List<UUID> messages) {
        sql.sql("""
                        WITH gone AS (
                            DELETE FROM refusal WHERE message_id = ANY(:ids) RETURNING group_id, readings),
                        sums AS (
                            SELECT group_id, count(*) AS messages, sum(readings) AS readings FROM gone GROUP BY group_id)
                        UPDATE refusal_group g
                           SET messages = g.messages - sums.messages, readings = g.readings - sums.readings
                          FROM sums WHERE g.id = sums.group_id""").param("ids", uuids(messages)).update();
    }

    private void removeEmptyGroups() {
        sql.sql("""
                        DELETE FROM refusal_group g
                         WHERE messages <= 0 AND NOT EXISTS (SELECT FROM refusal WHERE group_id = g.id)""").update();
    }

    private int removeOrphans() {
        return sql.sql("""
                        DELETE FROM kept_message m
                         WHERE NOT EXISTS (SELECT FROM refusal WHERE message_id = m.id)""").update();
    }

    /**
     * Brings everything back within its limits: what is too old goes; of too many messages each group keeps its newest, all
     * groups alike; of too many groups the newest stay and those with the most messages. What is run again at this moment
     * stays.
     */
    void trim(Instant now) {
        transaction.executeWithoutResult(status -> {
            if (!mayTrim()) return;
            removeSurplusMessages(now);
            removeSurplusGroups(now);
            removeOrphans();
        });
    }

    private boolean mayTrim() {
        return sql.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK_OF_TRIMMING)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private void removeSurplusMessages(Instant now) {
        sql.sql("""
                        WITH ranked AS (
                            SELECT message_id, row_number() OVER (PARTITION BY group_id ORDER BY arrived_at DESC, id) AS rank
                              FROM refusal JOIN kept_message ON id = message_id),
                        placed AS (
                            SELECT id, arrived_at, claimed_until, count(*) OVER line AS place,
                                   sum(payload_bytes + :row) OVER line AS bytes
                              FROM kept_message
                              JOIN (SELECT message_id, min(rank) AS rank FROM ranked GROUP BY message_id) best
                                ON id = message_id
                            WINDOW line AS (PARTITION BY inbox ORDER BY rank, arrived_at DESC, id))
                        DELETE FROM kept_message WHERE id IN (
                            SELECT id FROM placed
                             WHERE (place > :messages OR bytes > :bytes OR arrived_at < :oldest)
                               AND (claimed_until IS NULL OR claimed_until < now()))""")
                .param("row", ROW_BYTES)
                .param("messages", settings.messages())
                .param("bytes", settings.size().toBytes())
                .param("oldest", now.minus(settings.age()).atOffset(UTC))
                .update();
    }

    private void removeSurplusGroups(Instant now) {
        sql.sql("""
                        DELETE FROM refusal_group WHERE id IN (
                            SELECT id FROM (
                                SELECT id, last_at, sender,
                                       row_number() OVER (PARTITION BY reason = :inbox ORDER BY last_at DESC, id) AS newest,
                                       row_number() OVER (PARTITION BY reason = :inbox
                                                              ORDER BY messages DESC, last_at DESC, id) AS loudest
                                  FROM refusal_group) placed
                             WHERE last_at < :oldest OR (newest > :half AND loudest > :half AND sender <> ''))""")
                .param("inbox", RejectReason.UNKNOWN_SENSOR.name())
                .param("half", settings.groups() / 2)
                .param("oldest", now.minus(settings.age()).atOffset(UTC))
                .update();
    }

    private static RefusalGroup group(ResultSet row) throws SQLException {
        return new RefusalGroup(
                row.getLong("id"),
                RejectReason.valueOf(row.getString("reason")),
                row.getString("sender"),
                row.getString("detail"),
                instant(row, "first_at"),
                instant(row, "last_at"),
                row.getLong("messages"),
                row.getLong("readings"),
                row.getInt("kept"),
                row.getString("connection"),
                row.getString("topic"));
    }

    private static KeptMessage message(ResultSet row) throws SQLException {
        return new KeptMessage(
                row.getObject("id", UUID.class),
                instant(row, "arrived_at"),
                row.getString("connection"),
                row.getString("topic"),
                row.getInt("qos"),
                row.getBoolean("retained"),
                new Payload(row.getBytes("payload")),
                row.getString("detail"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static SqlArrayValue uuids(Collection<UUID> ids) {
        return uuids(ids, Function.identity());
    }

    private static <T> SqlArrayValue uuids(Collection<T> rows, Function<T, UUID> column) {
        return array("uuid", rows, column);
    }

    /** A database keeps no NUL, and nobody reads the rest of a topic of 60,000 characters. */
    private static String shown(String text) {
        return Printable.line(text, LONGEST_TOPIC);
    }

    private static SqlArrayValue payloads(List<Copy> copies) {
        Object[] bytes = copies.stream().map(copy -> copy.message().payload()).toArray(byte[][]::new);
        return new SqlArrayValue("bytea", bytes);
    }

    private static <T> SqlArrayValue array(String type, Collection<T> rows, Function<? super T, ?> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
