package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import city.cockpit.town.ArmsImage;
import city.cockpit.town.SavedTown;
import city.cockpit.town.TownHall;
import city.cockpit.town.TownProfile;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "admin", roles = "ADMINISTRATOR")
class SetUpViewTests extends ScreenTest {

    @Autowired
    TownHall town;

    private SavedTown before;

    @BeforeEach
    void remember() {
        before = town.now();
    }

    /** The town is shared by all tests. */
    @AfterEach
    void bringBack() {
        town.save(town.now().version(), before.profile(), "test");
    }

    @Test
    void whatIsSavedStandsAtTheTopAtOnce() {
        open("setup");
        field(TextField.class, "Name der Stadt").setValue("Neustadt");
        assertThat(page()).contains("Ungespeicherte Änderungen");
        press("Speichern");
        assertThat(town.now().profile().name()).isEqualTo("Neustadt");
        assertThat(town.now().savedBy()).isEqualTo("admin");
        awaitOnPage("Neustadt Stadtcockpit");
        assertThat(page()).contains("Gespeichert. Alle offenen Seiten zeigen es schon.");
    }

    @Test
    void anotherOpenPageShowsTheNewNameAndItsTimesTheNewZone() {
        aTownAtNoon();
        open("");
        awaitOnPage("Musterstadt Stadtcockpit");
        var profile = town.now().profile();
        town.save(
                town.now().version(),
                new TownProfile(
                        "Neustadt",
                        ZoneId.of("Asia/Tokyo"),
                        profile.accent(),
                        profile.arms(),
                        "",
                        profile.boundary(),
                        profile.contact(),
                        profile.texts(),
                        profile.licence()),
                "anna");
        awaitOnPage("Neustadt Stadtcockpit");
        assertThat(find(
                                UI.getCurrent(),
                                Component.class,
                                component -> component.getElement().getTag().equals("city-connection"))
                        .getElement()
                        .getAttribute("zone"))
                .isEqualTo("Asia/Tokyo");
    }

    @Test
    void undoBringsBackWhatWasBefore() {
        open("setup");
        field(TextField.class, "Name der Stadt").setValue("Irrtum");
        press("Speichern");
        press("Rückgängig");
        assertThat(town.now().profile().name()).isEqualTo("Musterstadt");
        assertThat(field(TextField.class, "Name der Stadt").getValue()).isEqualTo("Musterstadt");
        assertThat(page()).contains("Wieder wie vorher.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Name der Stadt | '' | Bitte den Namen der Stadt angeben.",
                "Name der Stadt | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | Höchstens 60 Zeichen",
                "Farbe auf hellem Grund | #ffd500 | Zu schwach für Schrift: mindestens 4,5 : 1.",
                "Farbe auf hellem Grund | blau | Bitte eine Farbe wie #0b5c8a angeben.",
                "E-Mail | rathaus | Das sieht nicht wie eine E-Mail-Adresse aus.",
                "Telefon | anrufen | Bitte eine Nummer wie"
            })
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsSaved(String label, String typed, String sentence) {
        open("setup");
        field(TextField.class, label).setValue(typed);
        press("Speichern");
        assertThat(field(TextField.class, label).isInvalid()).isTrue();
        assertThat(field(TextField.class, label).getErrorMessage()).startsWith(sentence);
        assertThat(page()).contains("Noch nicht gespeichert. Bitte prüfen: " + label + ".");
        assertThat(town.now()).isEqualTo(before);
    }

