package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.State;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** The card of the sites, seen on the public page. */
@WithAnonymousUser
class SiteCardTests extends ScreenTest {

    private void press(String button) {
        test(find(NativeButton.class).withText(button).single()).click();
    }

    private List<String> rows() {
        return find(NativeTableRow.class).all().stream()
                .skip(1)
                .map(row -> text(row.getElement()).replace(Formats.UNIT_SPACE, ' '))
                .toList();
    }

    @Test
    void nothingOfAMapIsThereBeforeSomebodyAsksForIt() {
        aTownAtNoon();
        open("");
        awaitOnPage("Karte zeigen");
        assertThat(find(SiteMap.class).all()).isEmpty();
        press("Karte zeigen");
        assertThat(find(SiteMap.class).all()).hasSize(1);
    }

    @Test
    void theListTellsTheSameInWords() {
        aTownAtNoon();
        open("");
        press("Karte zeigen");
        press("Liste");
        assertThat(find(SiteMap.class).all()).isEmpty();
        assertThat(rows())
                .hasSize(3)
                .satisfiesExactly(
                        station -> assertThat(station).startsWith("Bahnhof P+R Altstadt 214 von 320 frei"),
                        market -> assertThat(market)
                                .contains("Markt Altstadt", "Feinstaub PM2,5 9 µg/m³ gut", "61 dB(A)"),
                        carPark -> assertThat(carPark).contains("Parkhaus Markt Altstadt 0 von 180 frei"));
        assertThat(find(Anchor.class).withText("Markt").single().getHref()).isEqualTo("site/markt");
    }

    @Test
    void oneDomainAtATime() {
        aTownAtNoon();
        open("");
        press("Karte zeigen");
        press("Liste");
        press("Lärm");
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("61 dB(A)").doesNotContain("Feinstaub"));
        press("Alle");
        assertThat(rows()).hasSize(3);
    }

    @Test
    void theListFollowsTheCity() {
        aTownAtNoon();
        open("");
        press("Karte zeigen");
        press("Liste");
        city.reports("noise-markt/laeq", 73.2, NOON.plusSeconds(15), State.LIVE);
        city.publish(NOON.plusSeconds(15));
        awaitOnPage("73 dB(A)");
        city.with("noise-park/laeq", "Park", 15, OptionalInt.empty());
        city.publish(NOON.plusSeconds(16));
        awaitThat(() -> assertThat(rows()).hasSize(4).anyMatch(row -> row.contains("noch kein Wert")));
    }

    @Test
    void whoChoosesASiteOnTheMapSeesAllOfIt() {
        aTownAtNoon();
        open("");
        press("Karte zeigen");
        assertThat(page()).doesNotContain("zuletzt gemeldet");
        choose("markt");
        assertThat(page()).contains("zuletzt gemeldet", "Feinstaub PM2,5", "Dieser Messort als eigene Seite");
    }

    @Test
    void aSiteThatIsGoneOpensNothing() {
        aTownAtNoon();
        open("");
        press("Karte zeigen");
        choose("nirgends");
        assertThat(page()).doesNotContain("zuletzt gemeldet");
    }

    private void choose(String site) {
        var map = find(SiteMap.class).single();
        com.vaadin.flow.component.ComponentUtil.fireEvent(map, new SiteMap.SiteChosen(map, true, site));
    }
}
