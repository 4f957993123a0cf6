package city.cockpit.alerts;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import city.cockpit.alerts.Incident.Acknowledgement;
import city.cockpit.alerts.Incident.State;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.registry.rights.Gateways;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The tables {@code incident*}. */
@Repository
class IncidentTable implements IncidentBook {

    /** No page shows more open ones. */
    private static final int MOST_OPEN = 1_000;

    private static final String BREACHES =
            "SELECT id, incident_id, rule_key, rule_version, series_id, since, raised_at, ended_at, worst, worst_at FROM incident_breach ";

    private static final String MUTES = "SELECT id, rule_version, rule::text AS rule, is_muted FROM incident ";

    private static final String INCIDENTS = """
            SELECT id, rule_version, rule::text AS rule, since, raised_at, ended_at, worst, state, is_muted,
                   acknowledged_at, acknowledged_by, assigned_to FROM incident\s""";

    private final JdbcClient sql;
    private final SeriesCatalog catalog;
    private final Gateways gateways;
    private final RuleJson json;
    private final AlertOutbox outbox;

    IncidentTable(JdbcClient sql, SeriesCatalog catalog, Gateways gateways, RuleJson json, AlertOutbox outbox) {
        this.sql = sql;
        this.catalog = catalog;
        this.gateways = gateways;
        this.json = json;
        this.outbox = outbox;
    }

    @Override
    public List<Kept> listOf(Collection<Integer> series, Instant endedFrom) {
        return sql.sql(BREACHES + "WHERE series_id = ANY (:series) AND (ended_at IS NULL OR ended_at >= :from)")
                .param("series", array("int4", series.stream()))
                .param("from", endedFrom.atOffset(UTC))
                .query(IncidentTable::kept)
                .list();
    }

    @Override
    public List<Kept> listOpen() {
        return sql.sql(BREACHES + "WHERE ended_at IS NULL")
                .query(IncidentTable::kept)
                .list();
    }

    @Override
    public List<Kept> listOf(List<Rule> rules, Instant endedFrom) {
        return sql.sql(BREACHES + """
                        WHERE (rule_key, rule_version) IN (SELECT * FROM unnest(:keys, :versions))
                          AND (ended_at IS NULL OR ended_at >= :from)""")
                .param("keys", array("text", rules.stream().map(Rule::key)))
                .param("versions", array("int4", rules.stream().map(Rule::version)))
                .param("from", endedFrom.atOffset(UTC))
                .query(IncidentTable::kept)
                .list();
    }

    @Override
    public List<Kept> listOfIncidents(Collection<Long> incidents) {
        return sql.sql(BREACHES + "WHERE incident_id = ANY (:incidents)")
                .param("incidents", array("int8", incidents.stream()))
                .query(IncidentTable::kept)
                .list();
    }

    @Override
    public long open(Extent extent, Instant now) {
        var rule = extent.rule();
        var state = extent.endedAt().isPresent() ? State.RESOLVED : State.RAISED;
        var id = requireNonNull(sql.sql("""
                        INSERT INTO incident (rule_key, rule_version, rule, since, raised_at, ended_at, worst, state, found_at)
                        VALUES (:key, :version, :rule::jsonb, :since, :raised, :ended, :worst, :state, :now)
                        RETURNING id""")
                .param("key", rule.key())
                .param("version", rule.version())
                .param("rule", json.write(rule))
                .param("since", extent.since().atOffset(UTC))
                .param("raised", extent.raisedAt().atOffset(UTC))
                .param("ended", time(extent.endedAt()))
                .param("worst", number(extent.worst()))
                .param("state", state.name())
                .param("now", now.atOffset(UTC))
                .query((row, n) -> row.getLong(1))
                .single());
        tell(id, extent.raisedAt(), IncidentEvent.Kind.RAISED);
        extent.endedAt().ifPresent(end -> tell(id, end, IncidentEvent.Kind.RESOLVED));
        // What was found late and is over already needs nobody.
        if (state.isOpen()) outbox.raised(id, rule, now);
        return id;
    }

