package city.cockpit.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts without a database and without hashes. After five wrong passwords nothing is looked at for a quarter of an hour. */
public final class InMemoryOwnAccount implements OwnAccount {

    private static final int TRIES = 5;
    private static final Duration WAIT = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final Map<SignInName, Person> people = new HashMap<>();
    private final Map<SignInName, String> passwords = new HashMap<>();
    private final Map<SignInName, Integer> wrongTries = new HashMap<>();
    private final Map<String, LinkOwner> links = new HashMap<>();
    private final List<String> askedFor = new ArrayList<>();
    private boolean mail;

    public InMemoryOwnAccount(InstantSource clock) {
        this.clock = clock;
    }

    /** Nobody is known and mail is not set up. */
    public synchronized void clear() {
        people.clear();
        passwords.clear();
        wrongTries.clear();
        links.clear();
        askedFor.clear();
        mail = false;
    }

    public synchronized Person add(String name, String fullName, String password, boolean toChange, Role... roles) {
        var person = person(name, fullName, Person.Origin.COCKPIT, toChange, roles);
        people.put(person.name(), person);
        passwords.put(person.name(), password);
        return person;
    }

    /** Somebody who signs in at the town's identity provider and has no password here. */
    public synchronized Person addFromProvider(String name, String fullName, Role... roles) {
        var person = person(name, fullName, Person.Origin.IDENTITY_PROVIDER, false, roles);
        people.put(person.name(), person);
        return person;
    }

    private Person person(String name, String fullName, Person.Origin origin, boolean toChange, Role... roles) {
        return new Person(
                new SignInName(name),
                fullName,
                name + "@stadt.example",
                Set.of(roles),
                origin,
                false,
                toChange,
                false,
                clock.instant(),
                Optional.of(clock.instant()),
                1);
    }

    /** A link that is good for three days, with the person it is for. */
    public synchronized void addLink(String secret, String name, String fullName, boolean invitation) {
        var owner = new SignInName(name);
        people.computeIfAbsent(owner, absent -> person(name, fullName, Person.Origin.COCKPIT, false, Role.STAFF));
        links.put(
                secret,
                new LinkOwner(owner, fullName, invitation, clock.instant().plus(Duration.ofDays(3))));
    }

    public synchronized void setUpMail() {
        mail = true;
    }

    public synchronized Optional<String> password(String name) {
        return Optional.ofNullable(passwords.get(new SignInName(name)));
    }

    /** What was typed by those who asked for a link. */
    public synchronized List<String> askedFor() {
        return List.copyOf(askedFor);
    }

    @Override
    public synchronized Optional<Person> findOwn(SignInName name) {
        return Optional.ofNullable(people.get(name));
    }

    @Override
    public synchronized PasswordOutcome changePassword(SignInName name, String current, String next) {
        if (wrongTries.getOrDefault(name, 0) >= TRIES)
            return new PasswordOutcome.TooManyTries(clock.instant().plus(WAIT));
        if (!current.equals(passwords.get(name))) {
            wrongTries.merge(name, 1, Integer::sum);
            return new PasswordOutcome.WrongPassword();
        }
        if (next.equals(current)) return new PasswordOutcome.Unsuitable(Weakness.SAME_AS_BEFORE);
        return take(name, next);
    }

    private PasswordOutcome take(SignInName name, String next) {
        var weakness = weakness(name, next);
        if (weakness.isPresent()) return new PasswordOutcome.Unsuitable(weakness.get());
        passwords.put(name, next);
        people.computeIfPresent(name, (same, person) -> changed(person));
        return new PasswordOutcome.Changed();
    }

    private static Optional<Weakness> weakness(SignInName name, String next) {
        if (next.length() < SHORTEST_PASSWORD) return Optional.of(Weakness.TOO_SHORT);
        if (next.length() > LONGEST_PASSWORD) return Optional.of(Weakness.TOO_LONG);
        if (next.toLowerCase(Locale.ROOT).contains(name.value())) return Optional.of(Weakness.CONTAINS_NAME);
        return next.equals("passwort12345") ? Optional.of(Weakness.WELL_KNOWN) : Optional.empty();
    }

    private static Person changed(Person person) {
        return new Person(
                person.name(),
                person.fullName(),
                person.email(),
                person.roles(),
                person.origin(),
                person.locked(),
                false,
                false,
                person.createdAt(),
                person.lastSignInAt(),
                person.version() + 1);
    }

    @Override
    public synchronized Optional<LinkOwner> findLink(String secret) {
        return Optional.ofNullable(links.get(secret)).filter(this::isGood);
    }

    private boolean isGood(LinkOwner link) {
        return clock.instant().isBefore(link.expiresAt());
    }

    @Override
    public synchronized PasswordOutcome redeem(String secret, String next) {
        var link = findLink(secret);
        if (link.isEmpty()) return new PasswordOutcome.LinkVoid();
        var outcome = take(link.get().name(), next);
        if (outcome instanceof PasswordOutcome.Changed) links.remove(secret);
        return outcome;
    }

    @Override
    public synchronized boolean canSendLinks() {
        return mail;
    }

    @Override
    public synchronized void askForLink(String typedName) {
        askedFor.add(typedName);
    }

    /** When the next try with a password is looked at. */
    public Instant nextTry() {
        return clock.instant().plus(WAIT);
    }
}
