package city.cockpit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.alerts.Bound;
import city.cockpit.alerts.Comparison;
import city.cockpit.alerts.Condition;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Severity;
import city.cockpit.preview.PreviewStore;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "sam", roles = "STAFF")
class IncidentsViewTests extends ScreenTest {

    private static final Condition FULL = new Condition.Beyond(
            Comparison.AT_MOST, new Bound.ShareOfCapacity(0), Averaging.INSTANT, Duration.ofMinutes(10), 2);
    private static final Condition LOUD =
            new Condition.Beyond(Comparison.ABOVE, new Bound.Fixed(60), Averaging.HOUR, Duration.ZERO, 2);

    @BeforeEach
    void town() {
        aTownAtNoon();
    }

    private long full() {
        return incidents.raise(
                Severity.NOTICE,
                FULL,
                NOON.minusSeconds(1800),
                OptionalDouble.of(0),
                city.series("parking-markt/parking_free"));
    }

    private long loud() {
        return incidents.raise(
                Severity.ALARM, LOUD, NOON.minusSeconds(600), OptionalDouble.of(61.4), city.series("noise-markt/laeq"));
    }

    @Test
    void withoutIncidentsThePageIsCalm() {
        open("incidents");
        awaitOnPage("Alles ist, wie es sein soll: Kein Vorfall ist offen.");
        assertThat(page()).contains("Kein Vorfall ist offen.");
    }

    @Test
    void whatIsMostUrgentComesFirst() {
        full();
        loud();
        open("incidents");
        awaitOnPage("2 Vorfälle sind offen, davon 1 Alarm.");
        assertThat(page().indexOf("Mittelungspegel LAeq über 60")).isLessThan(page().indexOf("Freie Plätze höchstens"));
        assertThat(page()).contains("Alarm", "Hinweis", "Parkhaus Markt", "Neu");
    }

    @Test
    void anIncidentTellsWhatTheRuleSaysAndWhatHappened() {
        var id = loud();
        open("incidents/" + id);
        awaitOnPage("Alarm, wenn „Mittelungspegel LAeq“ an einem Ort der Stadt im Mittel einer vollen Stunde über 60");
        assertThat(page()).contains("Äußerster Wert 61,4", "Die Regel wurde verletzt.");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("site/markt")
                .anySatisfy(way -> assertThat(way).startsWith("history/noise/noise-markt/laeq?from="));
    }

    @Test
    void howTheValuesWentRoundItIsDrawnWithTheLimitOfTheRuleAndToldInATable() {
        var id = loud();
        incidents.end(id, NOON.plusSeconds(7200));
        open("incidents/" + id);
        awaitOnPage("Die Regel war verletzt von");
        assertThat(page()).contains("Die Werte davor, dabei und danach", "Grenze der Regel 60\u00a0dB(A)");
        test(find(NativeButton.class).withText("Tabelle").single()).click();
        awaitOnPage("Regel verletzt");
    }

    @Test
    void whileTheDatabaseIsAwayAnIncidentIsToldWithoutItsValues() {
        var id = loud();
        history.be(PreviewStore.Mood.AWAY);
        open("incidents/" + id);
        awaitOnPage("Die Regel wurde verletzt.");
        awaitOnPage("gerade nicht");
    }

    @Test
    void whoeverSeesItSaysSoAndWhoeverTakesItOverIsNamed() {
        var id = loud();
        open("incidents/" + id);
        awaitOnPage("Quittieren");
        button("Quittieren").click();
        awaitOnPage("sam hat quittiert.");
        assertThat(page()).contains("Quittiert");
        button("Ich übernehme").click();
        awaitOnPage("sam hat zugewiesen: sam");
        find(TextField.class).all().getLast().setValue("Bauhof");
        button("Zuweisen").click();
        awaitOnPage("sam hat zugewiesen: Bauhof");
    }

    @Test
    void aRemarkIsKeptAndClosingTakesItFromTheOpenOnes() {
        var id = loud();
        open("incidents/" + id);
        awaitOnPage("Bemerken");
        find(TextArea.class).single().setValue("Baustelle, genehmigt");
        button("Bemerken").click();
        awaitOnPage("sam bemerkt: Baustelle, genehmigt");
        button("Schließen").click();
        awaitOnPage("Alles ist, wie es sein soll");
        @SuppressWarnings("unchecked")
        Select<Object> which = find(Select.class).single();
        which.setValue(which.getListDataView().getItems().toList().get(1));
        awaitOnPage("Geschlossen");
    }

    @Test
    void whatIsOverSaysHowLongItLasted() {
        var id = full();
        incidents.end(id, NOON);
        open("incidents/" + id);
        awaitOnPage("Es ist von selbst vorbei.");
        assertThat(page()).contains("Von selbst vorbei").doesNotContain("Ich übernehme");
    }

    @Test
    void whatSomebodyWorksOnIsMarked() {
        var id = full();
        incidents.mute(id);
        open("incidents");
        awaitOnPage("Wartung");
        open("incidents/" + id);
        awaitOnPage("Dort wird gearbeitet: Niemand wird benachrichtigt.");
    }

    @Test
    void aListCanBeSearched() {
        full();
        loud();
        open("incidents");
        awaitOnPage("Parkhaus Markt");
        find(TextField.class).all().getFirst().setValue("pegel");
        awaitThat(() -> assertThat(page()).doesNotContain("Freie Plätze höchstens"));
    }

    @Test
    void thePageSpeaksEnglish() {
        loud();
        speak(Locale.ENGLISH);
        open("incidents");
        awaitOnPage("1 incident is open, 1 of them an alarm.");
        assertThat(page()).contains("Sound level LAeq above 60");
    }

    @Test
    @WithMockUser(username = "stella", roles = "STRATEGY_EDITOR")
    void whoeverWritesTheStrategyActsOnNothing() {
        open("incidents");
        assertThat(UI.getCurrent().getChildren().map(Object::toString).toList().toString())
                .doesNotContain("IncidentsView");
    }

    private Button button(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
