package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.State;
import city.cockpit.preview.ScreenTest;
import city.cockpit.uikit.CityTile;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class DashboardViewTests extends ScreenTest {

    @Test
    void aTownWithoutSensorsSaysSo() {
        open("");
        assertThat(page()).contains("Noch sind keine Sensoren eingetragen.", "Sobald Sensoren eingetragen sind");
        assertThat(find(CityTile.class).all()).isEmpty();
        assertThat(find(Main.class).exists()).isTrue();
    }

    @Test
    void thereIsATileForEachDomainThatHasSensorsAndForNoOther() {
        aTownAtNoon();
        open("");
        awaitThat(() -> assertThat(find(CityTile.class).all())
                .extracting(tile -> text(tile.getElement()))
                .satisfiesExactly(
                        parking -> assertThat(parking)
                                .contains("Parken", "214 von 500 frei", "2 Parkhäuser melden")
                                .contains("am meisten frei: Bahnhof P+R, 214")
                                .contains("gemessen am 21.05.2026, 12:00:00 Uhr"),
                        air -> assertThat(air)
                                .contains(
                                        "Luft",
                                        "gut 9 µg/m³ PM2,5",
                                        "Gute Luft für Sport und Spiel im Freien",
                                        "Feinstaub PM2,5")
                                .contains("Mittel der letzten 60 Minuten, UBA-Index"),
                        noise -> assertThat(noise).contains("Lärm", "61 dB(A)").doesNotContain("gut")));
    }

    @Test
    void theSentenceOnTopNamesWhatANormSaysAndWhoIsSilent() {
        aTownAtNoon();
        city.reports("noise-markt/laeq", 61.4, NOON, State.STALE);
        city.publish(NOON);
        open("");
        assertThat(page()).contains("Guten Tag. Die Luft ist gut .");
    }

    @Test
    void aSilentTownIsCalledSilent() {
        city.with("noise-markt/laeq", "Markt", 15, OptionalInt.empty());
        city.reports("noise-markt/laeq", 61.4, NOON, State.OFFLINE);
        city.publish(NOON);
        open("");
        assertThat(page())
                .contains("Zurzeit kommen aus der Stadt keine Werte an.", "ausgefallen", "0 von 1 Sensoren melden");
    }

    @Test
    void anEnglishVisitorReadsEnglish() {
        aTownAtNoon();
        speak(Locale.ENGLISH);
        open("");
        assertThat(page())
                .contains("Urban Cockpit", "Parking", "of 500 free", "The air is good", "measured on 21 May 2026")
                .doesNotContain("Parken", "frei");
    }

    @Test
    void aFullCarParkIsZeroAndNotEmpty() {
        aTownAtNoon();
        city.reports("parking-bahnhof/parking_free", 0, NOON, State.LIVE);
        city.publish(NOON);
        open("");
        assertThat(tile("Parken")).contains(" 0 ").contains("von 500 frei");
    }

    @Test
    void aStaleValueIsToldByWordAndLookAndJudgedByNoNorm() {
        aTownAtNoon();
        city.reports("air-markt/pm2_5", 8.6, NOON, State.STALE);
        city.publish(NOON);
        open("");
        assertThat(tile("Luft")).contains("veraltet", "kein aktueller Wert").doesNotContain("gut");
        assertThat(find(CityTile.class).withAttribute("data-state", "stale").all())
                .hasSize(1);
    }

    @Test
    void aSensorThatNeverReportedHasNoNumber() {
        aTownAtNoon();
        city.with("uv-rathaus/uv_index", "Rathaus", 60, OptionalInt.empty());
        city.publish(NOON);
        open("");
        assertThat(tile("UV-Index")).contains("–", "noch kein Wert", "Noch kein Messwert von diesem Ort");
    }

    @Test
    void aNewPictureReachesTheOpenPage() {
        aTownAtNoon();
        open("");
        city.reports("noise-markt/laeq", 73.2, NOON.plusSeconds(15), State.LIVE);
        city.publish(NOON.plusSeconds(15));
        awaitOnPage("73 dB(A)");
        assertThat(tile("Lärm")).contains("73 dB(A)").contains("12:00:15");
    }

    @Test
    void aTileThatGoesOnIsTheSameComponentSoThatTheKeyboardKeepsItsPlace() {
        aTownAtNoon();
        open("");
        var before = find(CityTile.class).all();
        city.reports("noise-markt/laeq", 73.2, NOON.plusSeconds(15), State.LIVE);
        city.publish(NOON.plusSeconds(15));
        awaitOnPage("73 dB(A)");
        assertThat(find(CityTile.class).all()).isEqualTo(before);
    }

    @Test
    void valuesThatTheReaderHoldsStayUntilTheReaderGoesOn() {
        aTownAtNoon();
        open("");
        test(find(NativeButton.class).withText("Alle Werte anhalten").single()).click();
        city.reports("noise-markt/laeq", 73.2, NOON.plusSeconds(15), State.LIVE);
        city.publish(NOON.plusSeconds(15));
        settle();
        assertThat(tile("Lärm")).contains("61 dB(A)");
        test(find(NativeButton.class).withText("Weiter mit neuen Werten").single())
                .click();
        awaitThat(() -> assertThat(tile("Lärm")).contains("73 dB(A)"));
    }

    @Test
    void aTileLeadsToItsChart() {
        aTownAtNoon();
        open("");
        assertThat(wayOfTile("Luft")).isEqualTo("live/luft");
    }

    @Test
    void simulatedValuesAreCalledSo() {
        open("");
        assertThat(page()).doesNotContain("Simulation");
        aTownAtNoon();
        awaitOnPage("Live · 4 von 4 Sensoren melden");
        assertThat(page()).contains("Simulation");
    }

    @Test
    void theLastLineTellsHowTheSystemDoesToday() {
        aTownAtNoon();
        open("");
        assertThat(page())
                .contains("Werte empfangen", "neu gespeichert", "abgelehnt · neuester Wert von", "läuft seit");
    }

    private String tile(String name) {
        return find(CityTile.class).all().stream()
                .map(article -> text(article.getElement()))
                .filter(text -> text.startsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
