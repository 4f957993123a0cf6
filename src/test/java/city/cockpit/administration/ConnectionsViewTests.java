package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.TopicPattern;
import city.cockpit.ingest.connection.Connections.Addition;
import city.cockpit.ingest.connection.Connections.Trial;
import city.cockpit.ingest.connection.InMemoryConnections;
import city.cockpit.ingest.connection.Wish;
import city.cockpit.ingest.connection.Wish.Password;
import city.cockpit.measurement.SensorId;
import city.cockpit.mqtt.ConnectionFailure;
import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import city.cockpit.mqtt.ConnectionStatus.Grant;
import city.cockpit.mqtt.Traffic;
import city.cockpit.preview.PreviewNodes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

class ConnectionsViewTests extends AdministrationTest {

    @Autowired
    InMemoryConnections connections;

    @Autowired
    PreviewNodes nodes;

    @BeforeEach
    @AfterEach
    void onlyTheOwnConnection() {
        connections.clear();
        nodes.run(0);
    }

    @Test
    void withoutOthersThePageShowsTheOwnOneAndSaysWhatCanBeAdded() {
        open("connections");
        assertThat(page())
                .contains("Broker des Cockpits cockpit verbunden tcp://127.0.0.1:1883 city/# noch keine")
                .contains("Weitere Broker, etwa der eines Landesmessnetzes");
    }

    @Test
    void theOwnConnectionIsShownAndNotChangedHere() {
        open("connections/cockpit");
        assertThat(page())
                .contains("aus den Einstellungen des Servers")
                .contains("city/#: was mit QoS 1 gesendet wird, kommt mindestens einmal");
        assertThat(findAll(Button.class).map(Button::getText)).doesNotContain("Speichern");
    }

