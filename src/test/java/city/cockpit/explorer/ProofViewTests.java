package city.cockpit.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.State;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import city.cockpit.preview.PreviewStore;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class ProofViewTests extends ScreenTest {

    private static final String NOISE = "nachweis/noise-markt/laeq?at=2026-05-21T10:00:00Z";
    private static final String HOUR = "nachweis/air-markt/pm2_5?from=2026-05-21T09:00:00Z&to=2026-05-21T10:00:00Z";

    private void noiseOf(double value, Quality quality) {
        history.knows(new Reading(new SeriesId("noise-markt/laeq"), NOON, value, quality));
    }

    @Test
    void aReadingTellsWhenHowAndWhereItWasMeasured() {
        aTownAtNoon();
        noiseOf(61.4, Quality.GOOD);
        open(NOISE);
        awaitOnPage("Einzelner Messwert vom 21.05.2026, 12:00:00 Uhr");
        assertThat(page())
                .contains("61\u00a0dB(A)", "Nicht gemittelt: So hat ihn der Sensor gemeldet.")
                .contains("zählt mit", "vom Sensor angegeben", "Fassung 1 der Rechen- und Prüfregeln")
                .contains("Musterstadt, Mittelungspegel LAeq, Messreihe noise-markt/laeq. Simulierte Werte")
                .contains("Messverfahren: nicht angegeben; Klasse: nicht angegeben");
    }

    @Test
    void theMeanOfAnHourTellsItsReadingsItsMethodAndWhatWasLeftOut() {
        aTownAtNoon();
        history.be(PreviewStore.Mood.DOUBTFUL);
        open(HOUR);
        awaitOnPage("Mittel vom 21.05.2026, 11:00:00 Uhr bis 21.05.2026, 12:00:00 Uhr");
        assertThat(page())
                .contains("58 gezählt, erwartet rund 60", "96\u00a0%", "die einzelnen Messwerte")
                .contains("Arithmetisches Mittel der glaubhaften Messwerte.")
                .contains("1 unplausibler Messwert (glaubhaft ist")
                .contains("2 verdächtige Messwerte, die nicht zu den Werten davor und danach passen")
                .contains("nach UBA-Index (5 pollutants; Umweltbundesamt: Der Luftqualitätsindex (LQI))")
                .contains("Streulicht", "einfaches Gerät, zeigt Tendenzen", "3,5 m")
                .contains("1. März 2026, Vergleich mit der Station am Bahnhof");
    }

    @Test
    void whereNothingIsStoredThereIsNoNumberAndNoLinkThatWouldShowItAgain() {
        aTownAtNoon();
        open("nachweis/noise-markt/laeq?at=2025-05-21T10:00:00Z");
        awaitOnPage("Zu dieser Zeit ist kein Messwert gespeichert");
        assertThat(page()).doesNotContain("Dauerhafter Link");
    }

    @Test
    void thePermanentLinkShowsTheSameNumberAgainAndSaysSo() {
        aTownAtNoon();
        noiseOf(61.4, Quality.GOOD);
        open(permanentLinkOf(NOISE));
        awaitOnPage("Unverändert: Der Link nennt 61\u00a0dB(A), und heute ergibt die Rechnung dasselbe.");
    }

    @Test
    void lateDataThatChangedTheNumberIsTold() {
        aTownAtNoon();
        noiseOf(61.4, Quality.GOOD);
        var link = permanentLinkOf(NOISE);
        noiseOf(64.8, Quality.GOOD);
        open(link);
        awaitOnPage("Geändert: Der Link nennt 61\u00a0dB(A), heute ergibt dieselbe Rechnung 65\u00a0dB(A).");
    }

    @Test
    void nobodyPutsAnotherNumberIntoTheMouthOfTheTown() {
        aTownAtNoon();
        noiseOf(61.4, Quality.GOOD);
        open(permanentLinkOf(NOISE).replace("value=61", "value=99"));
        awaitOnPage("Dieser Link nennt 99\u00a0dB(A), trägt aber kein gültiges Prüfzeichen");
        assertThat(page()).contains("Neu berechnet: 61\u00a0dB(A).");
    }

    /** The address that the evidence itself offers. */
    private String permanentLinkOf(String address) {
        open(address);
        awaitOnPage("Dauerhafter Link");
        var link = find(Code.class).all().getLast().getText();
        assertThat(link).startsWith(address).contains("&rule=1&value=61&mark=");
        return link;
    }

    @Test
    void aReadingThatNobodyBelievesSaysWhyItDoesNotCount() {
        aTownAtNoon();
        noiseOf(150, Quality.IMPLAUSIBLE);
        open(NOISE);
        awaitOnPage("zählt in keinem Mittel und keiner Summe mit: unplausibel, glaubhaft ist 15 bis 130\u00a0dB(A)");
    }

    @Test
    void aSumConsistsOfItsPlaces() {
        aTownAtNoon();
        history.knows(new Reading(new SeriesId("parking-markt/parking_free"), NOON, 12, Quality.GOOD));
        history.knows(new Reading(new SeriesId("parking-bahnhof/parking_free"), NOON, 214, Quality.GOOD));
        open("nachweis/parking");
        awaitOnPage("Summe der neuesten Messwerte von 2 Orten, Stand 21.05.2026, 12:00:00 Uhr");
        assertThat(page()).contains("226", "Parkhaus Markt", "Bahnhof P+R");
        assertThat(hrefs()).contains("nachweis/parking-bahnhof/parking_free?at=2026-05-21T10:00:00Z");
    }

    @Test
    void whatIsUsualNamesTheHoursOnWhichItRests() {
        aTownAtNoon();
        open("nachweis/air-markt/pm2_5?usual=2026-05-21T10:00:00Z");
        awaitOnPage("Üblicher Wert der Stunde um 21.05.2026, 12:00:00 Uhr");
        assertThat(page())
                .contains("4\u00a0µg/m³", "Die Hälfte der Werte liegt", "2 bis 6\u00a0µg/m³")
                .contains("14.05.2026, 12:00:00", "nein, zu wenige Messwerte");
    }

    @Test
    void theSentenceOfAChartIsProvedWithTheSameNumber() {
        aTownAtNoon();
        open("history/noise/noise-markt/laeq");
        awaitOnPage("im Mittel");
        var mean = page().replaceAll(".*im Mittel (\\d+\u00a0dB\\(A\\)).*", "$1");
        var proof = find(Anchor.class).withClassName("proof").all().getFirst().getHref();
        assertThat(proof).startsWith("nachweis/noise-markt/laeq?from=").contains("&steps=");
        open(proof);
        awaitOnPage("Zuerst je Schritt");
        assertThat(page()).contains(mean + " Mittelungspegel vom");
    }

    @Test
    void everyNumberOfATableLeadsToItsEvidence() {
        aTownAtNoon();
        open("history/air/air-markt/pm2_5?form=table");
        awaitOnPage("Abdeckung");
        assertThat(hrefs())
                .filteredOn(href -> href.startsWith("nachweis/air-markt/pm2_5?from="))
                .hasSizeGreaterThan(50);
    }

    @Test
    void everyTileLeadsToTheEvidenceOfItsNumber() {
        aTownAtNoon();
        open("");
        awaitOnPage("214");
        assertThat(linksOfTiles())
                .extracting(link -> link.getAttribute("href"))
                .contains("nachweis/parking", "nachweis/air", "nachweis/noise");
        assertThat(page()).contains("Nachweis");
    }

    @Test
    void theTileSaysHowTheLastHourWasAgainstWhatIsUsual() {
        aTownAtNoon();
        city.usually("air-markt/pm2_5", 10).usually("noise-markt/laeq", 58);
        city.usually("parking-markt/parking_free", 100).usually("parking-bahnhof/parking_free", 100);
        city.publish(NOON);
        open("");
        awaitOnPage("letzte Stunde 14\u00a0% unter dem Üblichen");
        assertThat(page())
                .contains("letzte Stunde 3\u00a0dB(A) über dem Üblichen")
                .contains("letzte Stunde 7\u00a0% über dem Üblichen");
        city.reports("noise-markt/laeq", 58, NOON, State.LIVE);
        city.publish(NOON);
        awaitOnPage("letzte Stunde wie üblich");
    }

    @Test
    void whatIsNotKeptAnyMoreIsSaidToBeGone() {
        aTownAtNoon();
        history.be(PreviewStore.Mood.EMPTY);
        open(HOUR);
        awaitOnPage("Diese Zahl lässt sich nicht berechnen: Die einzelnen Messwerte sind nicht mehr gespeichert");
    }

    @Test
    void aDatabaseThatIsAwayIsNoErrorPage() {
        aTownAtNoon();
        history.be(PreviewStore.Mood.AWAY);
        open(HOUR);
        awaitOnPage("Die Messwerte lassen sich gerade nicht lesen.");
    }

    @Test
    void anEnglishReaderReadsEnglish() {
        aTownAtNoon();
        noiseOf(61.4, Quality.GOOD);
        speak(Locale.ENGLISH);
        open(NOISE);
        awaitOnPage("Single reading of 21 May 2026, 12:00:00");
        assertThat(page())
                .contains("Evidence", "Method: not stated", "Permanent link")
                .doesNotContain("Messwert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nachweis/dragons",
                "nachweis/weather",
                "nachweis/nobody/pm10",
                "nachweis/UPPER/pm10?at=2026-05-21T10:00:00Z",
                "nachweis/nobody/pm10?at=2026-05-21T10:00:00Z&with=noise-markt/laeq"
            })
    void whatIsNotThereIsAPageThatDoesNotExist(String address) {
        aTownAtNoon();
        open(address);
        assertThat(page()).contains("Diese Seite gibt es nicht");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?at=yesterday", "?from=2026-05-21T10:00:00Z&to=2026-05-21T09:00:00Z", ""})
    void anAddressWithoutATimeShowsTheNewestNumber(String query) {
        aTownAtNoon();
        noiseOf(61.4, Quality.GOOD);
        open("nachweis/noise-markt/laeq" + query);
        awaitOnPage("Einzelner Messwert vom 21.05.2026, 12:00:00 Uhr");
    }

    private List<String> hrefs() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
