package city.cockpit.alerts;

import static java.time.ZoneOffset.UTC;
import static java.util.function.Predicate.not;

import city.cockpit.faults.FaultReported;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Severity;
import city.cockpit.measurement.TownSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * What is to be told, in the table {@code alert_message}: written in the transaction that finds the incident, taken by
 * whichever node comes first, and kept until it was told. Blocks; any thread. See decision record 0057.
 */
@Repository
class AlertOutbox {

    /** Whoever cannot be reached for that long is not told any more; the list of incidents has it all. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final int AT_ONCE = 200;

    /** The kind of news of a report. */
    private static final String REPORTED = "REPORTED";

    private final JdbcClient sql;
    private final TownSource town;

    AlertOutbox(JdbcClient sql, TownSource town) {
        this.sql = sql;
        this.town = town;
    }

    /**
     * Something to tell.
     *
     * @param attempts with this one
     */
    record Letter(long id, String recipient, Matter matter, Instant madeAt, int attempts) {}

    /** What a letter is about. */
    sealed interface Matter {

        record OfIncident(long incident, IncidentEvent.Kind kind) implements Matter {}

        record OfReport(FaultReported report) implements Matter {}
    }

    /** Tells of a report whoever hears of notices. */
    void reported(FaultReported report, Instant now) {
        sql.sql("""
                        INSERT INTO alert_message (recipient, report_id, report_topic, report_site, kind, made_at, due_at)
                        SELECT name, :report, :topic, :site, :kind, :now, CASE WHEN is_digest THEN :hour ELSE :now END
                          FROM alert_recipient WHERE is_on AND least = :least""")
                .param("report", report.id())
                .param("topic", report.topic().map(Domain::name).orElse(""))
                .param("site", report.site().orElse(""))
                .param("kind", REPORTED)
                .param("least", Severity.NOTICE.name())
                .param("now", now.atOffset(UTC))
                .param("hour", nextHour(now).atOffset(UTC))
                .update();
    }

    /** Tells of an incident whoever wants to know and was not told of it yet. */
    void raised(long incident, Rule rule, Instant now) {
        sql.sql("""
                        INSERT INTO alert_message (recipient, incident_id, kind, made_at, due_at)
                        SELECT name, :incident, 'RAISED', :now,
                               greatest(:due, CASE WHEN is_digest THEN :hour ELSE :now END)
                          FROM alert_recipient
                         WHERE is_on AND (CASE WHEN :anybody THEN least = ANY (:least) ELSE name = ANY (:names) END)
                           AND NOT EXISTS (SELECT FROM alert_message m
                                            WHERE m.recipient = name AND m.incident_id = :incident AND m.kind = 'RAISED')""")
                .param("incident", incident)
                .param("now", now.atOffset(UTC))
                .param("due", afterQuietHours(rule, now).atOffset(UTC))
                .param("hour", nextHour(now).atOffset(UTC))
                .param("anybody", rule.recipients().isEmpty())
                .param(
                        "least",
                        texts(Stream.of(Severity.values())
                                .filter(one -> one.compareTo(rule.severity()) <= 0)
                                .map(Severity::name)))
                .param("names", texts(rule.recipients().stream()))
                .update();
    }

    private Instant afterQuietHours(Rule rule, Instant now) {
        var local = now.atZone(town.town().zone());
        return rule.quietHours()
                .filter(quiet -> quiet.contains(local.toLocalTime()))
                .map(quiet -> local.with(quiet.until()))
                .map(end -> end.isAfter(local) ? end : end.plusDays(1))
                .map(end -> end.toInstant())
                .orElse(now);
    }

    /** Tells those who were, or will be, told of the incident what became of it. */
    void became(long incident, IncidentEvent.Kind kind, Instant now) {
        sql.sql("""
                        INSERT INTO alert_message (recipient, incident_id, kind, made_at, due_at)
                        SELECT recipient, :incident, :kind, :now,
                               greatest(max(m.due_at), CASE WHEN bool_or(r.is_digest) THEN :hour ELSE :now END)
                          FROM alert_message m JOIN alert_recipient r ON r.name = m.recipient
                         WHERE m.incident_id = :incident AND m.kind = 'RAISED' AND m.state <> 'FAILED'
                         GROUP BY recipient""")
                .param("incident", incident)
                .param("kind", kind.name())
                .param("now", now.atOffset(UTC))
                .param("hour", nextHour(now).atOffset(UTC))
                .update();
    }

