package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Site;
import city.cockpit.registry.Device;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Place;
import city.cockpit.registry.Placement;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Stewardship;
import city.cockpit.registry.Visibility;
import city.cockpit.registry.rights.Account;
import city.cockpit.registry.rights.InMemoryRights;
import city.cockpit.registry.rights.Refused.Cause;
import city.cockpit.registry.rights.Rights.Gateway;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "tina", roles = "TECHNICIAN")
class RightsViewTests extends DeskTest {

    @Autowired
    InMemoryRights rights;

    @BeforeEach
    void twoSensors() {
        rights.clear();
        if (sensors.findPlace("markt").isEmpty())
            sensors.savePlace(Place.of(new Site("markt", "Markt", "", 50, 8), ""), "tina");
        register("luft-7", "");
        register("plug-1", "tasmota");
        register("lora-1", "chirpstack");
    }

    @Test
    void aDeviceWithoutAccessGetsItWithAPasswordThatIsSeenOnce() {
        open("sensors/luft-7/rights");
        assertThat(page()).contains("Noch kein eigener Zugang", "nur auf city/luft-7 und city/luft-7/status senden");
        press("Zugang anlegen");
        assertThat(page()).contains("Der Zugang „luft-7“ gilt ab sofort.");
        assertThat(find(Code.class).all().stream().map(Code::getText)).contains(InMemoryRights.PASSWORD);
        assertThat(find(Pre.class).single().getText()).contains("client_id: \"luft-7\"", InMemoryRights.PASSWORD);
        press("Fertig");
        assertThat(find(Pre.class).single().getText())
                .contains("password: \"KENNWORT\"")
                .doesNotContain(InMemoryRights.PASSWORD);
        assertThat(find(Code.class).all().stream().map(Code::getText)).doesNotContain(InMemoryRights.PASSWORD);
        open("sensors/luft-7/rights");
        assertThat(page()).contains("offen").doesNotContain("Noch kein eigener Zugang");
    }

    @Test
    void theSetUpFollowsWhatIsSetUp() {
        open("sensors/plug-1/rights");
        press("Zugang anlegen");
        assertThat(find(Pre.class).single().getText())
                .startsWith("Backlog MqttHost")
                .contains("Topic plug-1");
        assertThat(page()).doesNotContain("das weist der Broker ab");
        setUp().setValue(SetUp.Kind.SHELLY);
        assertThat(page())
                .contains(
                        "So sendet das Gerät auf plug-1/events/rpc, und das weist der Broker ab: Dieser Zugang darf nur auf");
        assertThat(find(Pre.class).single().getText()).contains("\"client_id\": \"plug-1\"");
        for (var kind : SetUp.Kind.values()) {
            setUp().setValue(kind);
            assertThat(find(Pre.class).single().getText()).as(kind.name()).isNotBlank();
        }
    }

    @Test
    void aDeviceBehindANetworkServerIsLedToTheGateways() {
        open("sensors/lora-1/rights");
        assertThat(page())
                .contains("Kommt über einen Server", "Zu den Gateways")
                .doesNotContain("Zugang anlegen");
    }

    @Test
    void lockingAsksFirstAndIsUndoneWithoutAsking() {
        rights.admit(new SensorId("luft-7"), "luft-7", "luft-7", "tina");
        open("sensors/luft-7/rights");
        press("Sperren …");
        confirm();
        assertThat(page()).contains("„luft-7“ ist gesperrt.", "gesperrt");
        press("Freigeben");
        assertThat(page()).contains("„luft-7“ ist wieder offen.");
        press("Entfernen …");
        confirm();
        assertThat(page()).contains("Der Zugang ist entfernt.", "Noch kein eigener Zugang");
    }

    @Test
    void whyTheBrokerSentADeviceAwayIsSaid() {
        rights.admit(new SensorId("luft-7"), "luft-7", "luft-7", "tina");
        rights.refuse("luft-7", Cause.CLIENT_ID, "DVES_AB12F0", NOON);
        open("sensors/luft-7/rights");
        assertThat(page()).contains("andere Client-Kennung „DVES_AB12F0“").doesNotContain("seit dem Start");
    }