    @Test
    void aConnectionIsSetUp() {
        open("connections");
        press("Neue Verbindung");
        settle();
        field("Kurzname").setValue("messnetz");
        field("Bezeichnung").setValue(" Messnetz des Landes ");
        field("Adresse des Brokers").setValue("mqtts://mqtt.land.example:8883");
        field("Benutzername").setValue("musterstadt");
        password().setValue("geheim");
        area("Themen").setValue("messnetz/+/{sensor}/werte\n\nmessnetz/{sensor}/status ");
        press("Speichern");
        settle();
        assertThat(page())
                .contains("„Messnetz des Landes“ ist eingerichtet und wird aufgebaut.")
                .contains("Messnetz des Landes messnetz verbunden mqtts://mqtt.land.example:8883")
                .doesNotContain("geheim");
        var made = connections.connection("messnetz");
        assertThat(made.hasPassword()).isTrue();
        assertThat(made.wish().topics())
                .containsExactly(
                        new TopicPattern("messnetz/+/{sensor}/werte"), new TopicPattern("messnetz/{sensor}/status"));
        assertThat(made.wish().group()).isEqualTo("cockpit");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldsAndNothingIsKept() {
        open("connections?new");
        field("Kurzname").setValue("Mess Netz");
        field("Bezeichnung").setValue("Messnetz");
        field("Adresse des Brokers").setValue("mqtt://user:secret@broker.example");
        area("Themen").setValue("messnetz/#");
        press("Speichern");
        assertThat(page()).contains("Noch nicht gespeichert. Bitte prüfen: Kurzname, Adresse des Brokers und Themen.");
        assertThat(field("Adresse des Brokers").getErrorMessage()).contains("ohne Benutzer und Kennwort");
        assertThat(area("Themen").getErrorMessage()).contains("genau einmal {sensor}");
        assertThat(connections.list()).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsTold() {
        add("messnetz", "Messnetz");
        open("connections?new");
        field("Kurzname").setValue("messnetz");
        field("Bezeichnung").setValue("Anderes");
        field("Adresse des Brokers").setValue("mqtt://broker.example");
        area("Themen").setValue("a/{sensor}");
        press("Speichern");
        assertThat(field("Kurzname").getErrorMessage()).isEqualTo("Diesen Kurznamen gibt es schon.");
    }

    @Test
    void theStoredPasswordIsNeverShownAndStaysWhenNothingIsTyped() {
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        assertThat(password().getValue()).isEmpty();
        assertThat(password().getHelperText()).contains("nie angezeigt");
        field("Bezeichnung").setValue("Messnetz Nord");
        press("Speichern");
        assertThat(page()).contains("Gespeichert. Die Verbindung folgt der Änderung, alles andere läuft weiter.");
        assertThat(connections.connection("messnetz").hasPassword()).isTrue();
    }

    @Test
    void anotherAddressWantsThePasswordAgain() {
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        field("Adresse des Brokers").setValue("mqtts://anders.example:8883");
        press("Speichern");
        assertThat(page()).contains("Broker oder Benutzer sind andere");
        assertThat(password().isInvalid()).isTrue();
        assertThat(connections.connection("messnetz").wish().address()).isEqualTo("mqtts://broker.example:8883");
        password().setValue("neu");
        press("Speichern");
        assertThat(connections.connection("messnetz").wish().address()).isEqualTo("mqtts://anders.example:8883");
    }

    @Test
    void aSecondEditorIsToldAndLosesNothing() {
        var seen = add("messnetz", "Messnetz");
        open("connections/messnetz");
        field("Gruppe").setValue("nord");
        var theirs = wish("Messnetz des Landes", new Password.Kept());
        connections.change("messnetz", seen, theirs, "ben");
        press("Speichern");
        assertThat(page())
                .contains("Noch nicht gespeichert: „Messnetz des Landes“ wurde inzwischen von jemand anderem geändert"
                        + " (Bezeichnung).")
                .contains("Das ist hier übernommen, Ihre Eingaben stehen noch da.");
        assertThat(field("Bezeichnung").getValue()).isEqualTo("Messnetz des Landes");
        assertThat(field("Gruppe").getValue()).isEqualTo("nord");
        press("Speichern");
        assertThat(connections.connection("messnetz").wish())
                .returns("Messnetz des Landes", Wish::title)
                .returns("nord", Wish::group);
    }

    @Test
    void whoeverChangesWhatIsGoneIsTold() {
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        field("Gruppe").setValue("nord");
        connections.remove("messnetz", "ben");
        press("Speichern");
        assertThat(page()).contains("„Messnetz“ wurde inzwischen von jemand anderem entfernt.");
    }

    @Test
    void switchingOffIsSeenInTheList() {
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        find(Checkbox.class, box -> box.getLabel().equals("Eingeschaltet")).setValue(false);
        press("Speichern");
        assertThat(page()).contains("Messnetz messnetz ausgeschaltet");
    }

    @Test
    void removingAsksFirst() {
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        press("Entfernen …");
        cancel();
        assertThat(connections.list()).hasSize(1);
        press("Entfernen …");
        goOn();
        assertThat(connections.list()).isEmpty();
        assertThat(page()).contains("„Messnetz“ ist entfernt.");
    }

    @Test
    void aTrialAnswersInASentence() {
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        connections.tryingComesTo(
                new Trial.Failed(new ConnectionFailure(Cause.UNKNOWN_HOST, "UnknownHostException: broker.example")));
        press("Verbindung prüfen");
        awaitOnPage("Keine Verbindung: Den Namen des Servers kennt niemand.");
        assertThat(page()).doesNotContain("Exception");
        connections.tryingComesTo(new Trial.Admitted(
                List.of(new FilterStatus("messnetz/+", Grant.QOS_0)),
                Optional.of(new Trial.First("messnetz/12", Optional.of(new SensorId("12"))))));
        press("Verbindung prüfen");
        awaitOnPage("Die erste Nachricht kam auf messnetz/12, vom Sensor „12“.");
        connections.tryingComesTo(
                new Trial.Admitted(List.of(new FilterStatus("messnetz/+", Grant.REFUSED)), Optional.empty()));
        press("Verbindung prüfen");
        awaitOnPage("aber keines der Themen mithören");
        connections.tryingComesTo(new Trial.Admitted(
                List.of(new FilterStatus("a/+", Grant.QOS_0), new FilterStatus("b/+", Grant.REFUSED)),
                Optional.empty()));
        press("Verbindung prüfen");
        awaitOnPage("aber nicht mithören: b/+. In zehn Sekunden kam keine Nachricht.");
    }

    @Test
    void sendersWithoutAPromiseAreNamedPlainly() {
        add("messnetz", "Messnetz");
        tell(
                new ConnectionState.Connected(NOON),
                List.of(new FilterStatus("messnetz/+", Grant.QOS_0), new FilterStatus("geheim/#", Grant.REFUSED)),
                new Traffic(1_234, 20, 17, Optional.of(NOON), List.of("messnetz/12", "messnetz/13")));
        open("connections/messnetz");
        assertThat(page())
                .contains("teils abgelehnt")
                .contains("messnetz/+: ohne Zustellgarantie (QoS 0)")
                .contains("geheim/#: vom Broker abgelehnt")
                .contains(" seit dem Start, 20 in der letzten Minute")
                .contains("17 Nachrichten wurden mit QoS 0 gesendet.")
                .contains("messnetz/12, messnetz/13");
    }

    @Test
    void aStateThatChangesIsSeenThoughTheTownIsSilent() {
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        assertThat(page()).contains("steht seit 21. Mai, 12:00");
        tell(
                new ConnectionState.Refused(NOON, new ConnectionFailure(Cause.WRONG_PASSWORD, "code 134")),
                List.of(),
                Traffic.NONE);
        awaitOnPage("abgewiesen seit 21. Mai, 12:00: Benutzername oder Kennwort ist falsch.");
    }

    @Test
    void whereSeveralServersRunItIsToldThatWithoutAGroupEachGetsEverything() {
        nodes.run(2);
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        awaitOnPage("Jeder der 2 Server empfängt hier jede Nachricht, weil sie sich keine Gruppe teilen.");
        field("Bezeichnung").setValue("Messnetz des Landes");
        press("Speichern");
        assertThat(page()).contains("alles andere läuft weiter. Jeder der 2 Server empfängt hier jede Nachricht");
        field("Gruppe").setValue("cockpit");
        press("Speichern");
        awaitThat(() -> assertThat(page()).doesNotContain("Jeder der 2 Server"));
    }

    @Test
    void oneServerNeedsNoGroup() {
        nodes.run(1);
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        assertThat(page()).contains("verbunden").doesNotContain("keine Gruppe teilen");
    }

    @Test
    void whileTheDatabaseIsAwayTheOwnConnectionIsShownAllTheSame() {
        connections.goAway();
        open("connections");
        assertThat(page())
                .contains("Die Datenbank antwortet gerade nicht.")
                .contains("Broker des Cockpits cockpit verbunden");
    }

    @Test
    @WithMockUser(username = "tom", roles = "TECHNICIAN")
    void aTechnicianLooksAndChangesNothing() {
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        assertThat(page())
                .contains("Messnetz messnetz verbunden")
                .contains("Ändern kann diese Verbindung nur die Administration.");
        assertThat(findAll(Button.class).map(Button::getText)).isEmpty();
        open("connections?new");
        assertThat(findAll(TextField.class).map(TextField::getLabel)).doesNotContain("Kurzname");
    }

    @Test
    @WithMockUser(username = "eva", roles = "STAFF")
    void othersAreNotLetIn() {
        open("connections");
        assertThat(page()).doesNotContain("Broker des Cockpits");
    }

    @Test
    void whileTheDatabaseIsAwayThePageSaysSoAndNothingIsLost() {
        add("messnetz", "Messnetz");
        open("connections/messnetz");
        connections.goAway();
        field("Gruppe").setValue("nord");
        press("Speichern");
        assertThat(page()).contains("Die Datenbank antwortet gerade nicht.");
        assertThat(field("Gruppe").getValue()).isEqualTo("nord");
    }

    @Test
    void whatIsTypedIsNotLeftWithoutAQuestion() {
        open("connections?new");
        field("Kurzname").setValue("messnetz");
        UI.getCurrent().navigate("status");
        assertThat(question().isOpened()).isTrue();
    }

    @Test
    void anUnknownConnectionIsTold() {
        open("connections/niemand");
        assertThat(page()).contains("Diese Verbindung gibt es nicht oder nicht mehr.");
    }

    @Test
    void thePageSpeaksEnglish() {
        speak(Locale.ENGLISH);
        add("messnetz", "Network");
        open("connections/messnetz");
        assertThat(page()).contains("The cockpit’s broker").contains("what is sent with QoS 1 comes at least once");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyFailureHasItsSentence(Cause cause) {
        add("messnetz", "Messnetz");
        tell(
                new ConnectionState.Lost(NOON, new ConnectionFailure(cause, "TechnicalException")),
                List.of(),
                Traffic.NONE);
        open("connections/messnetz");
        assertThat(page()).contains("unterbrochen seit 21. Mai, 12:00: ").doesNotContain("TechnicalException");
    }

    private long add(String name, String title) {
        var added = connections.add(name, wish(title, new Password.Typed("geheim")), "admin");
        return ((Addition.Added) added).connection().version();
    }

    private static Wish wish(String title, Password password) {
        return new Wish(
                title,
                "mqtts://broker.example:8883",
                "musterstadt",
                password,
                "",
                "cockpit",
                List.of(new TopicPattern("messnetz/{sensor}")),
                "",
                "",
                Optional.empty(),
                true);
    }

    private void tell(ConnectionState state, List<FilterStatus> filters, Traffic traffic) {
        connections.tell(new ConnectionStatus(
                "messnetz", "mqtts://broker.example:8883", "cockpit-k3f9a2bc", state, filters, traffic));
    }

    private static PasswordField password() {
        return find(PasswordField.class, field -> true);
    }

    private static TextArea area(String label) {
        return find(TextArea.class, area -> label.equals(area.getLabel()));
    }
}
