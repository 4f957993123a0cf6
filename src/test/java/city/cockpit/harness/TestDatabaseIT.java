package city.cockpit.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseIT {

    @Test
    void eachTestGetsADatabaseOfItsOwn() {
        try (var first = TestDatabase.create();
                var second = TestDatabase.create()) {
            JdbcClient.create(first.dataSource())
                    .sql("CREATE TABLE bench (place text)")
                    .update();
            assertThat(tables(first)).isEqualTo(1);
            assertThat(tables(second)).isZero();
        }
    }

    @Test
    void theServerIsTheOneThatThisRunIsFor() {
        try (var database = TestDatabase.create()) {
            var extensions = JdbcClient.create(database.dataSource())
                    .sql("SELECT count(*) FROM pg_available_extensions WHERE name = 'timescaledb'")
                    .query(Integer.class)
                    .single();
            assertThat(extensions).isEqualTo(TestDatabase.isTimescale() ? 1 : 0);
        }
    }

    private static int tables(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                .query(Integer.class)
                .single();
    }
}
