package city.cockpit.platform;

import city.cockpit.platform.DatabaseReport.Table;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the database about itself. Any thread. */
@Repository
public class DatabaseReporter {

    private static final int TABLES = 5;

    private final JdbcClient sql;

    DatabaseReporter(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Blocks for a few small queries, which read the sizes of all files of the database.
     *
     * @throws org.springframework.dao.DataAccessException the database does not answer
     */
    public DatabaseReport report() {
        var timescale = sql.sql("SELECT extversion FROM pg_extension WHERE extname = 'timescaledb'")
                .query((row, n) -> row.getString(1))
                .optional();
        return new DatabaseReport(version(), timescale, bytes(), timescale.isPresent() ? hypertables() : tables());
    }

    private String version() {
        // Distributions add their own words after the number.
        return sql.sql("SELECT split_part(current_setting('server_version'), ' ', 1)")
                .query((row, n) -> row.getString(1))
                .single();
    }

    private long bytes() {
        return sql.sql("SELECT pg_database_size(current_database())")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private List<Table> tables() {
        return biggest("""
                SELECT relname, pg_total_relation_size(oid) AS bytes FROM pg_class
                 WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                 ORDER BY bytes DESC, relname LIMIT :most""");
    }

    /** The rows of a hypertable are in tables of another schema. */
    private List<Table> hypertables() {
        return biggest("""
                SELECT relname, coalesce(CASE WHEN hypertable_name IS NULL THEN pg_total_relation_size(oid)
                                              ELSE hypertable_size(oid) END, 0) AS bytes
                  FROM pg_class
                  LEFT JOIN timescaledb_information.hypertables ON hypertable_schema = current_schema()
                                                               AND hypertable_name = relname
                 WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                 ORDER BY bytes DESC, relname LIMIT :most""");
    }

    private List<Table> biggest(String question) {
        return sql.sql(question)
                .param("most", TABLES)
                .query((row, n) -> new Table(row.getString("relname"), row.getLong("bytes")))
                .list();
    }
}
