package city.cockpit.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.State;
import city.cockpit.preview.PreviewStore;
import city.cockpit.preview.ScreenTest;
import city.cockpit.sitefacts.FactKind;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class SiteViewTests extends ScreenTest {

    @Test
    void aSiteShowsEverythingThatIsMeasuredThere() {
        aTownAtNoon();
        open("site/markt");
        awaitOnPage("61 dB(A)");
        assertThat(find(H1.class).single().getText()).isEqualTo("Markt");
        assertThat(page())
                .contains("Altstadt · 50,86900° N, 9,70600° O")
                .contains("zuletzt gemeldet", "simuliert")
                .contains("Feinstaub PM2,5", "9 µg/m³", "gut", "gemessen am 21.05.2026, 12:00:00 Uhr")
                .doesNotContain("P+R");
    }

    @Test
    void aSiteWhereNothingIsMeasuredAnyMoreShowsWhatWas() {
        aTownAtNoon();
        city.with("noise-park/laeq", "Park", 15, OptionalInt.empty())
                .reports("noise-park/laeq", 52, NOON.minusSeconds(86_400), State.LIVE)
                .retires("noise-park/laeq");
        city.publish(NOON);
        open("site/park");
        awaitOnPage("Hier wird nichts mehr gemessen.");
        assertThat(find(H1.class).single().getText()).isEqualTo("Park");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref)).contains("history/noise/noise-park/laeq");
        assertThat(page()).contains("52 dB(A)").doesNotContain("Heute", "ausgefallen");
        open("site/markt");
        awaitOnPage("61 dB(A)");
        assertThat(page()).doesNotContain("Hier wird nichts mehr gemessen.");
    }

    @Test
    void aCarParkSaysWhenItIsOpenWhichBaysAreSpecialAndWhoSaysSo() {
        aTownAtNoon();
        open("site/parkhaus-markt");
        assertThat(page()).doesNotContain("Öffnungszeiten", "Besondere Plätze");
        siteFacts.say("parkhaus-markt", FactKind.OPENING_HOURS, "Mo-Fr 06:00-22:00");
        siteFacts.say("parkhaus-markt", FactKind.BAYS_DISABLED, "4");
        city.publish(NOON.plusSeconds(15));
        open("site/parkhaus-markt");
        awaitOnPage("Öffnungszeiten");
        assertThat(page())
                .contains("geöffnet bis 22 Uhr", "Mo–Fr 6–22 Uhr. An Feiertagen kann es anders sein")
                .contains("4 Behindertenplätze", "Quelle Stadtwerke");
    }

    @Test
    void eachValueLeadsToItsChart() {
        aTownAtNoon();
        open("site/markt");
        awaitOnPage("61 dB(A)");
        assertThat(find(Anchor.class).withText("Feinstaub PM2,5").single().getHref())
                .isEqualTo("history/air/air-markt/pm2_5");
    }

    @Test
    void theBaysOfACarParkAreSummedUpAndShownOneByOne() {
        city.with("parking-markt/parking_free", "Parkplatz", 30, OptionalInt.of(3));
        for (var bay = 1; bay <= 3; bay++)
            city.with("bay-markt-0" + bay + "/bay_occupied", "Parkplatz", 60, OptionalInt.empty());
        city.reports("parking-markt/parking_free", 1, NOON, State.LIVE)
                .reports("bay-markt-01/bay_occupied", 1, NOON, State.LIVE)
                .reports("bay-markt-02/bay_occupied", 0, NOON, State.LIVE)
                .reports("bay-markt-03/bay_occupied", 0, NOON, State.STALE);
        city.publish(NOON);
        open("site/parkplatz");
        awaitOnPage("Einzelne Stellplätze");
        assertThat(page())
                .contains("1 von 3 frei, 1 ohne aktuellen Wert", "01 belegt 02 frei 03 kein aktueller Wert")
                .doesNotContain("Stellplatz belegt");
    }

    @Test
    void aValueThatNobodyBelievesStandsBesideTheLastBelievableOneWithWhatIsUsual() {
        aTownAtNoon();
        city.doubts("noise-markt/laeq", 150, NOON.plusSeconds(15));
        city.publish(NOON.plusSeconds(15));
        open("site/markt");
        awaitOnPage("unplausibel: 150\u00a0dB(A)");
        assertThat(page())
                .contains("61 dB(A)")
                .contains("Der neueste Wert (150\u00a0dB(A) am 21.05.2026, 12:00:15 Uhr) zählt nicht mit,"
                        + " glaubhaft ist 15 bis 130\u00a0dB(A)");
    }

    @Test
    void whoSentNothingBelievableHasReportedAllTheSame() {
        city.with("noise-park/laeq", "Park", 15, OptionalInt.empty()).doubts("noise-park/laeq", 150, NOON);
        city.publish(NOON);
        open("site/park");
        awaitOnPage("zuletzt gemeldet");
        assertThat(page()).contains("–", "noch kein Wert", "unplausibel: 150").doesNotContain("Von hier kam noch");
    }

    @Test
    void aValueWithoutATimeOfItsOwnSaysSo() {
        aTownAtNoon();
        open("site/markt");
        awaitOnPage("61 dB(A)");
        assertThat(page()).doesNotContain("Zeit der Ankunft");
        city.timedOnArrival("noise-markt/laeq").timedOnArrival("air-markt/pm2_5");
        city.publish(NOON);
        awaitOnPage("Zeit der Ankunft");
        assertThat(page()).containsPattern("UBA-Index · Zeit der Ankunft");
    }

    @Test
    void aSilentSiteSaysSo() {
        city.with("noise-park/laeq", "Park", 15, OptionalInt.empty());
        city.publish(NOON);
        open("site/park");
        awaitOnPage("Von hier kam noch kein Wert.");
        assertThat(page()).contains("–", "noch kein Wert");
    }

    @Test
    void aNewPictureReachesTheOpenPage() {
        aTownAtNoon();
        open("site/markt");
        awaitOnPage("61 dB(A)");
        city.reports("noise-markt/laeq", 73.2, NOON.plusSeconds(15), State.LIVE);
        city.publish(NOON.plusSeconds(15));
        awaitOnPage("73 dB(A)");
    }

    @Test
    void aSiteThatDoesNotExistIsNotFound() {
        aTownAtNoon();
        open("site/nirgends");
        assertThat(page()).contains("Diese Seite gibt es nicht");
        open("site/%2E%2E");
        assertThat(page()).contains("Diese Seite gibt es nicht");
    }

    @Test
    void theMapOpensOnDemand() {
        aTownAtNoon();
        open("site/markt");
        awaitOnPage("61 dB(A)");
        test(find(NativeButton.class).withText("Auf der Karte zeigen").single()).click();
        assertThat(find(NativeButton.class).withText("Auf der Karte zeigen").all())
                .isEmpty();
    }

    @Test
    void everySeriesHasTheChartAndTheSentenceOfToday() {
        aTownAtNoon();
        open("site/markt");
        awaitOnPage("im Mittel");
        assertThat(find(H3.class).all().stream().map(H3::getText)).contains("Feinstaub PM2,5", "Mittelungspegel LAeq");
        assertThat(find(Anchor.class).withText("Ganzer Verlauf").all().stream().map(Anchor::getHref))
                .contains("history/air/air-markt/pm2_5?range=7d");
    }

    @Test
    void theDeviceIsDescribedAndWhatNobodySaidIsCalledSo() {
        aTownAtNoon();
        open("site/markt");
        assertThat(page())
                .contains("Messverfahren Streulicht", "Höhe über Grund 3,5 m", "Meldet jede Minute")
                .contains("Klasse einfaches Gerät, zeigt Tendenzen")
                .contains("Kalibrierung 1. März 2026, Vergleich mit der Station am Bahnhof")
                .contains("Messverfahren nicht angegeben", "Kalibrierung nicht angegeben");
    }

    @Test
    void completenessAndGapsAreTold() {
        aTownAtNoon();
        open("site/markt");
        awaitOnPage("Lücken der letzten 7 Tage");
        // The made-up past is silent for two hours of each day.
        assertThat(page())
                .contains("Vollständigkeit")
                .containsPattern(
                        "Feinstaub PM2,5 9\\d.% 9\\d.% 9\\d.% \\d+\\. \\S+, \\d\\d:\\d\\d bis \\d\\d:\\d\\d \\(1 Stunde\\)");
    }

    @Test
    void limitsNameNormAveragingTimeAndDateAndWarnOfComparing() {
        aTownAtNoon();
        open("site/markt");
        assertThat(page())
                .contains("WHO-Richtwert 15\u00a0µg/m³, höchstens 3-mal im Jahr überschritten Kalendertag")
                .contains("Grenzwert 10\u00a0µg/m³ Kalenderjahr", "ab 1. Jan. 2030")
                .contains("Tag-Abend-Nacht-Pegel Lden")
                .contains(
                        "Ein einzelner Messwert lässt sich mit dem Mittel eines Tages oder eines Jahres nicht vergleichen")
                .doesNotContain("Zwischenziel");
    }

    @Test
    void theSiteCanBeCited() {
        aTownAtNoon();
        open("site/markt");
        assertThat(page())
                .containsPattern(
                        "Musterstadt: Messwerte vom Messort Markt, Altstadt\\. Stadtcockpit, abgerufen am .*, site/markt\\.")
                .contains("Die Werte stammen aus einer Simulation.");
    }

    @Test
    void eachValueLeadsToItsEvidence() {
        aTownAtNoon();
        open("site/markt");
        awaitOnPage("61 dB(A)");
        assertThat(find(Anchor.class).withClassName("proof").all().stream().map(Anchor::getHref))
                .contains("nachweis/noise-markt/laeq", "nachweis/air-markt/pm2_5");
    }

    @Test
    void aDatabaseThatIsAwayLeavesTheRestOfThePage() {
        aTownAtNoon();
        history.be(PreviewStore.Mood.AWAY);
        open("site/markt");
        awaitOnPage("Der Verlauf lässt sich gerade nicht lesen.");
        assertThat(page()).contains("61 dB(A)", "Streulicht");
    }

    @Test
    void anEnglishReaderReadsEnglish() {
        aTownAtNoon();
        speak(Locale.ENGLISH);
        open("site/markt");
        awaitOnPage("last report");
        assertThat(page()).contains("50.86900° N, 9.70600° E", "simulated").doesNotContain("gemessen");
    }
}
