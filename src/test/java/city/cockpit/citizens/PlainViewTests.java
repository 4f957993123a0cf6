package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.State;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.html.Anchor;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class PlainViewTests extends ScreenTest {

    @Test
    void theCityIsToldInShortSentences() {
        aTownAtNoon();
        open("einfach");
        assertThat(page())
                .contains("Musterstadt jetzt, in einfachen Worten")
                .contains("Jetzt sind 214 Parkplätze frei.")
                .contains("Die Luft ist gut. Sie können draußen Sport machen.")
                .contains("Am lautesten ist es hier: Markt. Dort sind es 61\u00a0dB(A).");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("live/luft", "leichte-sprache");
    }

    @Test
    void whatIsNotCurrentIsNotTold() {
        aTownAtNoon();
        city.reports("noise-markt/laeq", 61.4, NOON, State.STALE);
        city.publish(NOON);
        open("einfach");
        assertThat(page()).contains("Dazu gibt es gerade keinen neuen Wert.").doesNotContain("61 dB(A)");
    }

    @Test
    void theStartPageLeadsThere() {
        aTownAtNoon();
        open("");
        assertThat(find(Anchor.class).withText("In einfachen Worten").single().getHref())
                .isEqualTo("einfach");
    }

    @Test
    void thePageInEasyLanguageSaysThatNobodyHasCheckedIt() {
        open("leichte-sprache");
        assertThat(page())
                .contains("Menschen aus der Zielgruppe haben ihn noch nicht geprüft")
                .contains("Das Stadt-Cockpit ist eine Internet-Seite.");
        speak(Locale.ENGLISH);
        open("leichte-sprache");
        assertThat(page()).contains("The urban cockpit is a web page.");
    }
}
