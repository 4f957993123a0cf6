package city.cockpit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.InMemoryPageChoices;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.alerts.Bound;
import city.cockpit.alerts.Comparison;
import city.cockpit.alerts.Condition;
import city.cockpit.live.CatchUp;
import city.cockpit.live.State;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Severity;
import city.cockpit.preview.ScreenTest;
import city.cockpit.uikit.CityTile;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.TileLooks;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "admin", roles = "ADMINISTRATOR")
class OperationsViewTests extends ScreenTest {

    private static final Condition LOUD =
            new Condition.Beyond(Comparison.ABOVE, new Bound.Fixed(60), Averaging.HOUR, Duration.ZERO, 2);

    @Autowired
    InMemoryPageChoices choices;

    @BeforeEach
    void nobodyHasChosen() {
        choices.clear();
    }

    @Test
    void staffSeeTheSameTilesAndGoOneStepDeeper() {
        aTownAtNoon();
        open("cockpit");
        awaitThat(() -> assertThat(find(CityTile.class).all()).hasSize(3));
        assertThat(wayOfTile("Parken")).isEqualTo("cockpit/parking");
    }

    @Test
    void aDomainShowsEverySeriesOfItAndEachLeadsToItsChart() {
        aTownAtNoon();
        open("cockpit/parking");
        assertThat(find(CityTile.class).all())
                .extracting(tile -> text(tile.getElement()))
                .satisfiesExactly(
                        station -> assertThat(station).contains("214", "von 320 frei", "Bahnhof P+R"),
                        market -> assertThat(market).contains("0", "von 180 frei", "Parkhaus Markt"));
        assertThat(wayOfTile("Bahnhof P+R")).isEqualTo("history/parking/parking-bahnhof/parking_free");
        assertThat(wayOfTile("Parkhaus Markt")).isEqualTo("history/parking/parking-markt/parking_free");
    }

    @Test
    void theOpenIncidentsStandBesideTheTilesTheMostUrgentOnesFirst() {
        aTownAtNoon();
        var market = city.series("noise-markt/laeq");
        for (var hour = 1; hour <= 3; hour++)
            incidents.raise(Severity.NOTICE, LOUD, NOON.minus(Duration.ofHours(hour)), OptionalDouble.of(61), market);
        var alarm = incidents.raise(Severity.ALARM, LOUD, NOON.minusSeconds(600), OptionalDouble.of(71), market);
        incidents.assign(alarm, "anna", "admin");
        open("cockpit");
        awaitOnPage("Alle 4 Vorfälle");
        assertThat(linksOf(IncidentList.class).stream().map(link -> link.getAttribute("href")))
                .hasSize(4)
                .startsWith("incidents/" + alarm)
                .endsWith("incidents");
        assertThat(page()).contains("Alarm", "Markt · seit 11:50 · anna");
    }

    @Test
    void anIncidentAppearsWhileTheValuesOfTheCityStandStill() {
        aTownAtNoon();
        open("cockpit");
        awaitOnPage("Kein Vorfall ist offen.");
        incidents.raise(Severity.ALARM, LOUD, NOON, OptionalDouble.of(71), city.series("noise-markt/laeq"));
        awaitOnPage("Mittelungspegel LAeq über 60");
    }

    @Test
    @WithMockUser(username = "eva", roles = "STRATEGY_EDITOR")
    void whoMayNotOpenIncidentsIsToldOfThemAllTheSame() {
        aTownAtNoon();
        incidents.raise(Severity.ALARM, LOUD, NOON, OptionalDouble.of(71), city.series("noise-markt/laeq"));
        open("cockpit");
        awaitOnPage("Mittelungspegel LAeq über 60");
        assertThat(linksOf(IncidentList.class)).isEmpty();
    }

    @Test
    void withoutIncidentsASentenceSaysSo() {
        aTownAtNoon();
        open("cockpit");
        awaitOnPage("Kein Vorfall ist offen.");
    }

