package city.cockpit.onboarding;

import static java.time.ZoneOffset.UTC;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;

/** The table {@code sensor_draft}: one row for each person at most. */
@Repository
class DraftTable implements Drafts {

    private static final Logger log = LoggerFactory.getLogger(DraftTable.class);

    private final JdbcClient sql;
    private final InstantSource clock;

    DraftTable(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Optional<Kept> find(String person) {
        return sql
                .sql("SELECT draft, kept_at FROM sensor_draft WHERE person = :person")
                .param("person", person)
                .query((row, n) -> read(row.getString("draft"), row.getObject("kept_at", OffsetDateTime.class)))
                .list()
                .stream()
                .findFirst()
                .flatMap(kept -> kept);
    }

    /** A draft of an older version of the cockpit that nobody understands any more is none. */
    private static Optional<Kept> read(String json, OffsetDateTime at) {
        try {
            return Optional.of(new Kept(Draft.ofJson(json), at.toInstant()));
        } catch (JacksonException e) {
            log.warn("A draft of a sensor cannot be read any more", e);
            return Optional.empty();
        }
    }

    @Override
    public void keep(String person, Draft draft) {
        sql.sql("""
                        INSERT INTO sensor_draft (person, draft, kept_at) VALUES (:person, :draft, :at)
                            ON CONFLICT (person) DO UPDATE SET draft = excluded.draft, kept_at = excluded.kept_at""")
                .param("person", person)
                .param("draft", draft.toJson())
                .param("at", clock.instant().atOffset(UTC))
                .update();
    }

    @Override
    public void forget(String person) {
        sql.sql("DELETE FROM sensor_draft WHERE person = :person")
                .param("person", person)
                .update();
    }
}
