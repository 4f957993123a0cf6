package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.fleet.SensorHealth;
import city.cockpit.ingest.Vital;
import city.cockpit.live.State;
import city.cockpit.measurement.SensorId;
import city.cockpit.preview.ScreenTest;
import city.cockpit.registry.Phase;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "tina", roles = "TECHNICIAN")
class SensorsViewTests extends ScreenTest {

    @BeforeEach
    void town() {
        aTownAtNoon();
        registerTown();
    }

    @Test
    void anEmptyTownSaysHowTheFirstSensorGetsOnTheAir() {
        sensors.clear();
        open("sensors");
        assertThat(page()).contains("Noch ist kein Sensor eingetragen.");
        assertThat(find(Anchor.class).withText("Neuer Sensor").single().getHref())
                .isEqualTo("sensors/new");
    }

    @Test
    void whatNeedsAttentionComesFirst() {
        city.reports("noise-markt/laeq", 61.4, NOON.minusSeconds(3600), State.STALE);
        city.publish(NOON);
        fleet.hears("air-markt", Map.of(Vital.BATTERY, 7.0), NOON);
        open("sensors");
        assertThat(page()).contains("4 Sensoren sollen melden, 2 brauchen Aufmerksamkeit.");
        assertThat(ids()).containsExactly("noise-markt", "air-markt", "parking-bahnhof", "parking-markt");
    }

    @Test
    void aConditionLeavesThoseThatAreInIt() {
        fleet.hears("air-markt", Map.of(Vital.BATTERY, 7.0), NOON);
        open("sensors");
        ComponentUtil.fireEvent(button("Batterie schwach"), new ClickEvent<>(button("Batterie schwach")));
        assertThat(ids()).containsExactly("air-markt");
        ComponentUtil.fireEvent(button("Batterie schwach"), new ClickEvent<>(button("Batterie schwach")));
        assertThat(ids()).hasSize(4);
    }

    @Test
    void aChoiceStandsInTheAddressAndCanBePassedOn() {
        open("sensors?q=bahnhof&domain=parking");
        assertThat(ids()).containsExactly("parking-bahnhof");
        assertThat(find(TextField.class).single().getValue()).isEqualTo("bahnhof");
        assertThat(SensorFilter.ALL.search("bahnhof").address().getQueryString())
                .isEqualTo("q=bahnhof");
    }

    @Test
    void whoSearchesForNothingThatExistsIsToldSo() {
        open("sensors?q=nirgends");
        assertThat(page()).contains("Kein Sensor passt zu dieser Auswahl.");
    }

    @Test
    void retiredOnesAreFoundOnlyWhereTheyAreAskedFor() {
        sensors.phase(new SensorId("air-markt"), Phase.RETIRED, "tina");
        open("sensors");
        assertThat(ids()).doesNotContain("air-markt");
        ComponentUtil.fireEvent(button("Stillgelegt"), new ClickEvent<>(button("Stillgelegt")));
        assertThat(ids()).containsExactly("air-markt");
    }

    @Test
    void theListFollowsTheTown() {
        open("sensors");
        city.reports("noise-markt/laeq", 61.4, NOON.minusSeconds(3600), State.STALE);
        city.publish(NOON);
        awaitOnPage("4 Sensoren sollen melden, einer braucht Aufmerksamkeit.");
        assertThat(ids()).startsWith("noise-markt");
    }

    @Test
    void inEnglishToo() {
        speak(Locale.ENGLISH);
        open("sensors");
        assertThat(page()).contains("4 sensors are expected to report, all are well.");
    }

    @Test
    @WithMockUser(username = "clerk", roles = "STAFF")
    void othersDoNotSeeIt() {
        open("sensors");
        assertThat(page()).contains("Dafür fehlt Ihnen eine Rolle");
    }

    private NativeButton button(String label) {
        return find(NativeButton.class).all().stream()
                .filter(one -> text(one.getElement()).startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // there is one on the page
    private List<String> ids() {
        return ((VirtualList<SensorHealth>) find(VirtualList.class).single())
                .getDataProvider()
                .fetch(new Query<>())
                .map(one -> one.sensor().id().value())
                .toList();
    }
}
