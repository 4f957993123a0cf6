package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.label.PreviewLabels;
import city.cockpit.preview.ScreenTest;
import city.cockpit.registry.Phase;
import city.cockpit.registry.SampleSensors;
import city.cockpit.registry.Visibility;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

/** Somebody stands before a sensor and scans its label. */
class ScanViewTests extends ScreenTest {

    @BeforeEach
    void sensors() {
        aTownAtNoon();
        SampleSensors.add(sensors, "scan-public", "Luft am Markt");
        SampleSensors.add(sensors, "scan-internal", "Pumpe am Markt", Visibility.INTERNAL, Phase.ACTIVE);
        SampleSensors.add(sensors, "scan-retired", "Altes Gerät", Visibility.PUBLIC, Phase.RETIRED);
    }

    @Test
    @WithAnonymousUser
    void aCitizenIsLedToTheValuesOfTheSite() {
        scan("scan-public");
        assertThat(address()).isEqualTo("site/markt");
    }

    @Test
    @WithAnonymousUser
    void aCitizenIsToldThatTheValuesAreNotPublicAndNothingElse() {
        scan("scan-internal");
        assertThat(page())
                .contains("Die Werte dieses Sensors sind nicht öffentlich.")
                .doesNotContain("Pumpe");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("login")
                .noneMatch(way -> way.contains("scan-internal"));
    }

    @Test
    @WithAnonymousUser
    void aCitizenIsToldThatASensorMeasuresNoMore() {
        scan("scan-retired");
        assertThat(page()).contains("Dieser Sensor misst nicht mehr.", "Was in der Stadt gemessen wird");
    }

    @Test
    @WithMockUser(username = "sam", roles = "STAFF")
    void staffSeesWhatIsInternalOnThePageOfTheSite() {
        scan("scan-internal");
        assertThat(address()).isEqualTo("site/markt");
    }

    @Test
    @WithAnonymousUser
    void aCodeThatNobodyPrintedLeadsNowhere() {
        open("s/00000000");
        assertThat(page()).doesNotContain("Dieser Sensor");
        open("s/nonsense-that-is-no-code");
        assertThat(page()).doesNotContain("Dieser Sensor");
    }

    private void scan(String sensor) {
        open("s/" + PreviewLabels.codeOf(sensor));
    }

    private static String address() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }
}