    /**
     * It is more severe now, by another rule: whoever knows of it is told so, whoever is to be told of either rule and was not
     * yet is told of it as it is now.
     */
    void rose(long incident, Rule before, Rule now, Instant at) {
        hold(incident);
        raised(incident, now, at);
        raised(incident, before, at);
        sql.sql("""
                        INSERT INTO alert_message (recipient, incident_id, kind, made_at, due_at)
                        SELECT recipient, :incident, 'ROSE', :now,
                               greatest(:due, CASE WHEN bool_or(r.is_digest) THEN :hour ELSE :now END)
                          FROM alert_message m JOIN alert_recipient r ON r.name = m.recipient
                         WHERE m.incident_id = :incident AND m.kind = 'RAISED' AND m.state = 'SENT'
                         GROUP BY recipient""")
                .param("incident", incident)
                .param("now", at.atOffset(UTC))
                .param("due", afterQuietHours(now, at).atOffset(UTC))
                .param("hour", nextHour(at).atOffset(UTC))
                .update();
    }

    private static Instant nextHour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    /** Nobody is told now that it began or goes on who has not been told yet. */
    void hold(long incident) {
        sql.sql("""
                        DELETE FROM alert_message
                         WHERE incident_id = :incident AND state = 'WAITING' AND kind IN ('RAISED', 'ROSE', 'RETURNED')""").param("incident", incident).update();
    }

    /** Takes what is due; it is due again after a while, unless it is said to be sent or given up. */
    List<Letter> take(Instant now) {
        return sql
                .sql("""
                        UPDATE alert_message AS m
                           SET attempts = attempts + 1,
                               due_at = :now + least(INTERVAL '30 seconds' * (2 ^ least(attempts, 10)), INTERVAL '1 hour')
                         WHERE id IN (SELECT m.id FROM alert_message m JOIN alert_recipient r ON r.name = m.recipient
                                       WHERE m.state = 'WAITING' AND m.due_at <= :now AND r.is_on
                                       ORDER BY m.due_at, m.id LIMIT :most FOR UPDATE OF m SKIP LOCKED)
                        RETURNING id, recipient, incident_id, report_id, report_topic, report_site, kind, made_at, attempts""")
                .param("now", now.atOffset(UTC))
                .param("most", AT_ONCE)
                .query(AlertOutbox::letter)
                .list()
                .stream()
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
    }

    private static Letter letter(ResultSet row, int n) throws SQLException {
        return new Letter(
                row.getLong("id"),
                row.getString("recipient"),
                matter(row),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static Matter matter(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return kind.equals(REPORTED)
                ? new Matter.OfReport(new FaultReported(
                        row.getLong("report_id"),
                        Optional.of(row.getString("report_topic"))
                                .filter(not(String::isEmpty))
                                .map(Domain::valueOf),
                        Optional.of(row.getString("report_site")).filter(not(String::isEmpty))))
                : new Matter.OfIncident(row.getLong("incident_id"), IncidentEvent.Kind.valueOf(kind));
    }

    void sent(List<Letter> letters, Instant now) {
        sql.sql("UPDATE alert_message SET state = 'SENT', sent_at = :now, last_failure = '' WHERE id = ANY (:ids)")
                .param("now", now.atOffset(UTC))
                .param(
                        "ids",
                        new SqlArrayValue(
                                "int8", letters.stream().map(Letter::id).toArray()))
                .update();
    }

    /** It will be tried again, unless it has been for too long. */
    void failed(List<Letter> letters, Untold why, Instant now) {
        sql.sql("""
                        UPDATE alert_message SET last_failure = :why,
                               state = CASE WHEN made_at < :oldest THEN 'FAILED' ELSE state END
                         WHERE id = ANY (:ids)""")
                .param("why", why.text())
                .param("oldest", now.minus(PATIENCE).atOffset(UTC))
                .param(
                        "ids",
                        new SqlArrayValue(
                                "int8", letters.stream().map(Letter::id).toArray()))
                .update();
    }

    /** How it stands with what each is to be told: how much waits, and why. */
    List<Standing> listStandings() {
        return sql.sql("""
                        SELECT recipient, count(*) FILTER (WHERE state = 'WAITING') AS waiting, max(sent_at) AS sent,
                               (array_agg(last_failure ORDER BY id DESC) FILTER (WHERE last_failure <> ''))[1] AS failure
                          FROM alert_message GROUP BY recipient""")
                .query((row, n) -> new Standing(
                        row.getString("recipient"),
                        row.getLong("waiting"),
                        Optional.ofNullable(row.getObject("sent", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getString("failure")).map(Untold::parse)))
                .list();
    }

    /**
     * @param waiting what is not told yet
     * @param sentAt when they were told something last
     * @param failure why the newest that was not told was not
     */
    record Standing(String recipient, long waiting, Optional<Instant> sentAt, Optional<Untold> failure) {}

    private static SqlArrayValue texts(Stream<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }
}
