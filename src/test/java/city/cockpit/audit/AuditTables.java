package city.cockpit.audit;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail in a real database, for tests of those who write to it or look after it. */
public final class AuditTables {

    private AuditTables() {}

    public static AuditTrail trail(DataSource connections, InstantSource clock) {
        return new AuditTable(JdbcClient.create(connections), clock, JsonMapper.shared());
    }

    public static AuditSearch search(DataSource connections, InstantSource clock) {
        return new AuditTable(JdbcClient.create(connections), clock, JsonMapper.shared());
    }

    public static AuditProtection.Guard guard(DataSource connections) {
        return new AuditProtection(JdbcClient.create(connections)).guard();
    }
}
