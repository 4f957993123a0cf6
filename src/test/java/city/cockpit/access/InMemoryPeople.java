package city.cockpit.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataAccessResourceFailureException;

/** People without a database. What they do to sessions and the audit trail is not played. */
public final class InMemoryPeople implements People {

    private final Map<String, Person> people = new TreeMap<>();
    private final InstantSource clock;
    private boolean mail;
    private boolean away;
    private int links;

    public InMemoryPeople(InstantSource clock) {
        this.clock = clock;
    }

    /** Nobody is left but an administrator of that name; the database answers and mail is not set up. */
    public synchronized void onlyAdministrator(String name) {
        people.clear();
        mail = false;
        away = false;
        put(person(name, "", Set.of(Role.values())));
    }

    /** Somebody who signs in here, with a password of their own. */
    public synchronized Person add(String name, String fullName, Role... roles) {
        return put(person(name, fullName, Set.of(roles)));
    }

    public synchronized Person put(Person person) {
        people.put(person.name().value(), person);
        return person;
    }

    /** From now on links go by mail to whoever has an address. */
    public synchronized void canMail() {
        mail = true;
    }

    /** From now on the database does not answer. */
    public synchronized void goAway() {
        away = true;
    }

    @Override
    public synchronized List<Person> listPeople() {
        answer();
        return List.copyOf(people.values());
    }

    @Override
    public synchronized Optional<Person> findPerson(SignInName name) {
        answer();
        return Optional.ofNullable(people.get(name.value()));
    }

    @Override
    public synchronized Invitation invite(Invitee invitee, String by) {
        answer();
        if (people.containsKey(invitee.name().value())) return new Invitation.NameTaken(invitee.name());
        var details = invitee.details();
        var invited = put(new Person(
                invitee.name(),
                details.fullName(),
                details.email(),
                details.roles(),
                Person.Origin.COCKPIT,
                false,
                false,
                true,
                clock.instant(),
                Optional.empty(),
                1));
        return new Invitation.Invited(invited, link(invited, Duration.ofDays(3)));
    }

    @Override
    public synchronized ChangeOutcome change(SignInName name, long seen, Details details, String by) {
        answer();
        var now = people.get(name.value());
        if (now == null) return new ChangeOutcome.Gone();
        if (now.version() != seen) return new ChangeOutcome.Overtaken(now);
        return change(now, person -> copy(person, details, person.locked()));
    }

    @Override
    public synchronized ChangeOutcome lock(SignInName name, String by) {
        return change(name, person -> copy(person, details(person), true));
    }

    @Override
    public synchronized ChangeOutcome unlock(SignInName name, String by) {
        return change(name, person -> copy(person, details(person), false));
    }

    @Override
    public synchronized ChangeOutcome remove(SignInName name, String by) {
        answer();
        var now = people.get(name.value());
        if (now == null) return new ChangeOutcome.Gone();
        if (isLastAdministrator(now)) return new ChangeOutcome.LastAdministrator();
        people.remove(name.value());
        return new ChangeOutcome.Changed(now);
    }

    @Override
    public synchronized Optional<OneTimeLink> makeLink(SignInName name, String by) {
        return findPerson(name)
                .filter(person -> person.origin() == Person.Origin.COCKPIT)
                .map(person -> link(person, person.invited() ? Duration.ofDays(3) : Duration.ofHours(2)));
    }

    private ChangeOutcome change(SignInName name, UnaryOperator<Person> change) {
        answer();
        var now = people.get(name.value());
        return now == null ? new ChangeOutcome.Gone() : change(now, change);
    }

    private ChangeOutcome change(Person now, UnaryOperator<Person> change) {
        var next = change.apply(now);
        if (isLastAdministrator(now) && !administers(next)) return new ChangeOutcome.LastAdministrator();
        return new ChangeOutcome.Changed(put(next));
    }

    private boolean isLastAdministrator(Person person) {
        return administers(person)
                && people.values().stream().filter(InMemoryPeople::administers).count() == 1;
    }

    private static boolean administers(Person person) {
        return !person.locked() && !person.invited() && person.roles().contains(Role.ADMINISTRATOR);
    }

    private OneTimeLink link(Person person, Duration good) {
        links++;
        return new OneTimeLink(
                "/link#secret-" + links,
                clock.instant().plus(good),
                mail && !person.email().isEmpty());
    }

    private Person person(String name, String fullName, Set<Role> roles) {
        return new Person(
                new SignInName(name),
                fullName,
                "",
                roles,
                Person.Origin.COCKPIT,
                false,
                false,
                false,
                clock.instant(),
                Optional.empty(),
                1);
    }

    private static Details details(Person person) {
        return new Details(person.fullName(), person.email(), person.roles());
    }

    private static Person copy(Person person, Details details, boolean locked) {
        return new Person(
                person.name(),
                details.fullName(),
                details.email(),
                details.roles(),
                person.origin(),
                locked,
                person.passwordToChange(),
                person.invited(),
                person.createdAt(),
                person.lastSignInAt(),
                person.version() + 1);
    }

    private void answer() {
        if (away) throw new DataAccessResourceFailureException("the database is away");
    }
}