    @Test
    void aBuildingWithoutPowerStandsOutOnThePageOfItsDomain() {
        city.with("energy-stadthalle/power", "Stadthalle", 60, OptionalInt.empty())
                .with("energy-rathaus/power", "Rathaus", 60, OptionalInt.empty())
                .usually("energy-stadthalle/power", 12)
                .reports("energy-stadthalle/power", 0, NOON, State.LIVE)
                .reports("energy-rathaus/power", 21, NOON, State.LIVE);
        city.publish(NOON);
        open("cockpit/energy");
        awaitThat(() -> assertThat(find(CityTile.class).all())
                .extracting(tile -> text(tile.getElement()))
                .satisfiesExactlyInAnyOrder(
                        hall -> assertThat(hall).contains("Stadthalle", "ohne Strom"),
                        office -> assertThat(office).contains("Rathaus").doesNotContain("ohne Strom")));
    }

    @Test
    void theBaysOfACarParkAreOneWayToTheirSite() {
        aTownAtNoon();
        city.with("bay-markt-01/bay_occupied", "Parkhaus Markt", 300, OptionalInt.empty());
        city.with("bay-markt-02/bay_occupied", "Parkhaus Markt", 300, OptionalInt.empty());
        city.publish(NOON);
        open("cockpit/parking");
        awaitOnPage("Stellplatz belegt");
        assertThat(find(CityTile.class).all()).hasSize(2);
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("site/parkhaus-markt");
    }

    @Test
    void theNextDomainTakesThePlaceOfTheOneBefore() {
        aTownAtNoon();
        open("cockpit/parking");
        awaitOnPage("Freie Plätze");
        UI.getCurrent().navigate("cockpit/air");
        awaitOnPage("Feinstaub PM2,5");
        assertThat(page()).doesNotContain("Freie Plätze");
    }

    @Test
    void theBandOfASeriesNamesTheMeanThatItJudges() {
        aTownAtNoon();
        open("cockpit/air");
        assertThat(page()).contains("Mittel der letzten 60 Minuten: 9\u00a0µg/m³, UBA-Index");
    }

    @Test
    void whatNeedsAttentionIsListedWorstFirst() {
        aTownAtNoon();
        city.reports("noise-markt/laeq", 61.4, NOON, State.OFFLINE);
        city.reports("parking-markt/parking_free", 0, NOON, State.DELAYED);
        city.reports("air-markt/pm2_5", 60, NOON, State.LIVE);
        city.publish(NOON);
        open("cockpit");
        assertThat(attention())
                .containsSubsequence(
                        "sehr schlecht", "Feinstaub PM2,5", "ausgefallen", "Mittelungspegel", "verspätet", "Freie");
        assertThat(attention()).as("who is silent is named").contains("Markt · noise-markt");
    }

    @Test
    void aValueThatNobodyBelievesTakesNobodysPlaceAndIsTold() {
        aTownAtNoon();
        city.doubts("noise-markt/laeq", 0, NOON.plusSeconds(15));
        city.publish(NOON.plusSeconds(20));
        open("cockpit");
        awaitOnPage("unplausibel");
        assertThat(attention()).contains("unplausibel", "Mittelungspegel LAeq", "0\u00a0dB(A)");
        var tile = find(CityTile.class).all().stream()
                .filter(article -> text(article.getElement()).contains("Lärm"))
                .findFirst()
                .orElseThrow();
        assertThat(text(tile.getElement())).contains("61", "1 Wert unplausibel");
    }

    @Test
    void aSeriesSaysWhichValueNobodyBelieves() {
        aTownAtNoon();
        city.doubts("noise-markt/laeq", 0, NOON.plusSeconds(15));
        city.publish(NOON.plusSeconds(20));
        open("cockpit/noise");
        awaitOnPage("unplausibel: 0\u00a0dB(A)");
    }

    @Test
    void whereAllIsWellTheListSaysSo() {
        aTownAtNoon();
        open("cockpit");
        assertThat(attention()).contains("Alle Messreihen melden pünktlich");
    }

