package city.cockpit.administration;

import city.cockpit.access.SignInName;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Map;

/** What all fields for passwords have in common. */
final class PasswordFields {

    private PasswordFields() {}

    /** A field for the password that is in force. */
    static PasswordField current(Wording words, String label) {
        var field = new PasswordField(label);
        field.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        prepare(field, words);
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }

    static void prepare(PasswordField field, Wording words) {
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.getElement().setPropertyMap("i18n", Map.of("reveal", words.text("password.show")));
    }

    /** Says beside the field what is wrong, and puts the keyboard there. */
    static void refuse(PasswordField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    /** So that password managers know whose password it is. */
    static Input nameForPasswordManagers(SignInName name) {
        var field = new Input();
        field.setValue(name.value());
        field.getElement()
                .setAttribute("name", "username")
                .setAttribute("autocomplete", "username")
                .setAttribute("readonly", true)
                .setAttribute("hidden", true);
        return field;
    }
}
