package city.cockpit.uikit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** What a reader sees at an address that leads nowhere. */
@ParentLayout(CockpitLayout.class)
@AnonymousAllowed
final class NotFoundPage extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private final Wording words;

    NotFoundPage(Wordings wordings) {
        words = wordings.ofThisPage();
        add(
                new H1(words.text("error.not-found")),
                new Paragraph(words.text("error.not-found.advice")),
                new Anchor("", words.text("error.home")));
        addClassName("notice");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return words.text("error.not-found");
    }
}
