package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import city.cockpit.town.Contact;
import city.cockpit.town.LegalTexts;
import city.cockpit.town.TownHall;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

/** What the law wants beside the imprint: privacy, the statement on accessibility, and the film in sign language. */
@WithAnonymousUser
class StatementsTests extends ScreenTest {

    private static final Path MEDIA = Path.of("target/preview-media");

    @Autowired
    TownHall town;

    @AfterEach
    void bringBack() throws IOException {
        enter(Contact.NONE, LegalTexts.NONE);
        for (var file : new String[] {"sign-language.mp4", "sign-language.vtt"})
            Files.deleteIfExists(MEDIA.resolve(file));
    }

    @Test
    void everyPageLeadsToThem() {
        open("report");
        assertThat(links()).contains("privacy", "accessibility", "leichte-sprache");
    }

    @Test
    void theStatementOfTheTownHasHeadingsListsAndLinks() {
        enter(
                Contact.NONE,
                new LegalTexts(
                        "", "", "Wir wollen das.\n\n# Was fehlt\n\n- Das Video\n- Mehr: https://lbit.hessen.de."));
        open("accessibility");
        assertThat(page()).contains("Erklärung zur Barrierefreiheit", "Wir wollen das.");
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Was fehlt", "Eine Barriere melden");
        assertThat(find(ListItem.class).all()).extracting(ListItem::getText).contains("Das Video");
        assertThat(links()).contains("https://lbit.hessen.de");
    }

    @Test
    void aBarrierIsReportedWhateverTheTownHasWritten() {
        enter(new Contact("Rathaus", "rathaus@stadt.example", "06621 201-0"), LegalTexts.NONE);
        open("accessibility");
        assertThat(page()).contains("noch nicht eingetragen", "Das hat bisher niemand getan.");
        assertThat(links()).contains("report?about=accessibility", "mailto:rathaus@stadt.example", "tel:066212010");
        open("report?about=accessibility");
        assertThat(page()).contains("Barriere melden", "Es geht um: Barrierefreiheit");
    }

    @Test
    void theTemplateHoldsWhatTheModelStatementWantsAndNamesTheEnforcementBody() {
        var template = ResourceBundle.getBundle("city.cockpit.uikit.messages", Locale.GERMAN)
                .getString("template.accessibility");
        assertThat(template)
                .contains(
                        "(EU) 2016/2102",
                        "# Stand der Vereinbarkeit",
                        "# Nicht barrierefreie Inhalte",
                        "Unverhältnismäßige Belastung",
                        "# Erstellung dieser Erklärung",
                        "# Rückmeldung und Kontakt",
                        "# Durchsetzungsverfahren",
                        "https://lbit.hessen.de",
                        "src/docs/generated/accessibility.md");
    }

    @Test
    void privacySaysWhatTheCockpitDoesUntilTheTownSaysMore() {
        open("privacy");
        assertThat(page()).contains("noch nicht eingetragen", "nichts von fremden Servern");
        enter(Contact.NONE, new LegalTexts("", "Verantwortlich ist das Rathaus.", ""));
        open("privacy");
        assertThat(page()).contains("Verantwortlich ist das Rathaus.").doesNotContain("noch nicht eingetragen");
    }

    @Test
    void withoutAFilmInSignLanguageCitizensSeeNothingOfIt() {
        open("leichte-sprache");
        assertThat(page()).doesNotContain("Gebärdensprache");
        open("accessibility");
        assertThat(page()).doesNotContain("Gebärdensprache");
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMINISTRATOR")
    void anAdministratorReadsWhereTheFilmGoes() {
        open("leichte-sprache");
        assertThat(page()).contains("Noch kein Video.", "sign-language.mp4");
    }

    @Test
    void aFilmInTheFolderIsShownWithItsCaptionsWithoutARestart() throws IOException {
        Files.createDirectories(MEDIA);
        Files.write(MEDIA.resolve("sign-language.mp4"), new byte[] {1});
        Files.write(MEDIA.resolve("sign-language.vtt"), new byte[] {1});
        for (var address : new String[] {"leichte-sprache", "accessibility"}) {
            open(address);
            assertThat(page()).contains("Video in Gebärdensprache");
            var video = find(SignLanguageSection.class).single().getElement().getChild(1);
            assertThat(video.getAttribute("src")).isEqualTo("media/sign-language.mp4");
            assertThat(video.getChild(0).getAttribute("src")).isEqualTo("media/sign-language.vtt");
        }
        var files = new MediaEndpoint(new SignLanguage(MEDIA));
        assertThat(files.file("sign-language.mp4").getHeaders().getContentType())
                .hasToString("video/mp4");
        assertThat(files.file("sign-language.webm").getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void nothingElseInTheFolderIsHandedOut() throws IOException {
        Files.createDirectories(MEDIA);
        var other = Files.write(MEDIA.resolve("geheim.mp4"), new byte[] {1});
        assertThat(new MediaEndpoint(new SignLanguage(MEDIA))
                        .file("geheim.mp4")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        Files.delete(other);
    }

    private void enter(Contact contact, LegalTexts texts) {
        TownTexts.enter(town, contact, texts, town.now().profile().licence());
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
