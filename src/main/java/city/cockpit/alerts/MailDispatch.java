package city.cockpit.alerts;

import city.cockpit.alerts.Untold.Reason;
import city.cockpit.measurement.TownSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Mails in German, in English, or in both. */
@Component
class MailDispatch implements Dispatch {

    private final Optional<JavaMailSender> server;
    private final MailSettings settings;
    private final NewsWords words;
    private final TownSource town;

    MailDispatch(ObjectProvider<JavaMailSender> server, MailSettings settings, NewsWords words, TownSource town) {
        this.server = server.stream().findFirst();
        this.settings = settings;
        this.words = words;
        this.town = town;
    }

    @Override
    public Recipient.Channel channel() {
        return Recipient.Channel.EMAIL;
    }

    @Override
    public void tell(Recipient recipient, List<News> news) throws NotToldException {
        if (server.isEmpty()) throw new NotToldException(Reason.NO_MAIL_SERVER, "");
        var mail = new SimpleMailMessage();
        mail.setFrom(settings.sender());
        mail.setTo(recipient.address());
        var languages = recipient.language().locales();
        mail.setSubject(town.town().name() + ": " + words.subject(languages, news));
        mail.setText(words.body(languages, news, settings.base()));
        try {
            server.get().send(mail);
        } catch (MailException e) {
            // Not its message: some mail servers repeat what they were sent.
            throw new NotToldException(Reason.MAIL_REFUSED, e.getClass().getSimpleName());
        }
    }
}
