package city.cockpit.administration;

import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Sign-in for city staff. */
@Route(value = "login", layout = CockpitLayout.class)
@AnonymousAllowed
final class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final LoginForm form;

    LoginView(Wordings wordings) {
        words = wordings.ofThisPage();
        addClassName("login");
        var hint = new Paragraph(words.text("login.hint"));
        hint.addClassName("lead");
        form = new LoginForm(words());
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        add(new H1(words.text("login.title")), hint, form);
    }

    private LoginI18n words() {
        var i18n = LoginI18n.createDefault();
        i18n.getForm().setTitle("");
        i18n.getForm().setUsername(words.text("login.name"));
        i18n.getForm().setPassword(words.text("login.password"));
        i18n.getForm().setSubmit(words.text("login.submit"));
        i18n.getErrorMessage().setTitle(words.text("login.wrong"));
        i18n.getErrorMessage().setMessage(words.text("login.wrong.advice"));
        i18n.getErrorMessage().setUsername(words.text("login.name.missing"));
        i18n.getErrorMessage().setPassword(words.text("login.password.missing"));
        return i18n;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return words.text("login.title");
    }
}