    @Test
    void aTextCanBeginWithATemplateThatSaysWhatOnlyTheTownKnows() {
        open("setup");
        var area = field(TextArea.class, "Barrierefreiheit");
        test(find(
                        UI.getCurrent(),
                        NativeButton.class,
                        button -> button.getAriaLabel()
                                .filter("Vorlage einsetzen: Barrierefreiheit"::equals)
                                .isPresent()))
                .click();
        assertThat(area.getValue()).startsWith("Musterstadt ist bemüht").contains("[Adresse]");
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndStays() {
        open("setup");
        field(TextArea.class, "Impressum").setValue("x".repeat(20_001));
        press("Speichern");
        assertThat(field(TextArea.class, "Impressum").getErrorMessage()).contains("Zeichen");
        assertThat(field(TextArea.class, "Impressum").getValue()).hasSize(20_001);
        assertThat(town.now()).isEqualTo(before);
    }

    @Test
    void anUnknownZoneCannotBeSaved() {
        open("setup");
        zone().setValue(null);
        press("Speichern");
        assertThat(zone().getErrorMessage()).isEqualTo("Bitte eine Zeitzone aus der Liste wählen.");
        assertThat(town.now()).isEqualTo(before);
    }

    @Test
    void aZoneInWhichDaysHaveNoWholeHoursIsRefusedInWords() {
        open("setup");
        find(UI.getCurrent(), ZoneField.class, field -> true).setValue(ZoneId.of("Asia/Kolkata"));
        press("Speichern");
        assertThat(zone().getErrorMessage()).contains("um Teile einer Stunde anders");
        assertThat(town.now()).isEqualTo(before);
    }

    @Test
    void theContrastIsSaidWhileOneTypesAndAReadableShadeIsOffered() {
        open("setup");
        field(TextField.class, "Farbe auf hellem Grund").setValue("#ffd500");
        assertThat(page()).contains("1,2 : 1 – zu schwach: mindestens 4,5 : 1");
        press("Lesbare Variante nehmen");
        assertThat(page()).contains("4,5 : 1 – gut lesbar");
        press("Speichern");
        assertThat(town.now().profile().accent().isReadable()).isTrue();
        assertThat(town.now().profile().accent().isDerived()).isTrue();
    }

    @Test
    void theColourForDarkPaperCanBeChosenToo() {
        open("setup");
        find(UI.getCurrent(), Checkbox.class, box -> true).setValue(false);
        field(TextField.class, "Farbe auf dunklem Grund").setValue("#ffaa00");
        press("Speichern");
        assertThat(town.now().profile().accent().dark().value()).isEqualTo("#ffaa00");
    }

    @Test
    void theSecondAdministratorIsToldAndLosesNothing() {
        open("setup");
        field(TextField.class, "Telefon").setValue("115");
        var profile = before.profile();
        town.save(
                before.version(),
                new TownProfile(
                        "Annastadt",
                        profile.zone(),
                        profile.accent(),
                        profile.arms(),
                        "",
                        profile.boundary(),
                        profile.contact(),
                        profile.texts(),
                        profile.licence()),
                "anna");
        press("Speichern");
        assertThat(page())
                .contains("Noch nicht gespeichert: anna war um")
                .contains("schneller und hat geändert: Name.")
                .contains("Bitte noch einmal speichern.");
        assertThat(field(TextField.class, "Telefon").getValue()).isEqualTo("115");
        assertThat(field(TextField.class, "Name der Stadt").getValue()).isEqualTo("Annastadt");
        press("Speichern");
        assertThat(town.now().profile().name()).isEqualTo("Annastadt");
        assertThat(town.now().profile().contact().phone()).isEqualTo("115");
    }

    @Test
    void aHostilePictureIsRefusedAndTheArmsStay() {
        open("setup");
        var arms = find(UI.getCurrent(), ArmsField.class, field -> true);
        arms.take("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(arms.getErrorMessage()).startsWith("Das SVG enthält mehr als eine Zeichnung");
        assertThat(arms.getValue()).isEqualTo(ArmsImage.neutral());
    }

    @Test
    void newArmsAreInThePreviewBeforeTheyAreSavedAndAtTheTopAfterwards() {
        open("setup");
        find(UI.getCurrent(), ArmsField.class, field -> true)
                .take("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0 0h1v1z'/></svg>"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(find(UI.getCurrent(), Image.class, image -> image.getSrc().startsWith("town/arms/"))
                        .getSrc())
                .isEqualTo(ArmsImage.neutral().path());
        press("Speichern");
        var path = town.now().profile().arms().path();
        assertThat(path).isNotEqualTo(ArmsImage.neutral().path());
        awaitThat(() -> assertThat(find(
                                UI.getCurrent(),
                                Image.class,
                                image -> image.getSrc().startsWith("town/arms/"))
                        .getSrc())
                .isEqualTo(path));
    }

    @Test
    void aBoundaryIsShownWithItsSize() {
        open("setup");
        var boundary = find(UI.getCurrent(), BoundaryField.class, field -> true);
        boundary.take("{\"type\":\"Polygon\",\"coordinates\":[[[50.86,9.7],[50.88,9.7],[50.88,9.72],[50.86,9.7]]]}");
        assertThat(boundary.getErrorMessage()).startsWith("Länge und Breite sind vertauscht");
        boundary.take("{\"type\":\"Polygon\",\"coordinates\":[[[9.7,50.86],[9.7,50.88],[9.72,50.88],[9.7,50.86]]]}");
        assertThat(page()).contains("1,6 km² · 4 Punkte");
        press("Speichern");
        assertThat(town.now().profile().boundary()).isPresent();
    }

    @Test
    void whoLeavesWithUnsavedChangesIsAsked() {
        open("setup");
        field(TextField.class, "Name der Stadt").setValue("Halbfertig");
        UI.getCurrent().navigate("status");
        settle();
        var question = find(UI.getCurrent(), ConfirmDialog.class, dialog -> true);
        assertThat(question.isOpened()).isTrue();
        ComponentUtil.fireEvent(question, new ConfirmDialog.ConfirmEvent(question, true));
        question.close();
        assertThat(field(TextField.class, "Name der Stadt").getValue()).isEqualTo("Halbfertig");
        UI.getCurrent().navigate("status");
        settle();
        var again = find(UI.getCurrent(), ConfirmDialog.class, ConfirmDialog::isOpened);
        ComponentUtil.fireEvent(again, new ConfirmDialog.RejectEvent(again, true));
        settle();
        assertThat(page()).contains("Messwerte seit dem Start");
    }

    @Test
    void aFreshCockpitPointsTheAdministratorHere() {
        open("status");
        assertThat(page().contains("Diese Stadt ist noch nicht eingerichtet")).isEqualTo(!before.isSetUp());
        open("setup");
        assertThat(page()).doesNotContain("Diese Stadt ist noch nicht eingerichtet");
    }

    @Test
    @WithAnonymousUser
    void strangersSeeNeitherTheFormNorTheHint() {
        open("setup");
        assertThat(page()).contains("Anmelden").doesNotContain("Stadt einrichten");
        open("");
        assertThat(page()).doesNotContain("nicht eingerichtet");
    }

    @Test
    void inEnglishToo() {
        speak(Locale.ENGLISH);
        open("setup");
        assertThat(page()).contains("Set up the town").contains("easy to read");
    }

    private ComboBox<?> zone() {
        return find(UI.getCurrent(), ComboBox.class, field -> true);
    }

    private static void press(String label) {
        find(UI.getCurrent(), Button.class, button -> button.getText().equals(label) && isShown(button))
                .click();
    }

    private static <F extends TextFieldBase<?, String>> F field(Class<F> type, String label) {
        return find(UI.getCurrent(), type, field -> label.equals(field.getLabel()));
    }

    private static <C extends Component> C find(Component root, Class<C> type, Predicate<? super C> wanted) {
        return all(root)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(SetUpViewTests::all));
    }

    private static boolean isShown(Component component) {
        return component.isVisible()
                && component.getParent().map(SetUpViewTests::isShown).orElse(true);
    }
}
