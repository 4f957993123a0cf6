package city.cockpit.access.people;

import city.cockpit.access.People.OneTimeLink;
import city.cockpit.access.Person;
import city.cockpit.access.SignInName;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Makes one-time links and sends them where mail is set up. */
@Component
class Links {

    /** A colleague who is on leave on the day of the invitation finds it on Monday. */
    static final Duration INVITATION = Duration.ofDays(3);

    static final Duration RESET = Duration.ofHours(2);

    private final LinkTable table;
    private final LinkMail mail;
    private final InstantSource clock;

    Links(LinkTable table, LinkMail mail, InstantSource clock) {
        this.table = table;
        this.mail = mail;
        this.clock = clock;
    }

    /** A link that is in the database and not yet on its way. */
    record Made(Person person, OneTimeLink link) {}

    /** Belongs into the transaction of what it is made for. */
    Made make(Person person) {
        var now = clock.instant();
        var expiresAt = now.plus(person.invited() ? INVITATION : RESET);
        var secret = table.add(person.name(), now, expiresAt);
        return new Made(person, new OneTimeLink("/link#" + secret, expiresAt, false));
    }

    /** Belongs behind the transaction: a mail cannot be taken back. */
    OneTimeLink send(Made made) {
        var link = made.link();
        return new OneTimeLink(link.path(), link.expiresAt(), mail.send(made.person(), link));
    }

    boolean canSend() {
        return mail.canSend();
    }

    void end(SignInName name) {
        table.end(name, clock.instant());
    }
}