    @Test
    void thatHistoryIsBeingFilledInIsSaidAsLongAsItLasts() {
        aTownAtNoon();
        city.catchesUp(Optional.of(new CatchUp(412_000, NOON.minus(Duration.ofDays(18)))));
        city.publish(NOON);
        open("cockpit");
        awaitOnPage("Verlauf wird nachgetragen: 412\u202f000 Werte, zurück bis 3. Mai");
        city.catchesUp(Optional.empty());
        city.publish(NOON);
        awaitThat(() -> assertThat(page()).contains("Live").doesNotContain("nachgetragen"));
    }

    @Test
    void whatNeedsAttentionComesFirst() {
        aTownAtNoon();
        city.reports("air-markt/pm2_5", 60, NOON, State.LIVE);
        city.publish(NOON);
        open("cockpit");
        awaitThat(() -> assertThat(find(CityTile.class).all())
                .extracting(tile -> tile.getId().orElseThrow())
                .containsExactly("tile-air", "tile-parking", "tile-noise"));
        assertThat(page()).contains("Luft (Markt: sehr schlecht)", "448\u202f120 empfangen", "37 abgelehnt");
    }

    @Test
    void aLongListIsShownWholeOnDemand() {
        for (var number = 10; number < 18; number++)
            city.with("noise-" + number + "/laeq", "Ort " + number, 15, OptionalInt.empty());
        city.publish(NOON);
        open("cockpit");
        assertThat(attention()).contains("Ort 12").doesNotContain("Ort 13");
        test(find(NativeButton.class).withText("Alle 8 zeigen").single()).click();
        awaitThat(() -> assertThat(attention()).contains("Ort 17", "Weniger zeigen"));
    }

    @Test
    void everybodyArrangesTheTilesAndFindsThemSoAgain() {
        aTownAtNoon();
        open("cockpit");
        assertThat(tiles()).containsExactly("tile-parking", "tile-air", "tile-noise");
        test(find(NativeButton.class).withText("Kacheln anordnen").single()).click();
        press("Lärm nach vorn");
        press("Lärm nach vorn");
        awaitThat(() -> assertThat(tiles()).containsExactly("tile-noise", "tile-parking", "tile-air"));
        open("cockpit");
        assertThat(tiles()).containsExactly("tile-noise", "tile-parking", "tile-air");
        test(find(NativeButton.class).withText("Kacheln anordnen").single()).click();
        test(find(Button.class).withText("Vorgabe wiederherstellen").single()).click();
        awaitThat(() -> assertThat(tiles()).containsExactly("tile-parking", "tile-air", "tile-noise"));
        test(find(Button.class).withText("Rückgängig").single()).click();
        awaitThat(() -> assertThat(tiles()).containsExactly("tile-noise", "tile-parking", "tile-air"));
    }

    @Test
    void aHiddenTileIsCountedAndWhatIsWrongThereIsSaidAllTheSame() {
        aTownAtNoon();
        choices.keep(new SignInName("admin"), "cockpit", ";AIR");
        city.reports("air-markt/pm2_5", 60, NOON, State.LIVE);
        city.publish(NOON);
        open("cockpit");
        assertThat(tiles()).containsExactly("tile-parking", "tile-noise");
        assertThat(page()).contains("1 Kachel ausgeblendet", "Luft (Markt: sehr schlecht)");
    }

    @Test
    void whoHasChosenNothingHasWhatIsChosenForTheRole() {
        aTownAtNoon();
        choices.keepFor(Role.ADMINISTRATOR, "cockpit", "NOISE;", new SignInName("admin"));
        open("cockpit");
        assertThat(tiles()).startsWith("tile-noise");
    }

    @Test
    void whileTheDatabaseIsAwayTheTilesStandByAttention() {
        aTownAtNoon();
        choices.goAway();
        open("cockpit");
        assertThat(tiles()).hasSize(3);
        test(find(NativeButton.class).withText("Kacheln anordnen").single()).click();
        press("Lärm nach vorn");
        assertThat(page()).contains("Die Datenbank antwortet gerade nicht");
        assertThat(tiles()).containsExactly("tile-parking", "tile-air", "tile-noise");
    }

