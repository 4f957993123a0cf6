package city.cockpit.access.people;

import city.cockpit.access.People.Details;
import city.cockpit.access.Person;
import city.cockpit.access.Person.Origin;
import city.cockpit.access.SignInName;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links that people ask for themselves. Whether there is such a person is looked up later and elsewhere, so that whoever
 * asks learns nothing from how long it takes; who asks for somebody else costs that person a few mails an hour at most.
 */
@Component
class AskedLinks implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AskedLinks.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PER_HOUR = 3;
    private static final int WAITING = 100;

    private final AccountTable accounts;
    private final LinkTable secrets;
    private final Links links;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    /** One after the other; what comes while many wait is dropped, since it is no person who asks that often. */
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("asked-links").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    AskedLinks(
            AccountTable accounts,
            LinkTable secrets,
            Links links,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.links = links;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns at once. */
    void ask(String typed) {
        if (links.canSend()) worker.execute(() -> answer(typed));
    }

    private void answer(String typed) {
        try {
            var made = find(typed).flatMap(person -> transaction.execute(status -> make(person.name())));
            made.ifPresent(links::send);
        } catch (RuntimeException e) {
            log.warn("A link that somebody asked for could not be made: {}", e.toString());
        }
    }

    /** By sign-in name, or by e-mail address if it is the address of one person only. */
    private Optional<Person> find(String typed) {
        return SignInName.of(typed)
                .flatMap(accounts::find)
                .or(() -> Optional.of(typed.strip()).filter(Details::isEmail).flatMap(accounts::findByEmail));
    }

    /** Links made before stay good, or others could make those of a person void. */
    private Optional<Links.Made> make(SignInName name) {
        return accounts.findToChange(name)
                .filter(person -> person.origin() == Origin.COCKPIT)
                .filter(person -> !person.email().isEmpty() && !person.locked())
                .filter(person -> secrets.countSince(name, clock.instant().minus(HOUR)) < PER_HOUR)
                .map(person -> {
                    audit.record(AuditTrail.SYSTEM, Deed.LINK_MADE, name.value());
                    return links.make(person);
                });
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
