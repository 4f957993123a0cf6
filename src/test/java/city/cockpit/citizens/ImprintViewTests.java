package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import city.cockpit.town.Contact;
import city.cockpit.town.DataLicence;
import city.cockpit.town.LegalTexts;
import city.cockpit.town.TownHall;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

@WithAnonymousUser
class ImprintViewTests extends ScreenTest {

    @Autowired
    TownHall town;

    @AfterEach
    void bringBack() {
        enter(Contact.NONE, LegalTexts.NONE, DataLicence.NONE);
    }

    @Test
    void textsAreShownAsTheyWereTyped() {
        enter(
                new Contact("Magistrat\nMarkt 1", "rathaus@stadt.example", "06621 201-0"),
                new LegalTexts(
                        "Verantwortlich: <b>Erika</b>\n\nMehr: https://stadt.example/a?b=1.", "Keine Cookies", ""),
                DataLicence.DL_DE_ZERO);
        open("imprint");
        assertThat(page())
                .contains("Magistrat", "Verantwortlich: <b>Erika</b>", "Zero – Version 2.0")
                .doesNotContain("Hier stehen noch keine Angaben");
        assertThat(links())
                .contains(
                        "https://stadt.example/a?b=1",
                        "mailto:rathaus@stadt.example",
                        "tel:066212010",
                        "https://www.govdata.de/dl-de/zero-2-0")
                .contains("imprint#contact", "imprint#imprint", "imprint#licence");
    }

    @Test
    void aTextThatLooksLikeAnAddressOfAScriptIsNoLink() {
        enter(Contact.NONE, new LegalTexts("javascript:alert(1) http://x.example", "", ""), DataLicence.NONE);
        open("imprint");
        assertThat(links()).noneMatch(link -> link.startsWith("javascript") || link.contains("x.example"));
    }

    @Test
    void whereNothingWasEnteredThePageSaysSoAndCitizensSeeNoEmptyLinks() {
        enter(Contact.NONE, LegalTexts.NONE, DataLicence.NONE);
        speak(Locale.ENGLISH);
        open("imprint");
        assertThat(page()).contains("Nothing has been entered here yet.").doesNotContain("not set up");
        assertThat(links()).noneMatch(link -> link.startsWith("imprint#"));
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMINISTRATOR")
    void anAdministratorIsRemindedAtTheFootOfEveryPage() {
        enter(Contact.NONE, LegalTexts.NONE, DataLicence.NONE);
        open("status");
        assertThat(page()).contains("Impressum: noch nicht eingerichtet");
    }

    private void enter(Contact contact, LegalTexts texts, DataLicence licence) {
        TownTexts.enter(town, contact, texts, licence);
    }

    private static List<String> links() {
        return all(UI.getCurrent())
                .filter(Anchor.class::isInstance)
                .map(anchor -> ((Anchor) anchor).getHref())
                .toList();
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ImprintViewTests::all));
    }
}
