package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** A technician hangs another device in the place of a broken one. */
@WithMockUser(username = "tina", roles = "TECHNICIAN")
class SwapViewTests extends SensorFormTest {

    @BeforeEach
    void aSensorAtTheSchool() {
        register();
        open("sensors/" + SCHOOL + "/swap");
    }

    @Test
    void aDeviceIsSwappedAndItsSeriesGoOn() {
        type("Seriennummer oder DevEUI", "24E124535B999999");
        press("Tausch speichern");
        assertThat(page()).contains("Getauscht. Die Messreihen laufen weiter.");
        assertThat(registered.listSwaps(SCHOOL)).hasSize(1);
        assertThat(registered.find(SCHOOL).orElseThrow().device().serial()).isEqualTo("24E124535B999999");
    }

    @Test
    void aDeviceNeedsANumberOrAModel() {
        type("Hersteller und Modell", "");
        press("Tausch speichern");
        assertThat(fieldOf("SERIAL", TextField.class).isInvalid()).isTrue();
        assertThat(registered.listSwaps(SCHOOL)).isEmpty();
    }

    @Test
    void whatTheBrowserKeptStandsThereAgain() {
        var yesterday = fieldOf("SINCE", DatePicker.class).getValue().minusDays(1);
        browserKept(Map.of("SERIAL", "24E124535B999999", "SPEAKS_AS", "24E1-2453", "SINCE", yesterday.toString()));
        assertThat(page())
                .contains("Aus diesem Browser übernommen, was noch nicht gespeichert war:")
                .contains("Seriennummer oder DevEUI")
                .contains("Getauscht am");
        assertThat(fieldOf("SERIAL", TextField.class).getValue()).isEqualTo("24E124535B999999");
        assertThat(fieldOf("SINCE", DatePicker.class).getValue()).isEqualTo(yesterday);
        assertThat(registered.listSwaps(SCHOOL)).isEmpty();
    }

    @Test
    void whatStandsThereAnywayIsNoNews() {
        browserKept(Map.of("MODEL", fieldOf("MODEL", TextField.class).getValue()));
        assertThat(page()).doesNotContain("Aus diesem Browser übernommen");
    }

    @Test
    void whoLeavesWithSomethingTypedIsAsked() {
        type("Seriennummer oder DevEUI", "24E124535B999999");
        UI.getCurrent().navigate("sensors");
        settle();
        assertThat(find(ConfirmDialog.class).all()).hasSize(1);
    }

    @Test
    void whoHasSwappedIsNotAsked() {
        type("Seriennummer oder DevEUI", "24E124535B999999");
        press("Tausch speichern");
        UI.getCurrent().navigate("sensors");
        settle();
        assertThat(find(ConfirmDialog.class).all()).isEmpty();
    }
}
