package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LeanPagesTests extends ScreenTest {

    private static final String CITY = "the whole city ".repeat(1_000);

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final LeanPages pages = new LeanPages(later::add);

    private void isAnswered(String answer) {
        UI.getCurrent().getInternals().setLastRequestResponse(answer);
        pages.requestEnd(VaadinRequest.getCurrent(), VaadinResponse.getCurrent(), VaadinSession.getCurrent());
    }

    private String remembered() {
        MockVaadin.clientRoundtrip();
        return UI.getCurrent().getInternals().getLastRequestResponse();
    }

    private void aMinutePasses() {
        while (!later.isEmpty()) later.remove().run();
    }

    @Test
    void whatAPageWasToldIsForgottenWhenItDoesNotAskAgain() {
        isAnswered(CITY);
        assertThat(remembered()).isEqualTo(CITY);
        aMinutePasses();
        assertThat(remembered()).isEqualTo(LeanPages.TOO_LATE);
    }

    @Test
    void aPageThatWasToldSomethingElseMeanwhileMayAskAgainForThat() {
        isAnswered(CITY);
        isAnswered("a little");
        aMinutePasses();
        assertThat(remembered()).isEqualTo("a little");
    }
}
