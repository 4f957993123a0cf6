package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class ErrorPageTests extends ScreenTest {

    @Route("broken")
    @AnonymousAllowed
    public static class BrokenView extends Div implements BeforeEnterObserver {
        @Override
        public void beforeEnter(BeforeEnterEvent event) {
            throw new IllegalStateException("a secret of the database");
        }
    }

    @Test
    void anAddressThatLeadsNowhereIsAnsweredInWords() {
        open("nix");
        assertThat(page()).contains("Diese Seite gibt es nicht", "Zum Überblick", "Musterstadt");
        speak(Locale.ENGLISH);
        open("nothing");
        assertThat(page()).contains("This page does not exist");
    }

    @Test
    void aPageThatFailsTellsNothingTechnical() {
        RouteConfiguration.forSessionScope().setAnnotatedRoute(BrokenView.class);
        open("broken");
        assertThat(page())
                .contains("Diese Seite lässt sich gerade nicht zeigen")
                .doesNotContain("secret", "Exception");
    }
}
