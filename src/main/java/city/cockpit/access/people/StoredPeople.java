package city.cockpit.access.people;

import static city.cockpit.access.Role.ADMINISTRATOR;

import city.cockpit.access.People;
import city.cockpit.access.Person;
import city.cockpit.access.Person.Origin;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** People in the database, see src/docs/decisions/0018-accounts.md. */
@Component
class StoredPeople implements People {

    private final AccountTable accounts;
    private final Personnel personnel;
    private final Links links;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredPeople(
            AccountTable accounts,
            Personnel personnel,
            Links links,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.accounts = accounts;
        this.personnel = personnel;
        this.links = links;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Person> listPeople() {
        return accounts.list();
    }

    @Override
    public Optional<Person> findPerson(SignInName name) {
        return accounts.find(name);
    }

    @Override
    public Invitation invite(Invitee invitee, String by) {
        var name = invitee.name();
        var made = transaction.execute(status -> {
            if (!accounts.add(name, invitee.details(), clock.instant())) return Optional.<Links.Made>empty();
            personnel.added(name, invitee.details(), Deed.PERSON_INVITED, by);
            return Optional.of(links.make(accounts.find(name).orElseThrow()));
        });
        return made.<Invitation>map(link -> new Invitation.Invited(link.person(), links.send(link)))
                .orElseGet(() -> new Invitation.NameTaken(name));
    }

    @Override
    public ChangeOutcome change(SignInName name, long seen, Details details, String by) {
        return changing(name, details.roles(), person -> {
            if (person.version() != seen) return new ChangeOutcome.Overtaken(person);
            personnel.change(person, details, by);
            return changed(name);
        });
    }

    @Override
    public ChangeOutcome lock(SignInName name, String by) {
        return changing(name, Set.of(), person -> {
            if (person.locked()) return new ChangeOutcome.Changed(person);
            accounts.lock(name, clock.instant());
            audit.record(by, Deed.PERSON_LOCKED, name.value());
            personnel.endSessions(name);
            return changed(name);
        });
    }

    @Override
    public ChangeOutcome unlock(SignInName name, String by) {
        return changing(name, Set.of(ADMINISTRATOR), person -> {
            if (!person.locked()) return new ChangeOutcome.Changed(person);
            accounts.unlock(name);
            audit.record(by, Deed.PERSON_UNLOCKED, name.value());
            return changed(name);
        });
    }

    @Override
    public ChangeOutcome remove(SignInName name, String by) {
        return changing(name, Set.of(), person -> {
            personnel.endSessions(name);
            accounts.remove(name);
            audit.record(
                    by,
                    Deed.PERSON_REMOVED,
                    name.value(),
                    List.of(new Change("roles", Personnel.names(person.roles()), "")));
            return new ChangeOutcome.Changed(person);
        });
    }

    @Override
    public Optional<OneTimeLink> makeLink(SignInName name, String by) {
        var made = transaction.execute(status -> accounts.findToChange(name)
                .filter(person -> person.origin() == Origin.COCKPIT)
                .map(person -> {
                    links.end(name);
                    audit.record(by, Deed.LINK_MADE, name.value());
                    return links.make(person);
                }));
        return made.map(links::send);
    }

    /** Never a change after which nobody could administer the cockpit. */
    private ChangeOutcome changing(SignInName name, Set<Role> rolesAfter, Function<Person, ChangeOutcome> change) {
        return transaction.execute(status -> {
            var held = personnel.hold(name);
            if (held.isEmpty()) return new ChangeOutcome.Gone();
            if (held.get().lastAdministrator() && !rolesAfter.contains(ADMINISTRATOR))
                return new ChangeOutcome.LastAdministrator();
            return change.apply(held.get().person());
        });
    }

    private ChangeOutcome changed(SignInName name) {
        return new ChangeOutcome.Changed(accounts.find(name).orElseThrow());
    }
}
