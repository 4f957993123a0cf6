package city.cockpit.administration;

import city.cockpit.access.OwnAccount;
import city.cockpit.access.OwnAccount.LinkOwner;
import city.cockpit.access.OwnAccount.PasswordOutcome;
import city.cockpit.access.SignInNotice;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A new password for whoever holds a one-time link. */
final class LinkForm extends Form {

    private static final Logger log = LoggerFactory.getLogger(LinkForm.class);

    private final Wording words;
    private final OwnAccount account;
    private final String secret;
    private final Runnable isVoid;
    private final NewPasswordField next;
    private final FormMessage message = new FormMessage();

    LinkForm(Wording words, OwnAccount account, LinkOwner owner, String secret, Runnable isVoid) {
        this.words = words;
        this.account = account;
        this.secret = secret;
        this.isVoid = isVoid;
        next = new NewPasswordField(words);
        add(
                PasswordFields.nameForPasswordManagers(owner.name()),
                message,
                next,
                new SendButton(words.text("link.submit")));
        next.focus();
        whenSent(this::choose);
    }

    private void choose() {
        message.clear();
        if (!next.isComplete()) return;
        try {
            answer(account.redeem(secret, next.typed()));
        } catch (DataAccessException e) {
            log.warn("A one-time link could not be used", e);
            message.say(FormMessage.Kind.PROBLEM, words.text("link.unavailable"));
        }
    }

    private void answer(PasswordOutcome outcome) {
        switch (outcome) {
            case PasswordOutcome.Changed() -> {
                VaadinSession.getCurrent().setAttribute(OpenedLink.class, null);
                UI.getCurrentOrThrow()
                        .getPage()
                        .setLocation(SignInNotice.PASSWORD_CHOSEN.path().substring(1));
            }
            case PasswordOutcome.Unsuitable(var weakness) -> next.refuse(weakness);
            case PasswordOutcome.LinkVoid() -> isVoid.run();
            // Only a present password can be wrong, and here none is asked for.
            case PasswordOutcome.WrongPassword() -> isVoid.run();
            case PasswordOutcome.TooManyTries(var until) ->
                message.say(FormMessage.Kind.PROBLEM, words.text("link.unavailable"));
        }
    }
}
