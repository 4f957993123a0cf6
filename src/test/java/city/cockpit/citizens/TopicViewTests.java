package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.citizens.NoiseInWords.RatingPeriod;
import city.cockpit.citizens.ParkingNow.Trend;
import city.cockpit.live.State;
import city.cockpit.live.Trail;
import city.cockpit.preview.PreviewStore;
import city.cockpit.preview.ScreenTest;
import city.cockpit.sitefacts.FactKind;
import city.cockpit.uikit.CityTile;
import city.cockpit.uikit.TileLooks;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class TopicViewTests extends ScreenTest {

    @ParameterizedTest
    @ValueSource(strings = {"live/luft", "live/air"})
    void aTopicHasAnAddressInEveryLanguage(String address) {
        aTownAtNoon();
        open(address);
        assertThat(find(H1.class).single().getText()).isEqualTo("Luft");
        assertThat(page())
                .contains("Gute Luft für Sport und Spiel im Freien.", "Umweltbundesamt")
                .contains("Was der Wert bedeutet", "Ein Wert von jetzt kann sie weder einhalten noch überschreiten")
                .contains("Feinstaub PM2,5", "Markt", "9 µg/m³")
                .contains("Grenz-, Ziel- und Richtwerte", "Quelle und Qualität", "einfaches Gerät, zeigt Tendenzen")
                .contains("Werte aus der Simulation", "UBA-Index, 1 Stunde");
    }

    @Test
    void anEnglishVisitorReadsEnglish() {
        aTownAtNoon();
        speak(Locale.ENGLISH);
        open("live/luft");
        assertThat(find(H1.class).single().getText()).isEqualTo("Air");
        assertThat(page()).contains("Good air for sports and play outdoors.", "What the value means");
        assertThat(hrefs()).contains("data/air.csv", "history/air?range=7d&compare=usual");
    }

    @Test
    void aTopicThatTheTownDoesNotMeasureIsNoPage() {
        aTownAtNoon();
        open("live/pegel");
        assertThat(find(H1.class).all()).extracting(H1::getText).doesNotContain("Pegel");
        open("live/nichts");
        assertThat(page()).doesNotContain("Was der Wert bedeutet");
    }

    @Test
    void ofEachCarParkItSaysWhatIsFreeOfHowManyAndWhatTheSingleBaysSay() {
        aTownAtNoon();
        city.with("bay-markt-01/bay_occupied", "Parkhaus Markt", 60, OptionalInt.empty())
                .with("bay-markt-02/bay_occupied", "Parkhaus Markt", 60, OptionalInt.empty())
                .reports("bay-markt-01/bay_occupied", 1, NOON, State.LIVE)
                .reports("bay-markt-02/bay_occupied", 0, NOON, State.LIVE);
        city.publish(NOON);
        open("live/parken");
        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains("Bahnhof P+R 214 320"))
                .anySatisfy(row -> assertThat(row).contains("Parkhaus Markt 0 180", "1 von 2 frei"));
    }

    @Test
    void aCarParkThatFellSilentHasNoNumberOfFreeSpaces() {
        aTownAtNoon();
        city.reports("parking-bahnhof/parking_free", 214, NOON, State.STALE);
        city.publish(NOON);
        open("live/parken");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Bahnhof P+R kein aktueller Wert 320"));
    }

    @Test
    void noiseIsLikeSomethingThatPeopleKnowAndJudgedByNothing() {
        aTownAtNoon();
        open("live/laerm");
        assertThat(page())
                .contains("Der lauteste Ort ist gerade etwa so laut wie: ein Gespräch.", "Beobachter")
                .contains("Ein Wert von jetzt lässt sich mit keinem vergleichen");
        assertThat(find(NativeTableRow.class).withAttribute("aria-current", "true").all().stream()
                        .map(row -> text(row.getElement())))
                .satisfiesExactly(
                        sound -> assertThat(sound).contains("um 60 dB(A)"),
                        period -> assertThat(period).contains("Tag", "6 bis 18 Uhr"));
    }

    @Test
    void theNightBeginsAtTenAndEndsAtSix() {
        assertThat(RatingPeriod.at(LocalTime.of(5, 59))).isEqualTo(RatingPeriod.NIGHT);
        assertThat(RatingPeriod.at(LocalTime.of(6, 0))).isEqualTo(RatingPeriod.DAY);
        assertThat(RatingPeriod.at(LocalTime.of(18, 0))).isEqualTo(RatingPeriod.EVENING);
        assertThat(RatingPeriod.at(LocalTime.of(22, 0))).isEqualTo(RatingPeriod.NIGHT);
    }

    @Test
    void buildingsStandBesideTheMeanAndTheGuideValueOfTheirKindAndNoLimit() {
        city.with("power-rathaus/power", "Rathaus", 60, OptionalInt.empty())
                .reports("power-rathaus/power", 31, NOON, State.LIVE);
        city.publish(NOON);
        open("live/energie");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Verwaltungsgebäude", "im Mittel 128, gut 72"));
        assertThat(page())
                .contains("Vergleichswerte sind keine Grenzwerte", "Von keinem Gebäude sind Fläche und Verbrauch");
    }

    @Test
    void ofACarParkItSaysWhenItIsOpenAndWhichBaysAreSpecialAndWhatIsClosedStandsLast() {
        aTownAtNoon();
        siteFacts.say("bahnhof-p-r", FactKind.OPENING_HOURS, "Mo-Fr 18:00-06:00");
        siteFacts.say("parkhaus-markt", FactKind.OPENING_HOURS, "Mo-Fr 06:00-22:00; PH off");
        siteFacts.say("parkhaus-markt", FactKind.BAYS_DISABLED, "1");
        siteFacts.say("parkhaus-markt", FactKind.BAYS_CHARGING, "6");
        open("live/parken");
        assertThat(rows().stream().filter(row -> row.contains("180") || row.contains("320")))
                .satisfiesExactlyInAnyOrder(
                        row -> assertThat(row)
                                .contains(
                                        "geöffnet bis 22 Uhr",
                                        "Mo–Fr 6–22 Uhr; Feiertage: geschlossen",
                                        "1 Behindertenplatz, 6 Ladeplätze"),
                        row -> assertThat(row).contains("geschlossen bis 18 Uhr"));
        assertThat(rows().indexOf(rowOf("Bahnhof P+R"))).isGreaterThan(rows().indexOf(rowOf("Parkhaus Markt")));
        assertThat(page()).contains("An Feiertagen kann es anders sein", "besondere Plätze: Stadtwerke.");
    }

    @Test
    void specialBaysThatSomebodyCountsAreToldByHowManyAreFree() {
        aTownAtNoon();
        siteFacts.say("parkhaus-markt", FactKind.BAYS_DISABLED, "4");
        siteFacts.say("parkhaus-markt", FactKind.BAYS_CHARGING, "8");
        city.with("parking-markt/parking_free_charging", "Parkhaus Markt", 30, OptionalInt.empty())
                .with("parking-markt/parking_free_women", "Parkhaus Markt", 30, OptionalInt.of(10))
                .with("parking-markt/parking_free_family", "Parkhaus Markt", 30, OptionalInt.empty())
                .reports("parking-markt/parking_free_charging", 3, NOON, State.LIVE)
                .reports("parking-markt/parking_free_women", 0, NOON, State.LIVE)
                .reports("parking-markt/parking_free_family", 2, NOON, State.LIVE);
        city.publish(NOON);
        open("live/parken");
        assertThat(rowOf("180"))
                .contains(
                        "4 Behindertenplätze, 3 von 8 Ladeplätzen frei, 0 von 10 Frauenplätzen frei, 2 Familienplätze frei");
        city.reports("parking-markt/parking_free_charging", 3, NOON, State.STALE)
                .reports("parking-markt/parking_free_family", 2, NOON, State.STALE);
        city.publish(NOON);
        open("live/parken");
        assertThat(rowOf("180")).contains("8 Ladeplätze").doesNotContain("von 8", "Familienplätze");
    }

    @Test
    void theTileSendsNobodyToACarParkThatIsClosed() {
        aTownAtNoon();
        open("live/parken");
        assertThat(find(CityTile.class).all().stream().map(TileLooks::of).map(look -> text(look.getElement())))
                .anySatisfy(tile -> assertThat(tile).contains("Bahnhof P+R"));
        siteFacts.say("bahnhof-p-r", FactKind.OPENING_HOURS, "Mo-Fr 18:00-06:00");
        city.publish(NOON);
        open("live/parken");
        assertThat(find(CityTile.class).all().stream().map(TileLooks::of).map(look -> text(look.getElement())))
                .noneSatisfy(tile -> assertThat(tile).contains("Bahnhof P+R"));
    }

    @Test
    void aBuildingStandsBesideItsKindOnceAYearIsMeasured() {
        city.with("energy-rathaus/energy", "Rathaus", 60, OptionalInt.empty())
                .with("power-rathaus/power", "Rathaus", 60, OptionalInt.empty())
                .reports("power-rathaus/power", 31, NOON, State.LIVE);
        city.publish(NOON);
        siteFacts.say("rathaus", FactKind.BUILDING_KIND, "administration");
        siteFacts.say("rathaus", FactKind.FLOOR_AREA, "6200");
        open("live/energie");
        assertThat(rowOf("6\u202f200 m²"))
                .contains("Rathaus", "Verwaltungsgebäude", "kWh je m²", "im Mittel 30, gut 10", " bis ");
    }

    @Test
    void aPageThatCannotReadTheMetersSaysSo() {
        city.with("energy-rathaus/energy", "Rathaus", 60, OptionalInt.empty())
                .with("power-rathaus/power", "Rathaus", 60, OptionalInt.empty())
                .reports("power-rathaus/power", 31, NOON, State.LIVE);
        city.publish(NOON);
        siteFacts.say("rathaus", FactKind.BUILDING_KIND, "administration");
        siteFacts.say("rathaus", FactKind.FLOOR_AREA, "6201");
        history.be(PreviewStore.Mood.AWAY);
        open("live/energie");
        assertThat(page()).contains("Die Zähler lassen sich gerade nicht lesen.", "Verwaltungsgebäude");
    }

    private String rowOf(String part) {
        return rows().stream().filter(row -> row.contains(part)).findFirst().orElseThrow();
    }

    @Test
    void aCarParkFillsWhenFewerSpacesAreFreeThanAnHourAgo() {
        assertThat(Trend.of(trail(100, 95, 90, 85, 80), 180)).isEqualTo(Trend.FILLING);
        assertThat(Trend.of(trail(80, 85, 90, 95, 100), 180)).isEqualTo(Trend.EMPTYING);
        assertThat(Trend.of(trail(80, 80, 81, 82, 82), 180)).isEqualTo(Trend.STEADY);
        assertThat(Trend.of(trail(80), 180)).isEqualTo(Trend.UNKNOWN);
    }

    private static Trail trail(double... newest) {
        var means = new ArrayList<OptionalDouble>(Collections.nCopies(Trail.LENGTH, OptionalDouble.empty()));
        for (var i = 0; i < newest.length; i++)
            means.set(Trail.LENGTH - newest.length + i, OptionalDouble.of(newest[i]));
        return new Trail(Instant.EPOCH, means);
    }

    @Test
    void valuesThatTheReaderHoldsStay() {
        aTownAtNoon();
        open("live/laerm");
        test(find(NativeButton.class).withText("Alle Werte anhalten").single()).click();
        city.reports("noise-markt/laeq", 73.2, NOON.plusSeconds(15), State.LIVE);
        city.publish(NOON.plusSeconds(15));
        settle();
        assertThat(page()).contains("61 dB(A)").doesNotContain("73 dB(A)");
    }

    @Test
    void whatIsNewReachesTheOpenPage() {
        aTownAtNoon();
        open("live/laerm");
        city.reports("noise-markt/laeq", 73.2, NOON.plusSeconds(15), State.LIVE);
        city.publish(NOON.plusSeconds(15));
        awaitOnPage("73 dB(A)");
        assertThat(page()).contains("Rasenmäher");
    }

    private List<String> rows() {
        return find(NativeTableRow.class).all().stream()
                .map(row -> text(row.getElement()))
                .toList();
    }

    private List<String> hrefs() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
