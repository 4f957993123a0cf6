package city.cockpit.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.cockpit.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

class AccountsIT {

    private final TestDatabase database = TestDatabase.create();
    private final DataSource connections = database.dataSource();
    private final PasswordEncoder encoder = new PasswordConfiguration().passwordEncoder();

    @TempDir
    Path data;

    @BeforeEach
    void migrate() {
        Flyway.configure().dataSource(connections).load().migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstStartMakesOneAdministratorWhosePasswordOnlyTheOwnerCanRead() throws IOException {
        var admin = accounts().loadUserByUsername("admin");
        var file = data.resolve("secrets/admin-password");
        var password = Files.readString(file).strip();
        assertThat(password).hasSizeGreaterThanOrEqualTo(20);
        assertThat(encoder.matches(password, admin.getPassword())).isTrue();
        assertThat(admin.getPassword()).startsWith("{argon2id}").doesNotContain(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theNextStartKeepsThePassword() throws IOException {
        var before = accounts().loadUserByUsername("admin").getPassword();
        var password = Files.readString(data.resolve("secrets/admin-password"));
        assertThat(accounts().loadUserByUsername("admin").getPassword()).isEqualTo(before);
        assertThat(Files.readString(data.resolve("secrets/admin-password"))).isEqualTo(password);
    }

    @Test
    void aStrangerHasNoAccount() {
        var accounts = accounts();
        assertThatExceptionOfType(UsernameNotFoundException.class)
                .isThrownBy(() -> accounts.loadUserByUsername("mayor' OR '1'='1"));
    }

    private Accounts accounts() {
        var table = new AccountTable(JdbcClient.create(connections));
        new FirstAdministrator(
                table,
                encoder,
                (actor, deed, object, changes) -> {},
                new TransactionTemplate(new JdbcTransactionManager(connections)),
                () -> Instant.parse("2026-11-22T10:15:00Z"),
                new AccessSettings(data, new AccessSettings.Mails(Optional.empty(), Optional.empty())));
        return new Accounts(table);
    }
}
