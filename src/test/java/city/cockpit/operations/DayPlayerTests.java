package city.cockpit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.InMemoryPageChoices;
import city.cockpit.alerts.Bound;
import city.cockpit.alerts.Comparison;
import city.cockpit.alerts.Condition;
import city.cockpit.live.PreviewPast;
import city.cockpit.live.State;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Severity;
import city.cockpit.preview.ScreenTest;
import city.cockpit.uikit.CityTile;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The town's clock is two hours before that of the world. */
@WithMockUser(username = "anna", roles = "STAFF")
class DayPlayerTests extends ScreenTest {

    private static final Condition LOUD =
            new Condition.Beyond(Comparison.ABOVE, new Bound.Fixed(60), Averaging.HOUR, Duration.ZERO, 2);

    @Autowired
    PreviewPast past;

    @Autowired
    InMemoryPageChoices choices;

    @BeforeEach
    void aMorningInWhichTheCarParkFilledUp() {
        choices.clear();
        past.clear();
        aTownAtNoon();
        var market = city.series("parking-markt/parking_free");
        for (var minute = 0; minute <= 120; minute += 5)
            past.measured(market, NOON.minus(Duration.ofMinutes(120 - minute)), 180 - minute);
    }

    @Test
    void tilesAndIncidentsShowAMomentOfTheDayAndThenTheLivingCityAgain() {
        incidents.raise(
                Severity.ALARM,
                LOUD,
                NOON.minus(Duration.ofMinutes(30)),
                OptionalDouble.of(71),
                city.series("noise-markt/laeq"));
        open("cockpit?at=2026-05-21T10:00:00Z");
        awaitOnPage("Rückblick – nicht live");
        awaitThat(() -> assertThat(page()).contains("Donnerstag, 21. Mai 2026, 12:00 Uhr", "65 von 180 frei", "Alarm"));
        assertThat(find(CityTile.class).all()).hasSize(1);
        for (var quarter = 0; quarter < 4; quarter++) pressNamed("Eine Viertelstunde zurück");
        awaitThat(() -> assertThat(page())
                .contains("11:00 Uhr", "125 von 180 frei", "Kein Vorfall ist offen")
                .doesNotContain("Alarm"));
        press("Zurück zu jetzt");
        awaitThat(() -> assertThat(page()).contains("214", "Alarm").doesNotContain("nicht live"));
    }

    @Test
    void lookingBackBeginsWithTheQuarterThatWasLast() {
        open("cockpit");
        press("Rückblick");
        awaitOnPage("nicht den von jetzt");
        assertThat(page()).doesNotContain("Kacheln anordnen");
        press("Zurück zu jetzt");
        awaitOnPage("Kacheln anordnen");
    }

    @Test
    void whileOneLooksBackTheLivingCityChangesNothing() {
        open("cockpit?at=2026-05-21T09:00:00Z");
        awaitThat(() -> assertThat(page()).contains("11:00 Uhr", "125 von 180 frei"));
        city.reports("parking-markt/parking_free", 3, NOON, State.LIVE);
        city.publish(NOON.plusSeconds(1));
        settle();
        assertThat(page()).contains("125 von 180 frei").doesNotContain("217");
        press("Zurück zu jetzt");
        awaitOnPage("217");
    }

    @Test
    void anAddressLeadsToItsMomentAndNonsenseToNow() {
        open("cockpit?at=2026-05-21T08:20:00Z");
        awaitOnPage("10:15 Uhr");
        open("cockpit?at=gestern");
        settle();
        assertThat(page()).contains("214").doesNotContain("nicht live");
    }

    @Test
    void whatIsToldAloudIsThatThisIsThePastAndNotEachStep() {
        open("cockpit?at=2026-05-21T10:00:00Z");
        awaitOnPage("Die Seite zeigt den Stand von 12:00 Uhr, nicht den von jetzt.");
        pressNamed("Eine Viertelstunde zurück");
        awaitThat(() -> assertThat(page()).contains("11:45 Uhr", "Stand von 12:00 Uhr"));
    }

    @Test
    void beforeTheFirstReadingNothingIsMadeUp() {
        open("cockpit?at=2026-05-21T07:45:00Z");
        awaitOnPage("Bis zu diesem Zeitpunkt war nichts gemessen.");
        assertThat(find(CityTile.class).all()).isEmpty();
        assertThat(page()).doesNotContain("unauffällig");
    }

    @Test
    void aMomentBeforeTheFirstDayBecomesTheBeginOfIt() {
        open("cockpit?at=2020-01-01T00:00:00Z");
        awaitOnPage("21. Mai 2026, 00:00 Uhr");
    }

    @Test
    void whileTheDatabaseIsAwayThatIsSaidAndTheLivingCityStays() {
        past.isAway(true);
        open("cockpit");
        press("Rückblick");
        awaitOnPage("Der Tag ist gerade nicht zu lesen");
        assertThat(page()).contains("214");
    }

    @Test
    void playingGoesOnToTheNextQuarterAtOnce() {
        open("cockpit?at=2026-05-21T09:30:00Z");
        awaitOnPage("11:30 Uhr");
        pressNamed("Abspielen");
        awaitOnPage("11:45 Uhr");
        pressNamed("Anhalten");
        assertThat(page()).contains("11:45 Uhr");
    }

    private void press(String text) {
        test(find(NativeButton.class).withText(text).single()).click();
        settle();
    }

    private void pressNamed(String label) {
        test(find(NativeButton.class).all().stream()
                        .filter(one -> label.equals(one.getElement().getAttribute("aria-label")))
                        .findFirst()
                        .orElseThrow())
                .click();
        settle();
    }
}
