package city.cockpit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.alerts.Bound;
import city.cockpit.alerts.Comparison;
import city.cockpit.alerts.Condition;
import city.cockpit.alerts.Incident;
import city.cockpit.alerts.Norm;
import city.cockpit.alerts.Rule;
import city.cockpit.alerts.Scope;
import city.cockpit.alerts.Trial;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Severity;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "sam", roles = "STAFF")
class RuleViewTests extends ScreenTest {

    private static final Rule LOUD = new Rule(
            "loud",
            Scope.of("laeq"),
            new Condition.Beyond(Comparison.ABOVE, new Bound.Fixed(65), Averaging.HOUR, Duration.ZERO, 2),
            false,
            Severity.WARNING,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Norm("Vorgabe", "default", "", Optional.empty(), Optional.empty())),
            Set.of(),
            true,
            1);

    @BeforeEach
    void town() {
        aTownAtNoon();
        alerts.observe(city.listSeries());
        alerts.whenTried(rule -> Optional.of(trial(rule, 2, NOON.minus(Trial.LENGTH))));
    }

    private Trial trial(Rule rule, int count, Instant knownSince) {
        var incident = new Incident(
                0,
                rule,
                List.of(city.series("noise-markt/laeq")),
                Optional.empty(),
                NOON.minusSeconds(7200),
                NOON.minusSeconds(7200),
                Optional.of(NOON.minusSeconds(3600)),
                OptionalDouble.of(70),
                Incident.State.RESOLVED,
                Optional.empty(),
                Optional.empty(),
                false);
        return new Trial(
                new Interval(NOON.minus(Trial.LENGTH), NOON),
                1,
                1,
                Optional.of(knownSince),
                true,
                count,
                false,
                count == 0 ? List.of() : List.of(incident));
    }

    @Test
    void theSentenceIsWrittenWhileTheRuleIsChosen() {
        open("alerts/rule");
        assertThat(page()).contains("Noch fehlt: Messgröße.");
        choose("Lärm · Mittelungspegel LAeq");
        assertThat(page()).contains("Noch fehlt: Grenze.");
        type("Grenze", 70);
        assertThat(page())
                .contains(
                        "Warnung, wenn „Mittelungspegel LAeq“ an einem Ort der Stadt im Mittel einer Viertelstunde über 70");
    }

    @Test
    void aRuleIsTriedAndThenSaved() {
        open("alerts/rule");
        choose("Lärm · Mittelungspegel LAeq");
        type("Grenze", 70);
        button("Ausprobieren").click();
        awaitOnPage("Hätte in den letzten 30 Tagen 2 Vorfälle ausgelöst.");
        assertThat(page()).contains("äußerster Wert 70", "1 Stunde lang");
        button("Speichern").click();
        awaitOnPage("Gespeichert. Die Regel gilt ab jetzt.");
        assertThat(alerts.listRules()).singleElement().satisfies(kept -> {
            assertThat(kept.rule().condition())
                    .isEqualTo(new Condition.Beyond(
                            Comparison.ABOVE, new Bound.Fixed(70), Averaging.FIFTEEN_MINUTES, Duration.ZERO, 0));
            assertThat(kept.changedBy()).hasValue("sam");
        });
    }

    @Test
    void whoeverSavesWithoutATrialIsAskedFirst() {
        open("alerts/rule");
        choose("Lärm · Mittelungspegel LAeq");
        type("Grenze", 70);
        button("Speichern").click();
        assertThat(alerts.listRules()).isEmpty();
        var question = find(ConfirmDialog.class).single();
        test(question).reject();
        awaitOnPage("Gespeichert. Die Regel gilt ab jetzt.");
        assertThat(alerts.listRules()).hasSize(1);
    }

    @Test
    void aShortHistoryIsTold() {
        alerts.whenTried(rule -> Optional.of(trial(rule, 0, NOON.minus(Duration.ofDays(3)))));
        alerts.add(LOUD);
        open("alerts/rule/loud");
        button("Ausprobieren").click();
        awaitOnPage("Hätte in den 3 Tagen, von denen es Daten gibt, keinen Vorfall ausgelöst.");
        assertThat(page()).contains("Bisher sind es 3 Tage");
    }

    @Test
    void aShippedRuleThatIsAlteredSaysSoAndIsSetBack() {
        alerts.ship(LOUD);
        open("alerts/rule/loud");
        assertThat(page()).contains("Diese Regel wird mit dem Cockpit ausgeliefert.");
        assertThat(buttons()).doesNotContain("Löschen …", "Auslieferungszustand …");
        type("Grenze", 75);
        button("Ausprobieren").click();
        awaitOnPage("2 Vorfälle");
        button("Speichern").click();
        awaitOnPage("ist hier abgeändert. Zuletzt geändert von sam.");
        button("Auslieferungszustand …").click();
        test(find(ConfirmDialog.class).single()).reject();
        awaitOnPage("Die Regel ist wieder, wie sie ausgeliefert wurde.");
        assertThat(alerts.listRules().getFirst().rule().condition()).isEqualTo(LOUD.condition());
    }

    @Test
    void anOwnRuleIsDeletedAndBroughtBack() {
        alerts.add(LOUD);
        open("alerts/rule/loud");
        button("Löschen …").click();
        test(find(ConfirmDialog.class).single()).reject();
        awaitOnPage("Gelöscht: Warnung, wenn „Mittelungspegel LAeq“");
        assertThat(alerts.listRules()).isEmpty();
        button("Rückgängig").click();
        awaitOnPage("Die Regel ist wieder da.");
        assertThat(alerts.listRules()).hasSize(1);
    }

    @Test
    void whoeverIsOvertakenKeepsWhatWasChosenAndReadsWhatHoldsNow() {
        alerts.add(LOUD);
        open("alerts/rule/loud");
        assertThat(alerts.turn("loud", 1, false, "ada")).isTrue();
        type("Grenze", 80);
        button("Ausprobieren").click();
        awaitOnPage("2 Vorfälle");
        button("Speichern").click();
        awaitOnPage("ada hat diese Regel inzwischen geändert.");
        assertThat(page()).contains("über 65", "über 80");
        button("Speichern").click();
        awaitOnPage("Gespeichert.");
    }

    @Test
    void onlyAveragingTimesThatMakeSenseAreOffered() {
        open("alerts/rule");
        choose("Luft · Feinstaub PM2,5");
        assertThat(averagings()).doesNotContain(Averaging.INSTANT, Averaging.FIFTEEN_MINUTES);
        choose("alles, was gemessen wird");
        assertThat(page())
                .contains("Warnung, wenn ein Sensor an einem Ort der Stadt 4 Mal hintereinander nichts meldet");
    }

    @SuppressWarnings("unchecked")
    private List<Averaging> averagings() {
        var select = (Select<Averaging>) labelled(Select.class, "Welcher Wert");
        return select.getListDataView().getItems().toList();
    }

    @SuppressWarnings("unchecked")
    private void choose(String name) {
        var box = (ComboBox<Object>) labelled(ComboBox.class, "Messgröße");
        var item = box.getListDataView()
                .getItems()
                .filter(one -> box.getItemLabelGenerator().apply(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(box.getListDataView()
                        .getItems()
                        .map(box.getItemLabelGenerator())
                        .toList()
                        .toString()));
        box.setValue(item);
    }

    private void type(String label, double value) {
        test(labelled(NumberField.class, label)).setValue(value);
    }

    private <T extends Component> T labelled(Class<T> kind, String label) {
        return find(kind).all().stream()
                .filter(field -> field instanceof HasLabel named && label.equals(named.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    private Button button(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
