package city.cockpit.access.people;

import city.cockpit.access.AccessChanged;
import city.cockpit.access.OwnAccount;
import city.cockpit.access.Person;
import city.cockpit.access.Sessions;
import city.cockpit.access.Sessions.OpenSession;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One's own account in the database. Hashing takes its time, so it happens before the transaction begins. */
@Component
class StoredOwnAccount implements OwnAccount {

    private final AccountTable accounts;
    private final LinkTable secrets;
    private final Links links;
    private final AskedLinks asked;
    private final PasswordRules rules;
    private final WrongPasswords wrong;
    private final PasswordEncoder encoder;
    private final StoredGivenPassword given;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Sessions> sessions;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredOwnAccount(
            AccountTable accounts,
            LinkTable secrets,
            Links links,
            AskedLinks asked,
            PasswordRules rules,
            WrongPasswords wrong,
            PasswordEncoder encoder,
            StoredGivenPassword given,
            AuditTrail audit,
            ApplicationEventPublisher events,
            ObjectProvider<Sessions> sessions,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.links = links;
        this.asked = asked;
        this.rules = rules;
        this.wrong = wrong;
        this.encoder = encoder;
        this.given = given;
        this.audit = audit;
        this.events = events;
        this.sessions = sessions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Person> findOwn(SignInName name) {
        return accounts.find(name);
    }

    @Override
    public PasswordOutcome changePassword(SignInName name, String current, String next) {
        var wait = wrong.findEndOfWait(name);
        if (wait.isPresent()) {
            wrong.note(name, "");
            return new PasswordOutcome.TooManyTries(wait.get());
        }
        var person = accounts.find(name);
        var before = accounts.findHash(name);
        if (person.isEmpty() || before.isEmpty() || !encoder.matches(current, before.get())) {
            wrong.note(name, address(name));
            return new PasswordOutcome.WrongPassword();
        }
        wrong.forget(name);
        var weakness = findWeakness(next, person.get());
        if (weakness.isPresent()) return new PasswordOutcome.Unsuitable(weakness.get());
        var hash = hash(next);
        var changed = transaction.execute(status -> {
            accounts.findToChange(name);
            if (!accounts.findHash(name).equals(before)) return false;
            choose(name, hash, current());
            audit.record(name.value(), Deed.PASSWORD_CHANGED, name.value());
            return true;
        });
        if (!changed) return new PasswordOutcome.WrongPassword();
        if (person.get().passwordToChange()) given.forget();
        return new PasswordOutcome.Changed();
    }

    @Override
    public Optional<LinkOwner> findLink(String secret) {
        return secrets.find(secret, clock.instant())
                .flatMap(link -> accounts.find(link.name())
                        .map(person ->
                                new LinkOwner(person.name(), person.fullName(), person.invited(), link.expiresAt())));
    }

    @Override
    public PasswordOutcome redeem(String secret, String next) {
        var person = secrets.find(secret, clock.instant()).flatMap(link -> accounts.find(link.name()));
        if (person.isEmpty()) return new PasswordOutcome.LinkVoid();
        var weakness = findWeakness(next, person.get());
        if (weakness.isPresent()) return new PasswordOutcome.Unsuitable(weakness.get());
        var name = person.get().name();
        var hash = hash(next);
        var used = transaction.execute(status -> {
            // The person before the link, as whoever removes the person does.
            if (accounts.findToChange(name).isEmpty() || !secrets.use(secret, clock.instant())) return false;
            choose(name, hash, Optional.empty());
            audit.record(name.value(), Deed.LINK_USED, name.value());
            return true;
        });
        if (!used) return new PasswordOutcome.LinkVoid();
        if (person.get().passwordToChange()) given.forget();
        return new PasswordOutcome.Changed();
    }

    @Override
    public boolean canSendLinks() {
        return links.canSend();
    }

    @Override
    public void askForLink(String typedName) {
        asked.ask(typedName);
    }

    private Optional<Weakness> findWeakness(String next, Person person) {
        var weakness = rules.findWeakness(next, person);
        if (weakness.isPresent()) return weakness;
        return accounts.findHash(person.name())
                .filter(before -> encoder.matches(next, before))
                .map(before -> Weakness.SAME_AS_BEFORE);
    }

    private void choose(SignInName name, String hash, Optional<UUID> except) {
        accounts.choosePassword(name, hash);
        links.end(name);
        events.publishEvent(new AccessChanged(name, except));
    }

    private String hash(String password) {
        var hash = encoder.encode(password);
        if (hash == null) throw new IllegalStateException("no password, no hash");
        return hash;
    }

    /** From where the session was opened in which this happens. */
    private String address(SignInName name) {
        var here = current();
        return sessions.stream()
                .flatMap(open -> open.listSessionsOf(name).stream())
                .filter(session -> here.equals(Optional.of(session.id())))
                .map(OpenSession::address)
                .findFirst()
                .orElse("");
    }

    private Optional<UUID> current() {
        return sessions.stream().findFirst().flatMap(Sessions::current);
    }
}