    @Test
    void fromATileOneComesToEverythingAboutItsNumber() {
        aTownAtNoon();
        open("cockpit");
        var noise = find(CityTile.class).withId("tile-noise").single();
        assertThat(TileLooks.of(noise).getElement().getOuterHTML()).contains("Mehr zu Lärm");
        ComponentUtil.fireEvent(noise, new CityTile.MoreAsked(noise, true));
        settle();
        assertThat(find(Anchor.class).all().stream()
                        .filter(link -> link.getHref().contains("noise")
                                || link.getHref().contains("site"))
                        .map(Anchor::getText))
                .contains(
                        "Alle Messwerte dieses Bereichs",
                        "Verlauf als Diagramm",
                        "Verlauf als Tabelle",
                        "Offene Daten (CSV, letzte 24 Stunden)",
                        "Messort Markt",
                        "Nachweis dieser Zahl");
        assertThat(ways()).containsEntry("Störung melden …", "report?topic=laerm");
    }

    @Test
    void fromATileOfAPlaceAFaultIsReportedOfThatPlace() {
        aTownAtNoon();
        open("cockpit/noise");
        var market = find(CityTile.class).all().getFirst();
        ComponentUtil.fireEvent(market, new CityTile.MoreAsked(market, true));
        settle();
        assertThat(ways()).containsEntry("Störung melden …", "report?topic=laerm&site=markt");
    }

    /** Where the links of the page lead. */
    private Map<String, String> ways() {
        return find(Anchor.class).all().stream()
                .collect(Collectors.toMap(Anchor::getText, Anchor::getHref, (one, other) -> other));
    }

    /** Each takes the server a kilobyte for each open page; see src/docs/decisions/0071-what-an-open-page-holds.md. */
    @Test
    void hundredsCanBeOpenSinceEachHasFewNodes() {
        aTownAtNoon();
        var market = city.series("noise-markt/laeq");
        for (var hour = 1; hour <= 3; hour++)
            incidents.raise(Severity.NOTICE, LOUD, NOON.minus(Duration.ofHours(hour)), OptionalDouble.of(61), market);
        open("cockpit");
        awaitOnPage("3 Vorfälle offen");
        var frame = find(CockpitLayout.class).single().getElement();
        assertThat(nodes(frame)).isBetween(100L, 160L);
    }

    private static long nodes(Element element) {
        return 1
                + (element.isTextNode()
                        ? 0
                        : element.getChildren()
                                .mapToLong(OperationsViewTests::nodes)
                                .sum());
    }

    private List<String> tiles() {
        settle();
        return find(CityTile.class).all().stream()
                .map(tile -> tile.getId().orElseThrow())
                .toList();
    }

    private void press(String label) {
        var button = find(NativeButton.class).all().stream()
                .filter(one -> label.equals(one.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
        test(button).click();
        settle();
    }

    @Test
    void aTownWithoutSensorsSaysWhatToDoNext() {
        open("cockpit");
        assertThat(page())
                .contains("Noch sind keine Sensoren eingetragen.", "So kommen Werte ins Cockpit", "Sensor anmelden");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("sensors/new", "sensors/import");
    }

    @Test
    @WithMockUser(username = "eva", roles = "STRATEGY_EDITOR")
    void whoMayNotRegisterSensorsIsToldWhoDoes() {
        open("cockpit");
        assertThat(page()).contains("Sensoren meldet an, wer die Rolle Technik oder Administration hat.");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).doesNotContain("sensors/new");
    }

    @Test
    @WithAnonymousUser
    void strangersSeeNothingOfIt() {
        open("cockpit");
        assertThat(page()).contains("Anmelden").doesNotContain("Aufmerksamkeit");
    }

    @Test
    void anUnknownDomainIsAPageThatDoesNotExist() {
        open("cockpit/dragons");
        assertThat(page()).contains("Diese Seite gibt es nicht");
    }

    private String attention() {
        return text(find(Section.class)
                .withClassName("attention")
                .withoutClassName("incident-list")
                .single()
                .getElement());
    }
}
