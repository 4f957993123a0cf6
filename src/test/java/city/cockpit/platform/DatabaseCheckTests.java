package city.cockpit.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseCheckTests {

    @Test
    void anOldPostgresIsRefusedWithTheSettingThatNamesIt() {
        assertThatThrownBy(() -> DatabaseCheck.checkVersion("PostgreSQL", 14, "14.19"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage(
                        "The cockpit needs PostgreSQL 15 or newer, but spring.datasource.url leads to PostgreSQL 14.19.");
    }

    @Test
    void anotherDatabaseIsRefused() {
        assertThatThrownBy(() -> DatabaseCheck.checkVersion("MariaDB", 15, "15.1"))
                .hasMessageContaining("leads to MariaDB 15.1");
    }

    @Test
    void theOldestSupportedPostgresIsTaken() {
        assertThatCode(() -> DatabaseCheck.checkVersion("PostgreSQL", 15, "15.0"))
                .doesNotThrowAnyException();
    }
}
