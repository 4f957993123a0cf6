package city.cockpit.access.people;

import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import city.cockpit.secret.SecretFileException;
import city.cockpit.secret.Secrets;
import java.time.InstantSource;
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

    private final Secrets secrets;

    FirstAdministrator(
            AccountTable table,
            PasswordEncoder encoder,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock,
            AccessSettings settings) {
        this.secrets = new Secrets(settings.data());
        if (!table.isEmpty()) return;
        // The file first: a crash in between leaves a password without account, never an account nobody can use.
        var hash = encoder.encode(secrets.fresh(Secrets.ADMINISTRATOR));
        if (hash == null) throw new IllegalStateException("no password, no hash");
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
            secrets.forget(Secrets.ADMINISTRATOR);
        } catch (SecretFileException e) {
            log.warn("{} It holds a former password.", e.getMessage());
        }
    }
}
