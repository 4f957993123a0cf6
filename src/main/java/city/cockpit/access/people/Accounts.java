package city.cockpit.access.people;

import static java.time.ZoneOffset.UTC;

import city.cockpit.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** People who may sign in. The first start makes one administrator with a random password. */
@Repository
class Accounts implements UserDetailsService {

    static final String ADMINISTRATOR = "admin";

    /** Without characters that look alike; 20 of them hold 114 bits. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final JdbcClient sql;

    Accounts(JdbcClient sql, PasswordEncoder encoder, InstantSource clock, AccessSettings settings) {
        this.sql = sql;
        if (isEmpty()) makeAdministrator(encoder, clock, settings.firstPassword());
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return sql.sql("SELECT name, password_hash, roles FROM account WHERE name = :name")
                .param("name", name)
                .query((row, n) -> User.withUsername(row.getString("name"))
                        .password(row.getString("password_hash"))
                        .roles((String[]) row.getArray("roles").getArray())
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no account of that name"));
    }

    private boolean isEmpty() {
        return sql.sql("SELECT NOT EXISTS (SELECT FROM account)")
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** The file first: a crash in between leaves a password without account, never an account nobody can use. */
    private void makeAdministrator(PasswordEncoder encoder, InstantSource clock, Path file) {
        var password = new SecureRandom()
                .ints(20, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
        leave(password, file);
        sql.sql("INSERT INTO account (name, password_hash, roles, created_at) VALUES (:name, :hash, :roles, :now)")
                .param("name", ADMINISTRATOR)
                .param("hash", encoder.encode(password))
                .param("roles", Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new))
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    private static void leave(String password, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The administrator's password cannot be written to " + file, e);
        }
    }
}