    @Override
    public void change(long incident, Extent extent, Instant now) {
        var before = before(incident);
        var rule = before.rule(extent);
        var hasRisen = rule.severity().compareTo(before.rule().severity()) > 0
                && extent.endedAt().isEmpty();
        var after = hasRisen
                ? State.RAISED
                : next(before.state(), before.isAcknowledged(), extent.endedAt().isPresent());
        sql.sql("""
                        UPDATE incident SET rule_key = :key, rule_version = :version, rule = :rule::jsonb,
                                            since = :since, raised_at = :raised, ended_at = :ended, worst = :worst,
                                            state = :state, changed_at = clock_timestamp(),
                                            acknowledged_at = CASE WHEN NOT :risen THEN acknowledged_at END,
                                            acknowledged_by = CASE WHEN NOT :risen THEN acknowledged_by END
                         WHERE id = :id""")
                .param("id", incident)
                .param("key", rule.key())
                .param("version", rule.version())
                .param("rule", json.write(rule))
                .param("risen", hasRisen)
                .param("since", extent.since().atOffset(UTC))
                .param("raised", extent.raisedAt().atOffset(UTC))
                .param("ended", time(extent.endedAt()))
                .param("worst", number(extent.worst()))
                .param("state", after.name())
                .update();
        if (before.state().isOpen() && after == State.RESOLVED) {
            tell(incident, extent.endedAt().orElse(now), IncidentEvent.Kind.RESOLVED);
            outbox.became(incident, IncidentEvent.Kind.RESOLVED, now);
        }
        if (hasRisen) {
            tell(
                    incident,
                    extent.severeAt(),
                    IncidentEvent.Kind.ROSE,
                    Optional.empty(),
                    rule.severity().name());
            outbox.rose(incident, before.rule(), rule, now);
        } else if (!before.state().isOpen() && after.isOpen()) {
            tell(incident, now, IncidentEvent.Kind.RETURNED);
            outbox.became(incident, IncidentEvent.Kind.RETURNED, now);
        }
    }

    /** What somebody closed stays closed. */
    private static State next(State before, boolean isAcknowledged, boolean isOver) {
        if (before == State.CLOSED) return before;
        if (isOver) return State.RESOLVED;
        return isAcknowledged ? State.ACKNOWLEDGED : State.RAISED;
    }

    private record Before(State state, boolean isAcknowledged, Rule rule) {

        /** What was broken stays the most severe, also when it is looked after no more; unless it turns out that it never was. */
        private Rule rule(Extent extent) {
            var isMilder = extent.rule().severity().compareTo(rule.severity()) <= 0;
            return isMilder && extent.broken().contains(RuleVersion.of(rule)) ? rule : extent.rule();
        }
    }

    private Before before(long incident) {
        return sql.sql(
                        "SELECT state, acknowledged_at, rule::text AS rule, rule_version FROM incident WHERE id = :id FOR UPDATE")
                .param("id", incident)
                .query((row, n) -> new Before(
                        State.valueOf(row.getString("state")),
                        row.getObject("acknowledged_at") != null,
                        json.read(row.getString("rule"), row.getInt("rule_version"))))
                .single();
    }

    @Override
    public void end(Kept breach, Instant now) {
        update(List.of(new Kept(
                breach.id(),
                breach.incident(),
                breach.rule(),
                breach.version(),
                breach.series(),
                breach.breach().endedAt(now))));
        var isLast = sql.sql("SELECT count(*) = 0 FROM incident_breach WHERE incident_id = :id AND ended_at IS NULL")
                .param("id", breach.incident())
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (!isLast) return;
        var ended = sql.sql("""
                        UPDATE incident SET ended_at = :now, changed_at = clock_timestamp(),
                               state = CASE state WHEN 'CLOSED' THEN state ELSE 'RESOLVED' END
                         WHERE id = :id AND ended_at IS NULL""")
                .param("id", breach.incident())
                .param("now", now.atOffset(UTC))
                .update();
        if (ended == 0) return;
        tell(breach.incident(), now, IncidentEvent.Kind.RESOLVED);
        outbox.became(breach.incident(), IncidentEvent.Kind.RESOLVED, now);
    }

    @Override
    public void withdraw(Collection<Long> incidents, Instant now) {
        sql.sql("""
                        WITH gone AS (
                            UPDATE incident SET state = 'WITHDRAWN', changed_at = clock_timestamp(),
                                                ended_at = coalesce(ended_at, :now)
                             WHERE id = ANY (:ids) AND state <> 'WITHDRAWN' RETURNING id)
                        INSERT INTO incident_event (incident_id, at, kind) SELECT id, :now, 'WITHDRAWN' FROM gone""")
                .param("ids", array("int8", incidents.stream()))
                .param("now", now.atOffset(UTC))
                .update();
        for (var incident : incidents) outbox.became(incident, IncidentEvent.Kind.WITHDRAWN, now);
    }

