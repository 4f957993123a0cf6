package city.cockpit.administration;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Name and password, sent by the browser itself to the filters before the screens. The fields are bare elements: what is
 * typed into them never reaches this page, and nothing else is sent while the sign-in is under way.
 */
@Uses(TextField.class)
@Uses(PasswordField.class)
final class SignInForm extends Form {

    SignInForm(Wording words) {
        getElement().setAttribute("method", "post").setAttribute("action", "login");
        var name = field("vaadin-text-field", "username", words.text("login.name"), words.text("login.name.missing"))
                .setAttribute("autocomplete", "username")
                .setAttribute("autocapitalize", "none")
                .setAttribute("spellcheck", "false");
        var password = field(
                        "vaadin-password-field",
                        "password",
                        words.text("login.password"),
                        words.text("login.password.missing"))
                .setAttribute("autocomplete", "current-password")
                .setPropertyMap("i18n", Map.of("reveal", words.text("password.show")));
        getElement().appendChild(name, password);
        add(new SendButton(words.text("login.submit")));
        addToken();
    }

    private static Element field(String tag, String name, String label, String missing) {
        return new Element(tag)
                .setAttribute("name", name)
                .setProperty("label", label)
                .setProperty("required", true)
                .setProperty("manualValidation", true)
                .setProperty("errorMessage", missing);
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
        getElement().executeJs("""
                        const fields = [...this.querySelectorAll('vaadin-text-field, vaadin-password-field')];
                        this.addEventListener('submit', event => {
                          fields.forEach(field => field.invalid = !field.value);
                          const missing = fields.find(field => field.invalid);
                          if (!missing) return;
                          event.preventDefault();
                          missing.focus();
                        });
                        customElements.whenDefined('vaadin-text-field').then(() => fields[0].focus());""");
    }
}
