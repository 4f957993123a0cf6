package city.cockpit.administration;

import city.cockpit.access.OwnAccount;
import city.cockpit.access.Person;
import city.cockpit.access.Readmission;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;

/** A new password for oneself: when one likes, or because one has to before anything else opens. */
@Route(value = "account/password", layout = CockpitLayout.class)
@RolesAllowed({
    Role.Name.ADMINISTRATOR,
    Role.Name.STAFF,
    Role.Name.TECHNICIAN,
    Role.Name.STRATEGY_EDITOR,
    Role.Name.PASSWORD_TO_CHANGE
})
final class PasswordView extends Main implements HasDynamicTitle {

    private final Wording words;
    private final Readmission readmission;
    private final boolean forced;

    PasswordView(
            Wordings wordings,
            OwnAccount account,
            Readmission readmission,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.readmission = readmission;
        this.forced = visitor.hasRole(Role.Name.PASSWORD_TO_CHANGE);
        addClassName("door");
        var own = visitor.getPrincipalName().flatMap(SignInName::of).flatMap(account::findOwn);
        add(new H1(getPageTitle()));
        if (own.isPresent() && own.get().origin() == Person.Origin.COCKPIT) {
            add(lead(forced ? "password.forced.lead" : "password.lead"));
            add(new PasswordForm(words, account, clock, own.get().name(), this::goOn));
        } else add(lead("password.elsewhere"));
        if (!forced) add(new Anchor("account", words.text("password.back")));
    }

    private Paragraph lead(String key) {
        var lead = new Paragraph(words.text(key));
        lead.addClassName("door-lead");
        return lead;
    }

    /** The page is loaded anew: the frame around it offers other ways from now on. */
    private void goOn() {
        if (forced) readmission.admit();
        UI.getCurrentOrThrow().getPage().setLocation(forced ? "cockpit" : "account?" + AccountView.PASSWORD_CHANGED);
    }

    @Override
    public String getPageTitle() {
        return words.text(forced ? "password.forced.title" : "password.title");
    }
}
