package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.onboarding.Draft;
import city.cockpit.onboarding.DraftField;
import city.cockpit.onboarding.Wish;
import city.cockpit.registry.Device;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** A technician corrects what is registered. */
@WithMockUser(username = "tina", roles = "TECHNICIAN")
class EditSensorViewTests extends SensorFormTest {

    @BeforeEach
    void aSensorAtTheSchool() {
        register();
        open("sensors/" + SCHOOL + "/edit");
    }

    @Test
    void aRegisteredSensorIsChangedInTheFormInWhichItWasRegistered() {
        fieldOf("TITLE", TextField.class).setValue("Schulhof Nord");
        press("Sensor speichern");
        assertThat(page()).contains("Gespeichert.").contains("Schulhof Nord bearbeiten");
        assertThat(registered.find(SCHOOL).orElseThrow().title()).isEqualTo("Schulhof Nord");
    }

    @Test
    void whatTheBrowserKeptStandsThereAgain() {
        browserKept(Map.of("TITLE", "Schulhof Nord", "SITE", "schule"));
        assertThat(page()).contains("Aus diesem Browser übernommen, was noch nicht gespeichert war: Name des Sensors.");
        assertThat(fieldOf("TITLE", TextField.class).getValue()).isEqualTo("Schulhof Nord");
        assertThat(registered.find(SCHOOL).orElseThrow().title()).isEqualTo("Schulhof Süd");
    }

    @Test
    void whatIsObservedStandsThereAgain() {
        browserKept(Map.of(
                "OBSERVED", observingOne(registered.find(SCHOOL).orElseThrow().version())));
        assertThat(page()).contains("was noch nicht gespeichert war: Was das Gerät misst.");
        press("Sensor speichern");
        assertThat(registered.find(SCHOOL).orElseThrow().series()).hasSize(1);
    }

    @Test
    void whatWasObservedBeforeSomebodyElseChangedItDoesNot() {
        browserKept(Map.of("OBSERVED", observingOne(7)));
        assertThat(page()).doesNotContain("Aus diesem Browser übernommen");
    }

    @Test
    void whatABrowserSaysMayBeNonsense() {
        var keeper = find(DraftKeeper.class).single();
        for (var nonsense : List.of("", "[]", "{\"OBSERVED\":\"{\"}", "{\"OBSERVED\":\"{\\\"wishes\\\":7}\"}"))
            ComponentUtil.fireEvent(keeper, new DraftKeeper.DraftFound(keeper, true, nonsense));
        settle();
        assertThat(page()).contains("Schulhof Süd bearbeiten").doesNotContain("Aus diesem Browser übernommen");
    }

    @Test
    void whatTwoPeopleChangedStandsTogetherToBeChecked() {
        fieldOf("TITLE", TextField.class).setValue("Schulhof Nord");
        var before = registered.find(SCHOOL).orElseThrow();
        registered.change(before.withDevice(new Device("", "Milesight EM310", "", Optional.empty())), "toni");
        press("Sensor speichern");
        assertThat(page()).contains("Jemand anders hat den Sensor inzwischen geändert.");
        assertThat(registered.find(SCHOOL).orElseThrow().title()).isEqualTo("Schulhof Süd");
        assertThat(fieldOf("MODEL", TextField.class).getValue()).isEqualTo("Milesight EM310");
        press("Sensor speichern");
        assertThat(registered.find(SCHOOL).orElseThrow().title()).isEqualTo("Schulhof Nord");
    }

    @Test
    void whoLeavesIsAsked() {
        fieldOf("TITLE", TextField.class).setValue("Schulhof Nord");
        UI.getCurrent().navigate("sensors");
        settle();
        assertThat(find(ConfirmDialog.class).all()).hasSize(1);
    }

    @Test
    void anIntervalOfItsOwnIsShown() {
        browserKept(Map.of("INTERVAL", "45"));
        press("Sensor speichern");
        assertThat(fieldOf("INTERVAL", ComboBox.class).getValue()).isEqualTo("45");
        assertThat(registered.find(SCHOOL).orElseThrow().series().getFirst().interval())
                .isEqualTo(Duration.ofSeconds(45));
    }

    private String observingOne(int version) {
        var plan = registered.find(SCHOOL).orElseThrow().series().getFirst();
        return new Draft(
                        Map.of(DraftField.VERSION, Integer.toString(version)),
                        List.of(Wish.of(plan.propertyKey(), plan.feed().orElseThrow())))
                .toJson();
    }
}
