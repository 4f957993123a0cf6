package city.cockpit.administration;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Name and password, sent by the browser itself to the filters before the screens: the password never passes through
 * this page.
 */
final class SignInForm extends Form {

    private final TextField name;

    SignInForm(Wording words) {
        getElement().setAttribute("method", "post").setAttribute("action", "login");
        name = new TextField(words.text("login.name"));
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setAutocapitalize(Autocapitalize.NONE);
        name.getElement().setAttribute("name", "username").setAttribute("spellcheck", "false");
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setErrorMessage(words.text("login.name.missing"));
        var password = PasswordFields.current(words, words.text("login.password"));
        password.getElement().setAttribute("name", "password");
        password.setErrorMessage(words.text("login.password.missing"));
        add(name, password, new SendButton(words.text("login.submit")));
        addToken();
    }

    /** Without it the filters take the form for one of another site. */
    private void addToken() {
        var request = VaadinRequest.getCurrent();
        if (request == null || !(request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token)) return;
        var field = new Input();
        field.setType("hidden");
        field.setValue(token.getToken());
        field.getElement().setAttribute("name", token.getParameterName());
        add(field);
    }

    /** What is missing is said at once, and nothing is sent. */
    @Override
    protected void onAttach(AttachEvent event) {
        name.focus();
        getElement().executeJs("""
                        this.addEventListener('submit', event => {
                          const fields = [...this.querySelectorAll('vaadin-text-field, vaadin-password-field')];
                          fields.forEach(field => field.invalid = !field.value);
                          const missing = fields.find(field => field.invalid);
                          if (!missing) return;
                          event.preventDefault();
                          missing.focus();
                        })""");
    }
}
