package city.cockpit.access.people;

import city.cockpit.access.People.OneTimeLink;
import city.cockpit.access.Person;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends one-time links by e-mail where a mail server is set up and the cockpit knows its own address: in German and
 * English, since nobody has asked the person yet. Blocks; any thread.
 */
@Component
class LinkMail {

    private static final Logger log = LoggerFactory.getLogger(LinkMail.class);
    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private final Optional<JavaMailSender> server;
    private final AccessSettings.Access settings;
    private final TownSource home;

    LinkMail(ObjectProvider<JavaMailSender> server, AccessSettings settings, TownSource home) {
        this.server = server.stream().findFirst();
        this.settings = settings.access();
        this.home = home;
        if (this.server.isPresent() && this.settings.address().isEmpty())
            log.warn("No mails are sent: cockpit.access.address must say how people reach the cockpit");
    }

    boolean canSend() {
        return server.isPresent() && settings.address().isPresent();
    }

    /** Returns whether the mail server took the mail; that it did not is told in the log and changes nothing else. */
    boolean send(Person person, OneTimeLink link) {
        if (!canSend() || person.email().isEmpty()) return false;
        try {
            server.orElseThrow().send(mail(person, link));
            return true;
        } catch (MailException e) {
            // Not the exception itself: some mail servers repeat what they were sent.
            log.warn("The mail server did not take a mail ({})", e.getClass().getSimpleName());
            return false;
        }
    }

    private SimpleMailMessage mail(Person person, OneTimeLink link) {
        var mail = new SimpleMailMessage();
        mail.setFrom(settings.sender());
        mail.setTo(person.email());
        mail.setSubject(town().name() + ": "
                + LANGUAGES.stream()
                        .map(language -> text(language, subject(person)))
                        .collect(Collectors.joining(" / ")));
        mail.setText(LANGUAGES.stream()
                .map(language -> body(language, person, link))
                .collect(Collectors.joining("\n\n-- \n\n")));
        return mail;
    }

    private static String subject(Person person) {
        return person.invited() ? "mail.invitation.subject" : "mail.reset.subject";
    }

    private String body(Locale language, Person person, OneTimeLink link) {
        var until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(town().zone())
                .format(link.expiresAt());
        return text(
                language,
                person.invited() ? "mail.invitation.body" : "mail.reset.body",
                town().name(),
                person.name().value(),
                settings.base().orElseThrow() + link.path(),
                until);
    }

    private Town town() {
        return home.town();
    }

    private static String text(Locale language, String key, Object... values) {
        var bundle = ResourceBundle.getBundle(
                "city.cockpit.access.people.mail", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), language).format(values);
    }
}