    @Override
    public void add(long incident, List<Fresh> breaches) {
        sql.sql("""
                        INSERT INTO incident_breach (incident_id, rule_key, rule_version, series_id, since, raised_at,
                                                     ended_at, worst, worst_at)
                        SELECT :incident, rule_key, rule_version, series_id, since, raised_at, ended_at, worst, worst_at
                          FROM unnest(:keys, :versions, :series, :since, :raised, :ended, :worst, :worstAt)
                               AS given (rule_key, rule_version, series_id, since, raised_at, ended_at, worst, worst_at)""")
                .param("incident", incident)
                .param(
                        "keys",
                        array("text", breaches.stream().map(one -> one.rule().key())))
                .param(
                        "versions",
                        array("int4", breaches.stream().map(one -> one.rule().version())))
                .param("series", array("int4", breaches.stream().map(Fresh::series)))
                .params(values(breaches.stream().map(Fresh::breach).toList()))
                .update();
    }

    @Override
    public void update(Collection<Kept> breaches) {
        sql.sql("""
                        UPDATE incident_breach AS kept
                           SET incident_id = given.incident_id, since = given.since, raised_at = given.raised_at,
                               ended_at = given.ended_at, worst = given.worst, worst_at = given.worst_at
                          FROM unnest(:ids, :incidents, :since, :raised, :ended, :worst, :worstAt)
                               AS given (id, incident_id, since, raised_at, ended_at, worst, worst_at)
                         WHERE kept.id = given.id""")
                .param("ids", array("int8", breaches.stream().map(Kept::id)))
                .param("incidents", array("int8", breaches.stream().map(Kept::incident)))
                .params(values(breaches.stream().map(Kept::breach).toList()))
                .update();
    }

    private static Map<String, Object> values(List<Breach> breaches) {
        return Map.of(
                "since", times(breaches, one -> Optional.of(one.since())),
                "raised", times(breaches, one -> Optional.of(one.raisedAt())),
                "ended", times(breaches, Breach::endedAt),
                "worst", array("float8", breaches.stream().map(one -> number(one.worst()))),
                "worstAt", times(breaches, one -> Optional.of(one.worstAt())));
    }

    @Override
    public void remove(Collection<Long> breaches) {
        sql.sql("DELETE FROM incident_breach WHERE id = ANY (:ids)")
                .param("ids", array("int8", breaches.stream()))
                .update();
    }

    void tell(long incident, Instant at, IncidentEvent.Kind kind) {
        tell(incident, at, kind, Optional.empty(), "");
    }

    void tell(long incident, Instant at, IncidentEvent.Kind kind, Optional<String> actor, String comment) {
        sql.sql("""
                        INSERT INTO incident_event (incident_id, at, kind, actor, comment)
                        VALUES (:id, :at, :kind, :actor, :comment)""")
                .param("id", incident)
                .param("at", at.atOffset(UTC))
                .param("kind", kind.name())
                .param("actor", actor.orElse(null))
                .param("comment", comment)
                .update();
    }

