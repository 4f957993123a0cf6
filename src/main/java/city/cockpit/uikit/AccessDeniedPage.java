package city.cockpit.uikit;

import city.cockpit.access.Role;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.servlet.http.HttpServletResponse;

/** What somebody sees who is signed in and lacks the role for a page. Strangers are asked to sign in instead. */
@ParentLayout(CockpitLayout.class)
@AnonymousAllowed
final class AccessDeniedPage extends Main implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    private final Wording words;
    private final AuthenticationContext visitor;

    AccessDeniedPage(Wordings wordings, AuthenticationContext visitor) {
        words = wordings.ofThisPage();
        this.visitor = visitor;
        add(
                new H1(words.text("error.denied")),
                new Paragraph(words.text("error.denied.advice")),
                new Anchor("account", words.text("error.denied.account")));
        addClassName("notice");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        if (visitor.hasRole(Role.Name.PASSWORD_TO_CHANGE)) event.forwardTo(PasswordFirst.PAGE);
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return words.text("error.denied");
    }
}
