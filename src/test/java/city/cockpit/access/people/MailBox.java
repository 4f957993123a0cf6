package city.cockpit.access.people;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that keeps what it is given. */
final class MailBox extends JavaMailSenderImpl {

    final List<SimpleMailMessage> mails = new CopyOnWriteArrayList<>();
    private boolean away;

    /** From now on it takes no mail. */
    void goAway() {
        away = true;
    }

    @Override
    public void send(SimpleMailMessage... messages) {
        if (away) throw new MailSendException("cannot send " + messages[0].getText());
        mails.addAll(List.of(messages));
    }
}
