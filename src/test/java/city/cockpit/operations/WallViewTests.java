package city.cockpit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.InMemoryWallDoor;
import city.cockpit.access.WallDoor.Right;
import city.cockpit.alerts.Bound;
import city.cockpit.alerts.Comparison;
import city.cockpit.alerts.Condition;
import city.cockpit.live.State;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Severity;
import city.cockpit.preview.ScreenTest;
import city.cockpit.uikit.CityTile;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** The screen in the hall, at which nobody is signed in. */
@WithAnonymousUser
class WallViewTests extends ScreenTest {

    private static final String SECRET = "cockpit_of-the-hall";

    private static final Condition LOUD =
            new Condition.Beyond(Comparison.ABOVE, new Bound.Fixed(60), Averaging.HOUR, Duration.ZERO, 2);

    @Autowired
    InMemoryWallDoor door;

    @BeforeEach
    void nobodyMadeALink() {
        door.clear();
    }

    @Test
    void whoHasTheLinkSeesTheWholeCityAndWhatChanges() {
        aTownAtNoon();
        door.be(SECRET, Right.PUBLIC);
        openWith(SECRET);
        awaitThat(() -> assertThat(find(CityTile.class).all()).hasSize(3));
        assertThat(page()).contains("Parken", "Was Aufmerksamkeit braucht", "Musterstadt");
        city.reports("air-markt/pm2_5", 60, NOON, State.LIVE);
        city.publish(NOON);
        awaitOnPage("Luft (Markt: sehr schlecht)");
    }

    @Test
    void openIncidentsAreToldInTheSentenceAndBesideTheMapWhereAllMayBeSeen() {
        aTownAtNoon();
        incidents.raise(Severity.ALARM, LOUD, NOON, OptionalDouble.of(71), city.series("noise-markt/laeq"));
        door.be(SECRET, Right.WHOLE);
        openWith(SECRET);
        awaitThat(() -> assertThat(page())
                .contains(
                        "Ein Vorfall offen, 1 ungesehen. Sonst ist alles unauffällig.",
                        "Mittelungspegel LAeq über 60"));
        door.be(SECRET, Right.PUBLIC);
        openWith(SECRET);
        awaitOnPage("Parken");
        assertThat(page()).doesNotContain("Vorfall", "Mittelungspegel LAeq über 60");
    }

    @Test
    void withoutALinkNothingIsShown() {
        aTownAtNoon();
        openWith("");
        assertThat(page()).contains("Dieser Link gilt nicht oder nicht mehr").doesNotContain("Parken");
    }

    @Test
    void aLinkThatIsRevokedShowsNothingFromTheNextBeatOn() {
        aTownAtNoon();
        door.be(SECRET, Right.PUBLIC);
        var wall = openWith(SECRET);
        awaitOnPage("Parken");
        door.be(SECRET, Right.NONE);
        wall.beat();
        assertThat(page()).contains("Dieser Link gilt nicht oder nicht mehr").doesNotContain("Parken");
        city.publish(NOON.plusSeconds(1));
        settle();
        assertThat(page()).doesNotContain("Parken");
    }

    @Test
    void whileNobodyCanSayWhetherTheLinkIsGoodTheScreenWaitsAndThenShows() {
        aTownAtNoon();
        door.be(SECRET, Right.UNKNOWN);
        var wall = openWith(SECRET);
        assertThat(page()).contains("gerade nicht zu erreichen").doesNotContain("Parken");
        door.be(SECRET, Right.WHOLE);
        wall.beat();
        awaitOnPage("Parken");
        door.be(SECRET, Right.UNKNOWN);
        wall.beat();
        assertThat(page()).as("what was shown stays while the database is away").contains("Parken");
    }

    /** A screen that had to wait for the answer would take the server for one that is away, and forget what it showed. */
    @Test
    void theScreenDoesNotWaitForADatabaseThatDoesNotAnswer() {
        aTownAtNoon();
        door.be(SECRET, Right.WHOLE);
        var wall = openWith(SECRET);
        awaitOnPage("Parken");
        var unjam = door.jam();
        try {
            wall.beat();
            assertThat(page()).contains("Parken");
        } finally {
            unjam.run();
        }
    }

    private WallView openWith(String secret) {
        open("wall");
        var wall = find(WallView.class).single();
        wall.open(secret);
        return wall;
    }
}
