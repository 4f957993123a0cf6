package city.cockpit.access.people;

import city.cockpit.access.GivenPassword.Occasion;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever starts a cockpit without people gets an administrator with a random password, kept in a file that only its
 * owner can read until the password is changed.
 */
@Component
class FirstAdministrator {

    static final SignInName NAME = new SignInName("admin");

    FirstAdministrator(
            AccountTable table,
            StoredGivenPassword password,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        if (!table.isEmpty()) return;
        var hash = password.make(Occasion.FIRST_START);
        transaction.executeWithoutResult(status -> {
            if (table.addFirst(NAME, hash, clock.instant()))
                audit.record(AuditTrail.SYSTEM, Deed.FIRST_ADMINISTRATOR_MADE, NAME.value());
            else password.forget();
        });
    }
}
