package city.cockpit.administration;

import city.cockpit.access.OwnAccount;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Whoever forgot the password asks for a link. The answer is the same whether or not there is such a person. */
final class ForgottenForm extends Form {

    private static final Logger log = LoggerFactory.getLogger(ForgottenForm.class);

    private final Wording words;
    private final OwnAccount account;
    private final TextField name;
    private final FormMessage message = new FormMessage();

    ForgottenForm(Wording words, OwnAccount account) {
        this.words = words;
        this.account = account;
        name = new TextField(words.text("login.name"));
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setAutocapitalize(Autocapitalize.NONE);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.addValueChangeListener(change -> name.setInvalid(false));
        add(message, name, new SendButton(words.text("forgotten.submit")));
        name.focus();
        whenSent(this::ask);
    }

    private void ask() {
        message.clear();
        if (name.getValue().isBlank()) {
            name.setErrorMessage(words.text("login.name.missing"));
            name.setInvalid(true);
            name.focus();
            return;
        }
        try {
            account.askForLink(name.getValue());
            message.say(FormMessage.Kind.DONE, words.text("forgotten.sent"));
        } catch (DataAccessException e) {
            log.warn("A link for a new password could not be made", e);
            message.say(FormMessage.Kind.PROBLEM, words.text("forgotten.unavailable"));
        }
    }
}
