package city.cockpit.technicians;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.sitefacts.FactKind;
import city.cockpit.sitefacts.SpecialBay;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "toni", roles = "TECHNICIAN")
class PlacesViewTests extends DeskTest {

    private static final String CAR_PARK = "places/parkhaus-markt";

    private void openCarPark() {
        aTownAtNoon();
        registerTown();
        open(CAR_PARK);
    }

    private TextField field(String label) {
        return find(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> rows() {
        return find(NativeTableRow.class).all().stream()
                .map(row -> text(row.getElement()))
                .toList();
    }

    @Test
    void everySiteIsListedWithWhatIsKnown() {
        aTownAtNoon();
        registerTown();
        siteFacts.say("parkhaus-markt", FactKind.OPENING_HOURS, "24/7");
        siteFacts.say("parkhaus-markt", FactKind.BAYS_WOMEN, "8");
        open("places");
        assertThat(rows())
                .anySatisfy(
                        row -> assertThat(row).contains("Parkhaus Markt", "rund um die Uhr offen", "8 Frauenplätze"))
                .anySatisfy(row -> assertThat(row).contains("Bahnhof P+R", "– – –"));
    }

    @Test
    void hoursAndBaysAreSaidAsPeopleTypeThem() {
        openCarPark();
        field("Montag").setValue("6–22 Uhr");
        press("Dienstag bis Freitag wie Montag");
        field("Samstag").setValue("8:30–12, 14–18");
        field("An Feiertagen").setValue("geschlossen");
        find(IntegerField.class).all().stream()
                .filter(field -> "Ladeplätze".equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue(6);
        field("Quelle").setValue("Stadtwerke");
        press("Speichern");
        var known = siteFacts.of("parkhaus-markt");
        assertThat(known.openingHours().orElseThrow().notation())
                .isEqualTo("Mo-Fr 06:00-22:00; Sa 08:30-12:00,14:00-18:00; PH off");
        assertThat(known.bays()).containsOnlyKeys(SpecialBay.CHARGING);
        assertThat(page()).contains("Die Angaben zu „Parkhaus Markt“ sind gespeichert.", "Was gilt", "Stadtwerke");
    }

    @Test
    void whatItCannotReadIsNotSaved() {
        openCarPark();
        field("Montag").setValue("morgens");
        press("Speichern");
        assertThat(field("Montag").isInvalid()).isTrue();
        assertThat(page()).contains("Das wurde nicht gespeichert");
        assertThat(siteFacts.of("parkhaus-markt").openingHours()).isEmpty();
    }

    @Test
    void whoChangesNothingSaysNothing() {
        siteFacts.say("parkhaus-markt", FactKind.OPENING_HOURS, "Mo-Fr 06:00-22:00; PH off");
        openCarPark();
        press("Speichern");
        assertThat(page()).contains("Es wurde nichts geändert.");
    }

    @Test
    void aTableShowsWhatWouldChangeAndIsSavedWhenSomebodySaysSo() {
        aTownAtNoon();
        registerTown();
        siteFacts.say("parkhaus-markt", FactKind.BAYS_WOMEN, "8");
        open("places");
        bring("site,bays_women,bays_charging,source\nparkhaus-markt,10,6,Stadtwerke\n");
        assertThat(page()).contains("orte.csv: In Ordnung. 2 Angaben zu 1 Ort würden sich ändern.");
        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains("Parkhaus Markt Frauenplätze 8 10"))
                .anySatisfy(row -> assertThat(row).contains("Parkhaus Markt Ladeplätze nicht bekannt 6"));
        assertThat(siteFacts.of("parkhaus-markt").bays()).containsOnlyKeys(SpecialBay.WOMEN);
        press("Speichern");
        assertThat(page()).contains("Gespeichert: 2 Angaben zu 1 Ort.", "6 Ladeplätze, 10 Frauenplätze");
    }

    @Test
    void aTableWithMistakesNamesThemByRowAndSavesNothing() {
        aTownAtNoon();
        registerTown();
        open("places");
        bring("site,opening_hours\nparkhaus-markt,morgens\nnirgends,24/7\n");
        assertThat(page())
                .contains("orte.csv: 2 Zeilen stimmen nicht.", "Einen Ort „nirgends“ gibt es nicht.")
                .contains("„morgens“ sind keine Öffnungszeiten wie Mo-Fr 08:00-18:00; Sa 09:00-13:00; PH off.");
        assertThat(siteFacts.of("parkhaus-markt").openingHours()).isEmpty();
    }

    private void bring(String table) {
        find(PlacesTable.class).single().tryOut("orte.csv", table.getBytes(UTF_8));
    }

    @Test
    @WithMockUser(username = "sofie", roles = "STAFF")
    void staffDoNotSeeIt() {
        aTownAtNoon();
        registerTown();
        open("places");
        assertThat(page()).doesNotContain("Was die Stadt von ihren Orten weiß");
    }
}
