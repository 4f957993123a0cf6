package city.cockpit.access.people;

import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever starts a cockpit without people gets an administrator with a random password, kept in a file that only its
 * owner can read until the password is changed.
 */
@Component
class FirstAdministrator {

    static final SignInName NAME = new SignInName("admin");

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    /** Without characters that look alike; 20 of them hold 114 bits. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Path file;

    FirstAdministrator(
            AccountTable table,
            PasswordEncoder encoder,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock,
            AccessSettings settings) {
        this.file = settings.firstPassword();
        if (!table.isEmpty()) return;
        var password = random();
        var hash = encoder.encode(password);
        if (hash == null) throw new IllegalStateException("no password, no hash");
        // The file first: a crash in between leaves a password without account, never an account nobody can use.
        leave(password);
        transaction.executeWithoutResult(status -> {
            if (table.addFirst(NAME, hash, clock.instant()))
                audit.record(AuditTrail.SYSTEM, Deed.FIRST_ADMINISTRATOR_MADE, NAME.value());
            else forget();
        });
    }

    /** The file is of no use any more once the password has been changed. */
    void passwordChosen(SignInName name) {
        if (name.equals(NAME)) forget();
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The file {} holds a former password and cannot be removed: {}", file, e.toString());
        }
    }

    private static String random() {
        return new SecureRandom()
                .ints(20, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    private void leave(String password) {
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
