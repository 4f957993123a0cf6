package city.cockpit.administration;

import city.cockpit.access.OwnAccount;
import city.cockpit.access.OwnAccount.PasswordOutcome;
import city.cockpit.access.SignInName;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.textfield.PasswordField;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The old password and a new one. */
final class PasswordForm extends Form {

    private static final Logger log = LoggerFactory.getLogger(PasswordForm.class);

    private final Wording words;
    private final OwnAccount account;
    private final InstantSource clock;
    private final SignInName name;
    private final PasswordField current;
    private final NewPasswordField next;
    private final FormMessage message = new FormMessage();

    PasswordForm(Wording words, OwnAccount account, InstantSource clock, SignInName name, Runnable done) {
        this.words = words;
        this.account = account;
        this.clock = clock;
        this.name = name;
        current = PasswordFields.current(words, words.text("password.current"));
        next = new NewPasswordField(words);
        add(
                PasswordFields.nameForPasswordManagers(name),
                message,
                current,
                next,
                new SendButton(words.text("password.change")));
        whenSent(() -> change(done));
    }

    private void change(Runnable done) {
        message.clear();
        if (current.getValue().isEmpty()) {
            PasswordFields.refuse(current, words.text("password.current.missing"));
            return;
        }
        if (!next.isComplete()) return;
        try {
            answer(account.changePassword(name, current.getValue(), next.typed()), done);
        } catch (DataAccessException e) {
            log.warn("A password could not be changed", e);
            message.say(FormMessage.Kind.PROBLEM, words.text("password.unavailable"));
        }
    }

    private void answer(PasswordOutcome outcome, Runnable done) {
        switch (outcome) {
            case PasswordOutcome.Changed() -> done.run();
            case PasswordOutcome.WrongPassword() -> PasswordFields.refuse(current, words.text("password.wrong"));
            case PasswordOutcome.TooManyTries(var until) ->
                message.say(
                        FormMessage.Kind.PROBLEM,
                        words.text("password.too-many", words.formats().minute(until, clock.instant())));
            case PasswordOutcome.Unsuitable(var weakness) -> next.refuse(weakness);
            // Only a link can be void.
            case PasswordOutcome.LinkVoid() ->
                message.say(FormMessage.Kind.PROBLEM, words.text("password.unavailable"));
        }
    }
}
