package city.cockpit.strategy;

import city.cockpit.audit.AuditTables;
import city.cockpit.harness.TestDatabase;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StrategyTableIT extends StrategyStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final DataSource CONNECTIONS = DATABASE.dataSource();

    private final JdbcClient sql = JdbcClient.create(CONNECTIONS);
    private final StrategyTable table = new StrategyTable(
            sql,
            new TransactionTemplate(new JdbcTransactionManager(CONNECTIONS)),
            AuditTables.trail(CONNECTIONS, () -> Instant.EPOCH));

    @BeforeAll
    static void migrate() {
        Flyway.configure().dataSource(CONNECTIONS).load().migrate();
    }

    @BeforeEach
    void empty() {
        sql.sql("TRUNCATE strategy_version, strategy_step").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    StrategyStore store() {
        return table;
    }
}
