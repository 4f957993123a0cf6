package city.cockpit.uikit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a reader sees when a page fails: no technical word; those are in the log. */
@ParentLayout(CockpitLayout.class)
@AnonymousAllowed
final class FailurePage extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(FailurePage.class);

    private final Wording words;

    FailurePage(Wordings wordings) {
        words = wordings.ofThisPage();
        add(
                new H1(words.text("error.failure")),
                new Paragraph(words.text("error.failure.advice")),
                new Anchor("", words.text("error.home")));
        addClassName("notice");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        log.error("The page {} failed", event.getLocation().getPath(), parameter.getException());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return words.text("error.failure");
    }
}
