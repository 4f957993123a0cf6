package city.cockpit.access.people;

import city.cockpit.access.AccessChanged;
import city.cockpit.access.People.Details;
import city.cockpit.access.Person;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What it takes to change a person, whoever says so, an administrator or the provider: one at a time, with a line in the
 * audit trail, and with the end of the sessions where it touches them. All within the transaction of the caller.
 */
@Component
class Personnel {

    private static final Details NOTHING = new Details("", "", Set.of());

    private final AccountTable accounts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Personnel(AccountTable accounts, AuditTrail audit, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
    }

    /**
     * A person whom nobody else changes until the transaction ends.
     *
     * @param lastAdministrator whether nobody could administer the cockpit without the person
     */
    record Held(Person person, boolean lastAdministrator) {}

    Optional<Held> hold(SignInName name) {
        return hold(() -> accounts.findToChange(name));
    }

    Optional<Held> hold(Identity identity) {
        return hold(() -> accounts.findToChange(identity));
    }

    /** All administrators before the person, so that two who change each other do not wait for each other for ever. */
    private Optional<Held> hold(Supplier<Optional<Person>> find) {
        var administrators = accounts.holdAdministrators();
        return find.get().map(person -> new Held(person, administrators.equals(Set.of(person.name()))));
    }

    /** Somebody new; the name was free. */
    void added(SignInName name, Details details, Deed deed, String by) {
        audit.record(by, deed, name.value(), changes(NOTHING, details));
    }

    /** Other roles end the sessions. Nothing happens if nothing is different. */
    void change(Person before, Details after, String by) {
        var changes = changes(details(before), after);
        if (changes.isEmpty()) return;
        accounts.change(before.name(), after);
        audit.record(by, Deed.PERSON_CHANGED, before.name().value(), changes);
        if (!after.roles().equals(before.roles())) endSessions(before.name());
    }

    void endSessions(SignInName name) {
        events.publishEvent(new AccessChanged(name, Optional.empty()));
    }

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

    /** As the audit trail keeps them. */
    static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }
}