    @Test
    void howOftenADeviceSpokeWhereItMayNotIsCountedAndSaidOnItsPageToo() {
        rights.admit(new SensorId("luft-7"), "luft-7", "luft-7", "tina");
        for (var time = 0; time < 3; time++) rights.refuse("luft-7", Cause.TOPIC, "city/luft-8", NOON);
        open("sensors/luft-7/rights");
        assertThat(page()).contains("Nachricht auf „city/luft-8“, 3-mal seit dem Start");
        open("sensors/luft-7");
        assertThat(page()).contains("Zugangsdaten: 3-mal abgewiesen");
    }

    @Test
    void whileTheBrokerIsAwayNothingIsChanged() {
        rights.goAway();
        open("sensors/luft-7/rights");
        press("Zugang anlegen");
        assertThat(page()).contains("Nichts geändert: Der Broker ist gerade nicht erreichbar");
        assertThat(rights.findOf(new SensorId("luft-7"))).isEmpty();
    }

    @Test
    void aGatewayIsMadeFromWhatIsKnownOfItsKind() {
        open("gateways?new");
        assertThat(page()).contains("Gemeinsamer Zugang aller Geräte");
        press("Zugang anlegen");
        assertThat(page()).contains("Der Zugang „chirpstack“ gilt ab sofort.");
        assertThat(rights.find("chirpstack").orElseThrow())
                .returns(List.of("application/+/device/+/event/+"), Account::topics);
        assertThat(find(Pre.class).single().getText()).contains("server=\"tcp://", "password=\"kBz7");
    }

    @Test
    void whatAGatewayMayPublishIsChangedAndItsNameStays() {
        rights.admitGateway(new Gateway("hub", "Zentrale", List.of("zigbee2mqtt/#"), ""), "tina");
        open("gateways/hub");
        assertThat(find(TextField.class).all().stream().map(TextField::getLabel))
                .doesNotContain("Benutzer");
        var topics = find(TextArea.class).single();
        topics.setValue("#");
        press("Speichern");
        assertThat(page()).contains("Noch nicht gespeichert. Bitte die markierten Felder prüfen.");
        topics.setValue("zigbee2mqtt/#\nhaus/+/werte");
        press("Speichern");
        assertThat(page()).contains("Gespeichert. Es gilt sofort");
        assertThat(rights.find("hub").orElseThrow().topics()).containsExactly("zigbee2mqtt/#", "haus/+/werte");
    }

    @Test
    void whatAGatewayCannotBeIsSaid() {
        open("gateways?new");
        find(TextArea.class).single().setValue("#");
        find(TextField.class).all().stream()
                .filter(field -> "Benutzer".equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue("Groß");
        press("Zugang anlegen");
        assertThat(page()).contains("Bitte die markierten Felder prüfen.");
        assertThat(rights.listAccounts()).hasSize(1);
    }

    @Test
    void theSharedAccountCanBeLockedButNotRemoved() {
        open("gateways/device");
        assertThat(page()).contains("das aus der Installation").doesNotContain("Entfernen …");
        press("Sperren …");
        confirm();
        assertThat(page()).contains("„device“ ist gesperrt.");
    }

    @Test
    void inEnglishToo() {
        speak(Locale.ENGLISH);
        open("sensors/luft-7/rights");
        assertThat(page()).contains("No access of its own yet", "Give access");
        open("sensors/nobody/rights");
        assertThat(page()).contains("The address is misspelt, or the field or sensor is no longer there.");
    }

    @Test
    @WithAnonymousUser
    void strangersSeeNothing() {
        open("gateways");
        assertThat(page()).contains("Anmelden").doesNotContain("Gemeinsamer Zugang");
    }

    private void register(String name, String format) {
        if (sensors.find(new SensorId(name)).isPresent()) return;
        sensors.register(
                new Sensor(
                        new SensorId(name),
                        "",
                        "markt",
                        Device.UNKNOWN,
                        Placement.UNKNOWN,
                        Stewardship.UNKNOWN,
                        SensorFacts.UNKNOWN,
                        Visibility.PUBLIC,
                        Phase.ACTIVE,
                        Optional.of(format).filter(text -> !text.isEmpty()),
                        OptionalInt.empty(),
                        false,
                        List.of(),
                        0),
                Optional.empty(),
                "tina");
    }

    @SuppressWarnings("unchecked") // there is one on the page
    private Select<SetUp.Kind> setUp() {
        return find(Select.class).single();
    }
}
