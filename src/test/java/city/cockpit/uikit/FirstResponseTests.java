package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

/** What the flood of visitors costs that comes with a flood of water. */
class FirstResponseTests extends ScreenTest {

    private int made;
    private Instant now = NOON;
    private FirstResponse first;

    @BeforeEach
    void aTown(
            @Autowired Wordings wordings,
            @Autowired LivePicture pictures,
            @Autowired AuthenticationContext visitor,
            @Autowired LiveTown town) {
        first = new FirstResponse(wordings, pictures, () -> now, visitor, town);
        aTownAtNoon();
        open("");
    }

    @Test
    @WithAnonymousUser
    void aCrowdThatComesAtOnceIsGivenOnePageAndTheNextOneHasTheNewestValues() {
        assertThat(shown(given()).ownText()).isEqualTo("Seite 1");
        now = NOON.plusMillis(1_900);
        assertThat(shown(given()).ownText()).isEqualTo("Seite 1");
        now = NOON.plus(Duration.ofSeconds(2));
        assertThat(shown(given()).ownText()).isEqualTo("Seite 2");
    }

    @Test
    @WithAnonymousUser
    void whoeverReadsAnotherLanguageIsGivenAPageInIt() {
        given();
        speak(Locale.ENGLISH);
        open("");
        assertThat(given().select("#first .skip").text()).isEqualTo("Skip to content");
        assertThat(made).isEqualTo(2);
    }

    @Test
    @WithAnonymousUser
    void whatIsDoneToThePageOfOneVisitorStaysOutOfThatOfTheNext() {
        shown(given()).text("nur für mich");
        assertThat(shown(given()).ownText()).isEqualTo("Seite 1");
    }

    @Test
    @WithMockUser(roles = "EDITOR")
    void staffAreGivenAPageOfTheirOwn() {
        given();
        given();
        assertThat(made).isEqualTo(2);
    }

    private Document given() {
        var response = new IndexHtmlResponse(
                VaadinRequest.getCurrent(), VaadinResponse.getCurrent(), Document.createShell(""));
        first.show(response, this::newPage);
        return response.getDocument();
    }

    private static Element shown(Document document) {
        return document.expectFirst("#first main");
    }

    private Component newPage() {
        var page = new Main();
        page.setText("Seite " + ++made);
        return page;
    }
}
