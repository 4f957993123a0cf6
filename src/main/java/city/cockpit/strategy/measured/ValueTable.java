package city.cockpit.strategy.measured;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import city.cockpit.strategy.progress.IndicatorValue;
import city.cockpit.strategy.progress.IndicatorValue.Origin;
import city.cockpit.strategy.progress.IndicatorValue.PlaceValue;
import city.cockpit.strategy.progress.IndicatorValue.State;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code indicator_value}. Its rows are never changed, but for the time at which another took their place. */
@Repository
class ValueTable implements MeasuredValues {

    /** As long as a transaction holds it, no other node computes. */
    private static final long LOCK = 0x5354524154454759L;

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String COLUMNS = """
            rule, first_day, until_day, value, coverage, state, places, period = 'rolling' AS rolling, computed_at,
            rule_version, superseded_at IS NULL AS holds
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    ValueTable(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        // What a value is made of is of one moment of the database.
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private record Line(String rule, boolean holds, IndicatorValue value) {}

    @Override
    public Values values() {
        var lines = sql.sql("SELECT " + COLUMNS + """
                         FROM indicator_value
                        WHERE superseded_at IS NULL OR (superseded_at IS NOT NULL AND state <> 'PROVISIONAL')
                        ORDER BY until_day, number""").query((row, n) -> line(row)).list().stream()
                .toList();
        return new Values(byRule(lines, true), byRule(lines, false));
    }

    private static Map<String, List<IndicatorValue>> byRule(List<Line> lines, boolean holding) {
        return lines.stream()
                .filter(line -> line.holds() == holding)
                .collect(groupingBy(Line::rule, mapping(Line::value, toList())));
    }

    /** Everything that was ever said of a year or of the rolling one, oldest first. */
    List<IndicatorValue> listHistory(String rule, String period) {
        return sql
                .sql("SELECT " + COLUMNS
                        + " FROM indicator_value WHERE rule = :rule AND period = :period ORDER BY number")
                .param("rule", rule)
                .param("period", period)
                .query((row, n) -> line(row).value())
                .list()
                .stream()
                .toList();
    }

    static String period(IndicatorValue value) {
        return value.isRolling() ? "rolling" : Integer.toString(value.from().getYear());
    }

    /** Does the work unless another node is at it. */
    boolean alone(Runnable work) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var only = sql.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, n) -> row.getBoolean(1))
                    .single();
            if (only) work.run();
            return only;
        }));
    }

    /**
     * Keeps a value in the place of the one that held, if it says something else. A provisional one says the same as long as
     * nobody would see a difference.
     *
     * @return whether it says something else
     */
    boolean put(String rule, IndicatorValue value) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var held = findHeld(rule, period(value));
            if (held.filter(one -> isSame(one, value)).isPresent()) return false;
            sql.sql("""
                            UPDATE indicator_value SET superseded_at = :at
                             WHERE rule = :rule AND period = :period AND superseded_at IS NULL""")
                    .param("at", value.computedAt().orElseThrow().atOffset(UTC))
                    .param("rule", rule)
                    .param("period", period(value))
                    .update();
            insert(rule, value);
            return true;
        }));
    }

    private Optional<IndicatorValue> findHeld(String rule, String period) {
        return sql.sql("SELECT " + COLUMNS + """
                         FROM indicator_value
                        WHERE rule = :rule AND period = :period AND superseded_at IS NULL
                          FOR UPDATE""")
                .param("rule", rule)
                .param("period", period)
                .query((row, n) -> line(row).value())
                .optional();
    }

    private void insert(String rule, IndicatorValue value) {
        var number = value.value();
        sql.sql("""
                        INSERT INTO indicator_value (rule, rule_version, period, first_day, until_day, value, coverage,
                                                     state, places, computed_at)
                        VALUES (:rule, :version, :period, :from, :until, :value, :coverage, :state, :places::jsonb, :at)""")
                .param("rule", rule)
                .param("version", value.ruleVersion())
                .param("period", period(value))
                .param("from", value.from())
                .param("until", value.until())
                .param("value", number.isPresent() ? number.getAsDouble() : null, Types.DOUBLE)
                .param("coverage", value.coverage())
                .param("state", value.state().name())
                .param("places", JSON.writeValueAsString(value.places()))
                .param("at", value.computedAt().orElseThrow().atOffset(UTC))
                .update();
    }

    private static boolean isSame(IndicatorValue one, IndicatorValue other) {
        if (one.state() != other.state() || one.ruleVersion() != other.ruleVersion()) return false;
        if (one.state() != State.PROVISIONAL)
            return one.value().equals(other.value()) && one.coverage() == other.coverage();
        return one.until().equals(other.until())
                && Math.abs(one.coverage() - other.coverage()) < 0.01
                && rounded(one.value()).equals(rounded(other.value()));
    }

    private static Optional<BigDecimal> rounded(OptionalDouble value) {
        if (value.isEmpty()) return Optional.empty();
        return Optional.of(new BigDecimal(value.getAsDouble(), new MathContext(4)).stripTrailingZeros());
    }

    private static Line line(ResultSet row) throws SQLException {
        var value = row.getObject("value", Double.class);
        return new Line(
                row.getString("rule"),
                row.getBoolean("holds"),
                new IndicatorValue(
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        value == null ? OptionalDouble.empty() : OptionalDouble.of(value),
                        row.getDouble("coverage"),
                        State.valueOf(row.getString("state")),
                        Origin.MEASURED,
                        List.of(JSON.readValue(row.getString("places"), PlaceValue[].class)),
                        row.getBoolean("rolling"),
                        Optional.of(row.getObject("computed_at", OffsetDateTime.class)
                                .toInstant()),
                        row.getInt("rule_version"),
                        ""));
    }
}
