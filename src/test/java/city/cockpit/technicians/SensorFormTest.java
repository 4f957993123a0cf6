package city.cockpit.technicians;

import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Site;
import city.cockpit.onboarding.Benches;
import city.cockpit.onboarding.InMemoryDrafts;
import city.cockpit.preview.ScreenTest;
import city.cockpit.registry.InMemorySensors;
import city.cockpit.registry.Place;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A technician at the form of a sensor, in a town with a school. */
abstract class SensorFormTest extends ScreenTest {

    protected static final SensorId SCHOOL = new SensorId("24e124535b316056");

    @Autowired
    protected InMemorySensors registered;

    @Autowired
    protected InMemoryDrafts drafts;

    @BeforeEach
    void town() {
        aTownAtNoon();
        registered.clear();
        drafts.clear();
        registered.savePlace(Place.of(new Site("schule", "Schule am Park", "Süd", 50.868, 9.707), ""), "tina");
    }

    protected void register() {
        open("sensors/new");
        paste(Benches.sample("chirpstack.json"));
        choose("SITE", "schule");
        press("Sensor speichern");
    }

    protected void paste(String text) {
        fieldOf("SAMPLE_TEXT", TextArea.class).setValue(text);
        settle();
    }

    protected void type(String label, String text) {
        find(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .forEach(field -> test(field).setValue(text));
        settle();
    }

    protected void choose(String field, String site) {
        @SuppressWarnings("unchecked") // the fields of the page know what they hold
        ComboBox<Place> box = fieldOf(field, ComboBox.class);
        box.setValue(registered.findPlace(site).orElseThrow());
        settle();
    }

    protected void press(String label) {
        find(Button.class).all().stream()
                .filter(button -> label.equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .click();
        settle();
    }

    protected <C extends Component> C fieldOf(String name, Class<C> type) {
        return find(type).all().stream()
                .filter(field -> name.equals(field.getElement().getAttribute("data-draft")))
                .findFirst()
                .orElseThrow();
    }

    /** What was typed in this browser before the network went or the page was loaded anew. */
    protected void browserKept(Map<String, String> values) {
        var keeper = find(DraftKeeper.class).single();
        var json = JsonMapper.builder().build().writeValueAsString(values);
        ComponentUtil.fireEvent(keeper, new DraftKeeper.DraftFound(keeper, true, json));
        settle();
    }
}