    /** Returns whether it was open and nobody had seen it. */
    boolean acknowledge(long incident, String by, Instant now) {
        return sql.sql("""
                        UPDATE incident SET state = 'ACKNOWLEDGED', acknowledged_at = :now, acknowledged_by = :by,
                                            changed_at = clock_timestamp()
                         WHERE id = :id AND state = 'RAISED'""")
                        .param("id", incident)
                        .param("now", now.atOffset(UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Returns whether it is open. */
    boolean assign(long incident, String to) {
        return sql.sql("""
                        UPDATE incident SET assigned_to = nullif(:to, ''), changed_at = clock_timestamp()
                         WHERE id = :id AND state IN ('RAISED', 'ACKNOWLEDGED')""").param("id", incident).param("to", to).update() == 1;
    }

    /** Returns whether it was open. */
    boolean close(long incident) {
        return sql.sql("""
                        UPDATE incident SET state = 'CLOSED', changed_at = clock_timestamp()
                         WHERE id = :id AND state IN ('RAISED', 'ACKNOWLEDGED')""").param("id", incident).update() == 1;
    }

    /** An incident that is marked as being worked on, or not. */
    record Mute(long id, Rule rule, boolean isMuted) {}

    /** The open ones. */
    List<Mute> listMutes() {
        return sql.sql(MUTES + "WHERE state IN ('RAISED', 'ACKNOWLEDGED')")
                .query(this::mute)
                .list();
    }

    /** Those that were raised in that time and are over. */
    List<Mute> listOver(Interval raised) {
        return sql.sql(MUTES
                        + "WHERE state NOT IN ('RAISED', 'ACKNOWLEDGED') AND raised_at >= :from AND raised_at < :to")
                .param("from", raised.from().atOffset(UTC))
                .param("to", raised.to().atOffset(UTC))
                .query(this::mute)
                .list();
    }

    private Mute mute(ResultSet row, int n) throws SQLException {
        return new Mute(
                row.getLong("id"),
                json.read(row.getString("rule"), row.getInt("rule_version")),
                row.getBoolean("is_muted"));
    }

    /** Returns whether that is new. */
    boolean mute(long incident, boolean isMuted) {
        return sql.sql("""
                        UPDATE incident SET is_muted = :muted, changed_at = clock_timestamp()
                         WHERE id = :id AND is_muted <> :muted""").param("id", incident).param("muted", isMuted).update() == 1;
    }

    /** Returns whether there is one. */
    boolean touch(long incident) {
        return sql.sql("UPDATE incident SET changed_at = clock_timestamp() WHERE id = :id")
                        .param("id", incident)
                        .update()
                == 1;
    }

    List<IncidentEvent> listEvents(long incident) {
        return sql.sql("SELECT at, kind, actor, comment FROM incident_event WHERE incident_id = :id ORDER BY at, id")
                .param("id", incident)
                .query((row, n) -> event(row))
                .list();
    }

    /** What became of each of them, oldest first; of those without any the key is missing. */
    Map<Long, List<IncidentEvent>> listEvents(Collection<Long> incidents) {
        return sql
                .sql("""
                        SELECT incident_id, at, kind, actor, comment FROM incident_event
                         WHERE incident_id = ANY (:ids) ORDER BY incident_id, at, id""")
                .param("ids", array("int8", incidents.stream()))
                .query((row, n) -> Map.entry(row.getLong("incident_id"), event(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static IncidentEvent event(ResultSet row) throws SQLException {
        return new IncidentEvent(
                instant(row, "at"),
                IncidentEvent.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("actor")),
                row.getString("comment"));
    }

    /** Those that were not over before the span and began before its end; what turned out to be nothing is left out. */
    List<Incident> listDuring(Interval span) {
        return incidents(sql.sql(INCIDENTS + """
                        WHERE raised_at < :to AND (ended_at IS NULL OR ended_at >= :from) AND state <> 'WITHDRAWN'
                          AND NOT (state = 'CLOSED' AND changed_at < :from)
                        ORDER BY raised_at DESC, id DESC LIMIT :most""")
                .param("from", span.from().atOffset(UTC))
                .param("to", span.to().atOffset(UTC))
                .param("most", MOST_OPEN)
                .query(this::row)
                .list());
    }

    Optional<Incident> find(long id) {
        return incidents(sql.sql(INCIDENTS + "WHERE id = :id")
                        .param("id", id)
                        .query(this::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** Newest first; open ones whenever they were raised, others from then on. */
    List<Incident> list(boolean openOnly, Instant from, int most) {
        return list(openOnly, from, Optional.empty(), most);
    }

    /** The same from the one on that follows that one. */
    List<Incident> listAfter(Incident last, boolean openOnly, Instant from, int most) {
        return list(openOnly, from, Optional.of(last), most);
    }

    private List<Incident> list(boolean openOnly, Instant from, Optional<Incident> last, int most) {
        return incidents(sql.sql(INCIDENTS + """
                        WHERE (state IN ('RAISED', 'ACKNOWLEDGED') OR (NOT :openOnly AND raised_at >= :from))
                          AND (raised_at, id) < (coalesce(:lastAt, TIMESTAMPTZ 'infinity'), :lastId)
                        ORDER BY raised_at DESC, id DESC LIMIT :most""")
                .param("openOnly", openOnly)
                .param("from", from.atOffset(UTC))
                .param("lastAt", time(last.map(Incident::raisedAt)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("lastId", last.map(Incident::id).orElse(Long.MAX_VALUE))
                .param("most", most)
                .query(this::row)
                .list());
    }

    /** The open ones, newest first. */
    List<Incident> listOpenIncidents() {
        return incidents(sql.sql(INCIDENTS
                        + "WHERE state IN ('RAISED', 'ACKNOWLEDGED') ORDER BY raised_at DESC, id LIMIT " + MOST_OPEN)
                .query(this::row)
                .list());
    }

    private record Row(
            long id,
            Rule rule,
            Instant since,
            Instant raisedAt,
            Optional<Instant> endedAt,
            OptionalDouble worst,
            State state,
            Optional<Acknowledgement> acknowledged,
            Optional<String> assignedTo,
            boolean isMuted) {

        private Incident with(List<Series> series, Optional<String> gateway) {
            return new Incident(
                    id,
                    rule,
                    series,
                    gateway,
                    since,
                    raisedAt,
                    endedAt,
                    worst,
                    state,
                    acknowledged,
                    assignedTo,
                    isMuted);
        }
    }

    private List<Incident> incidents(List<Row> rows) {
        if (rows.isEmpty()) return List.of();
        var byKey = new HashMap<Integer, Series>();
        for (var series : catalog.listSeries()) byKey.put(series.key(), series);
        var seriesOf = sql
                .sql("SELECT DISTINCT incident_id, series_id FROM incident_breach WHERE incident_id = ANY (:ids)")
                .param("ids", array("int8", rows.stream().map(Row::id)))
                .query((row, n) -> Map.entry(row.getLong(1), row.getInt(2)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return rows.stream()
                .map(row -> with(row, seriesOf.getOrDefault(row.id(), List.of()), byKey))
                .toList();
    }

    private Incident with(Row row, List<Integer> keys, Map<Integer, Series> byKey) {
        var series = keys.stream()
                .flatMap(key -> Stream.ofNullable(byKey.get(key)))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        return row.with(
                series, row.rule().condition() instanceof Condition.Silent ? gatewayOf(series) : Optional.empty());
    }

    /** By which all of several devices come. */
    private Optional<String> gatewayOf(List<Series> series) {
        var sensors = series.stream().map(one -> one.id().sensor()).distinct().toList();
        if (sensors.size() < 2) return Optional.empty();
        return gateways.listGateways().stream()
                .filter(gateway -> sensors.stream().allMatch(sensor -> gateways.speaksFor(gateway.name(), sensor)))
                .map(Gateways.Known::title)
                .findFirst();
    }

    private Row row(ResultSet row, int n) throws SQLException {
        var worst = row.getDouble("worst");
        var isKnown = !row.wasNull();
        var acknowledgedAt = findInstant(row, "acknowledged_at");
        var acknowledgedBy = Optional.ofNullable(row.getString("acknowledged_by"));
        return new Row(
                row.getLong("id"),
                json.read(row.getString("rule"), row.getInt("rule_version")),
                instant(row, "since"),
                instant(row, "raised_at"),
                findInstant(row, "ended_at"),
                isKnown ? OptionalDouble.of(worst) : OptionalDouble.empty(),
                State.valueOf(row.getString("state")),
                acknowledgedBy.flatMap(by -> acknowledgedAt.map(at -> new Acknowledgement(by, at))),
                Optional.ofNullable(row.getString("assigned_to")),
                row.getBoolean("is_muted"));
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        var worst = row.getDouble("worst");
        var isUnknown = row.wasNull();
        return new Kept(
                row.getLong("id"),
                row.getLong("incident_id"),
                row.getString("rule_key"),
                row.getInt("rule_version"),
                row.getInt("series_id"),
                new Breach(
                        instant(row, "since"),
                        instant(row, "raised_at"),
                        findInstant(row, "ended_at"),
                        isUnknown ? Double.NaN : worst,
                        instant(row, "worst_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return findInstant(row, column).orElseThrow();
    }

    private static Optional<Instant> findInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> time) {
        return time.map(known -> known.atOffset(UTC)).orElse(null);
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static SqlArrayValue array(String type, Stream<?> values) {
        return new SqlArrayValue(type, values.toArray());
    }

    private static <T> SqlArrayValue times(Collection<T> rows, Function<T, Optional<Instant>> time) {
        return array("timestamptz", rows.stream().map(row -> time(time.apply(row))));
    }
}
