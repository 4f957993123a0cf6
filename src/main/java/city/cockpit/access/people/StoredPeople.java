package city.cockpit.access.people;

import static city.cockpit.access.Role.ADMINISTRATOR;

import city.cockpit.access.AccessChanged;
import city.cockpit.access.People;
import city.cockpit.access.Person;
import city.cockpit.access.Person.Origin;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** People in the database, see src/docs/decisions/0018-accounts.md. */
@Component
class StoredPeople implements People {

    private final AccountTable accounts;
    private final Links links;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredPeople(
            AccountTable accounts,
            Links links,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.accounts = accounts;
        this.links = links;
        this.audit = audit;
        this.events = events;
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
            audit.record(by, Deed.PERSON_INVITED, name.value(), changes(NOTHING, invitee.details()));
            return Optional.of(links.make(accounts.find(name).orElseThrow()));
        });
        return made.<Invitation>map(link -> new Invitation.Invited(link.person(), links.send(link)))
                .orElseGet(() -> new Invitation.NameTaken(name));
    }

    @Override
    public ChangeOutcome change(SignInName name, long seen, Details details, String by) {
        return changing(name, details.roles(), person -> {
            if (person.version() != seen) return new ChangeOutcome.Overtaken(person);
            var changes = changes(details(person), details);
            if (changes.isEmpty()) return new ChangeOutcome.Changed(person);
            accounts.change(name, details);
            audit.record(by, Deed.PERSON_CHANGED, name.value(), changes);
            if (!details.roles().equals(person.roles())) endSessions(name);
            return changed(name);
        });
    }

    @Override
    public ChangeOutcome lock(SignInName name, String by) {
        return changing(name, Set.of(), person -> {
            if (person.locked()) return new ChangeOutcome.Changed(person);
            accounts.lock(name, clock.instant());
            audit.record(by, Deed.PERSON_LOCKED, name.value());
            endSessions(name);
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
            endSessions(name);
            accounts.remove(name);
            audit.record(
                    by, Deed.PERSON_REMOVED, name.value(), List.of(new Change("roles", names(person.roles()), "")));
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

    /** One change of one person at a time, and never one after which nobody could administer the cockpit. */
    private ChangeOutcome changing(SignInName name, Set<Role> rolesAfter, Function<Person, ChangeOutcome> change) {
        return transaction.execute(status -> {
            var administrators = accounts.holdAdministrators();
            var person = accounts.findToChange(name);
            if (person.isEmpty()) return new ChangeOutcome.Gone();
            var isLast = administrators.equals(Set.of(name));
            if (isLast && !rolesAfter.contains(ADMINISTRATOR)) return new ChangeOutcome.LastAdministrator();
            return change.apply(person.get());
        });
    }

    private ChangeOutcome changed(SignInName name) {
        return new ChangeOutcome.Changed(accounts.find(name).orElseThrow());
    }

    private void endSessions(SignInName name) {
        events.publishEvent(new AccessChanged(name, Optional.empty()));
    }

    private static final Details NOTHING = new Details("", "", Set.of());

    private static Details details(Person person) {
        return new Details(person.fullName(), person.email(), person.roles());
    }

    private static List<Change> changes(Details before, Details after) {
        var changes = new ArrayList<Change>();
        if (!before.fullName().equals(after.fullName()))
            changes.add(new Change("full-name", before.fullName(), after.fullName()));
        if (!before.email().equals(after.email())) changes.add(new Change("email", before.email(), after.email()));
        if (!before.roles().equals(after.roles()))
            changes.add(new Change("roles", names(before.roles()), names(after.roles())));
        return changes;
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }
}
