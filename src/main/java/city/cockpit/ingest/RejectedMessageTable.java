package city.cockpit.ingest;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The refused messages in the database. */
@Repository
class RejectedMessageTable implements RejectedMessageStore {

    private static final int KEPT_PAYLOAD = 4096;
    private static final int KEPT_TOPIC = 256;

    private final JdbcClient sql;
    private final NamedParameterJdbcOperations batch;
    private final TransactionTemplate transaction;
    private final int kept;

    RejectedMessageTable(
            JdbcClient sql,
            NamedParameterJdbcOperations batch,
            TransactionTemplate transaction,
            IngestSettings settings) {
        this.sql = sql;
        this.batch = batch;
        this.transaction = transaction;
        this.kept = settings.keptRejected();
    }

    @Override
    public void keep(List<Rejection> rejections) {
        var newest = rejections.subList(Math.max(0, rejections.size() - kept), rejections.size());
        if (newest.isEmpty()) return;
        transaction.executeWithoutResult(status -> {
            insert(newest);
            sql.sql("DELETE FROM rejected_message WHERE id <= (SELECT max(id) FROM rejected_message) - :kept")
                    .param("kept", kept)
                    .update();
        });
    }

    private void insert(List<Rejection> rejections) {
        batch.batchUpdate(
                """
                INSERT INTO rejected_message (received_at, topic, payload, payload_bytes, reason, detail, readings)
                VALUES (:receivedAt, :topic, :payload, :payloadBytes, :reason, :detail, :readings)""", rejections.stream().map(RejectedMessageTable::parameters).toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(Rejection rejection) {
        var payload = rejection.message().payload();
        return new MapSqlParameterSource()
                .addValue("receivedAt", rejection.message().arrivedAt().atOffset(UTC))
                .addValue("topic", Printable.line(rejection.message().topic(), KEPT_TOPIC))
                .addValue("payload", Arrays.copyOf(payload, Math.min(payload.length, KEPT_PAYLOAD)))
                .addValue("payloadBytes", payload.length)
                .addValue("reason", rejection.reason().name())
                .addValue("detail", rejection.detail())
                .addValue("readings", rejection.readings());
    }

    @Override
    public List<RejectedMessage> newest(int limit) {
        return sql.sql("""
                        SELECT received_at, topic, payload, payload_bytes, reason, detail, readings
                          FROM rejected_message ORDER BY id DESC LIMIT :limit""")
                .param("limit", limit)
                .query((row, n) -> message(row))
                .list();
    }

    @Override
    public Map<RejectReason, Long> countByReason() {
        return sql
                .sql("SELECT reason, count(*) AS messages FROM rejected_message GROUP BY reason")
                .query((row, n) -> Map.entry(RejectReason.valueOf(row.getString("reason")), row.getLong("messages")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static RejectedMessage message(ResultSet row) throws SQLException {
        return new RejectedMessage(
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("topic"),
                Printable.textOrHex(row.getBytes("payload")),
                row.getInt("payload_bytes"),
                RejectReason.valueOf(row.getString("reason")),
                row.getString("detail"),
                row.getInt("readings"));
    }
}
