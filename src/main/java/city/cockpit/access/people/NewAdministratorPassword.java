package city.cockpit.access.people;

import city.cockpit.access.GivenPassword.Occasion;
import city.cockpit.access.People.Details;
import city.cockpit.access.Person;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way back for whoever may start the cockpit and can administer it no more: a start that is told so gives an
 * administrator a new random password, see src/docs/decisions/0018-accounts.md.
 */
@Component
class NewAdministratorPassword implements ApplicationRunner {

    private static final Details ALL_ROLES = new Details("", "", Set.of(Role.values()));

    private final AccountTable accounts;
    private final Personnel personnel;
    private final Links links;
    private final StoredGivenPassword password;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final boolean isAsked;

    NewAdministratorPassword(
            AccountTable accounts,
            Personnel personnel,
            Links links,
            StoredGivenPassword password,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock,
            AccessSettings settings) {
        this.accounts = accounts;
        this.personnel = personnel;
        this.links = links;
        this.password = password;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.isAsked = settings.access().newAdministratorPassword();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // Who was made a moment ago has a new password already.
        if (!isAsked || password.isMadeByThisStart()) return;
        var hash = password.make(Occasion.ASKED);
        transaction.executeWithoutResult(status -> give(hash));
    }

    private void give(String hash) {
        var name = accounts.findAdministratorOfOurOwn().orElseGet(this::add);
        var before = personnel.hold(name).map(Personnel.Held::person).orElseThrow();
        accounts.givePassword(name, hash);
        links.end(name);
        audit.record(AuditTrail.SYSTEM, Deed.ADMINISTRATOR_PASSWORD_MADE, name.value());
        unlock(before);
        personnel.endSessions(name);
    }

    private void unlock(Person person) {
        if (!person.locked()) return;
        accounts.unlock(person.name());
        audit.record(AuditTrail.SYSTEM, Deed.PERSON_UNLOCKED, person.name().value());
    }

    /** All administrators were people of the provider, which may be gone. */
    private SignInName add() {
        var added = Stream.concat(
                        Stream.of(FirstAdministrator.NAME),
                        IntStream.range(2, 1_000)
                                .mapToObj(number -> new SignInName(FirstAdministrator.NAME + "-" + number)))
                .filter(name -> accounts.add(name, ALL_ROLES, clock.instant()))
                .findFirst()
                .orElseThrow();
        personnel.added(added, ALL_ROLES, Deed.PERSON_ADMITTED, AuditTrail.SYSTEM);
        return added;
    }
}
