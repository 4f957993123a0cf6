package city.cockpit.access.people;

import static city.cockpit.access.Role.ADMINISTRATOR;

import city.cockpit.access.IdentityProvider.Refusal;
import city.cockpit.access.People.Details;
import city.cockpit.access.Role;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People of the provider among the people of the cockpit. Issuer and subject tell who somebody is; a name that an account
 * of the cockpit has is never taken over. Blocks; any thread.
 *
 * @see <a href="../../../../../../docs/decisions/0021-the-provider-vouches-the-cockpit-decides.md">decision 0021</a>
 */
@Component
public class ProviderPeople {

    private final AccountTable accounts;
    private final Personnel personnel;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ProviderPeople(
            AccountTable accounts,
            Personnel personnel,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.accounts = accounts;
        this.personnel = personnel;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes over what the provider says now: a person who comes for the first time is added, roles and names follow the
     * provider. Whoever has no role is not admitted, and not added either. Only the last who could administer the cockpit
     * goes on doing so until there is somebody else.
     */
    public Admission admit(Identity identity) {
        var admission = transaction.execute(status -> personnel
                .hold(identity)
                .map(held -> renew(held, identity.details()))
                .orElseGet(() -> add(identity)));
        if (admission == null) throw new IllegalStateException("a transaction without an answer");
        return admission;
    }

    private Admission renew(Personnel.Held held, Details said) {
        var person = held.person();
        if (person.locked()) return new Admission.Refused(Refusal.LOCKED);
        var isKept = held.lastAdministrator() && !said.roles().contains(ADMINISTRATOR);
        var now = isKept ? new Details(said.fullName(), said.email(), withAdministrator(said.roles())) : said;
        personnel.change(person, now, AuditTrail.SYSTEM);
        if (isKept)
            audit.record(
                    AuditTrail.SYSTEM,
                    Deed.LAST_ADMINISTRATOR_KEPT,
                    person.name().value());
        return now.roles().isEmpty()
                ? new Admission.Refused(Refusal.NO_ROLE)
                : new Admission.Admitted(person.name(), now.roles());
    }

    private static Set<Role> withAdministrator(Set<Role> roles) {
        var more = EnumSet.of(ADMINISTRATOR);
        more.addAll(roles);
        return more;
    }

    private Admission add(Identity identity) {
        var roles = identity.details().roles();
        if (roles.isEmpty()) return new Admission.Refused(Refusal.NO_ROLE);
        if (identity.name().isEmpty()) return new Admission.Refused(Refusal.NAME_TAKEN);
        var name = identity.name().get();
        if (!accounts.add(name, identity, clock.instant())) return new Admission.Refused(Refusal.NAME_TAKEN);
        personnel.added(name, identity.details(), Deed.PERSON_ADMITTED, AuditTrail.SYSTEM);
        return new Admission.Admitted(name, roles);
    }
}
