package city.cockpit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import city.cockpit.strategy.Edit;
import city.cockpit.strategy.Examples;
import city.cockpit.strategy.InMemoryStrategies;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PromisesViewTests extends ScreenTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Autowired
    private InMemoryStrategies strategies;

    @Autowired
    private Promises promises;

    @AfterEach
    void nothingIsPublished() {
        strategies.clear();
    }

    private void publish(Strategy strategy) {
        strategies.publish(strategy);
        awaitThat(() -> assertThat(promises.published()).isPresent());
        promises.read();
    }

    @Test
    void withoutAStrategyThePageSaysSoAndThereIsNoStrip() {
        awaitThat(() -> assertThat(promises.published()).isEmpty());
        promises.read();
        open("strategie");
        assertThat(page()).contains("Es ist noch keine Strategie veröffentlicht.");
        open("");
        assertThat(page()).doesNotContain("Was die Stadt versprochen hat");
    }

    @Test
    void citizensReadWhatIsDoneUnderWayAndDelayedAndWhy() {
        publish(Examples.strategy(today));
        open("strategie");
        assertThat(page())
                .contains("Beispiel", "Verzögert", "Im Gang", "Erledigt", "Aufgegeben")
                .contains("Straßenbeleuchtung nach Bedarf", "Sechs Straßen umgerüstet")
                .contains("Das Ende verschiebt sich vom")
                .doesNotContain("Soll die Umrüstung auf zwei Haushaltsjahre verteilt werden?");
    }

    @Test
    void theSamePageIsReadInEnglish() {
        speak(Locale.ENGLISH);
        publish(Examples.strategy(today));
        open("strategie");
        assertThat(page()).contains("Example", "Delayed", "Under way", "Done", "Given up", "How one can tell");
    }

    @Test
    void aDraftIsNeverSeen() {
        publish(Examples.strategy(today));
        var desk = strategies.desk();
        var newest = desk.newest();
        var secret = Measure.idea(
                new ItemId("geheim"),
                "Geheime Idee",
                newest.strategy().fields().getFirst().id());
        desk.save(newest.number(), new Edit.Put(secret), "anna");
        promises.read();
        open("strategie");
        assertThat(page()).doesNotContain("Geheime Idee");
        open("strategie/geheim");
        assertThat(page()).contains("Diese Seite gibt es nicht");
    }

    @Test
    void whatIsInternalHasNoPage() {
        var example = Examples.strategy(today);
        publish(example);
        var internal = example.items()
                .filter(item -> item.visibility() != Visibility.PUBLIC)
                .findFirst();
        internal.ifPresent(item -> {
            open("strategie/" + item.id());
            assertThat(page()).contains("Diese Seite gibt es nicht");
        });
        open("strategie/parkleitsystem");
        assertThat(page()).contains("Parkleitsystem", "Meilenstein", "Wie wird das berechnet?");
    }

    @Test
    void anIndicatorTellsHowItIsComputedAndWhatItsSensorsSay() {
        aTownAtNoon();
        publish(Examples.strategy(today));
        open("strategie/pm25");
        assertThat(page())
                .contains(
                        "Wie wird das berechnet?",
                        "Was die Sensoren sagen",
                        "Mittel der Stundenmittel",
                        "orientierend");
    }

    @Test
    void thePromisesStandBesideTheLiveValues() {
        aTownAtNoon();
        publish(Examples.strategy(today));
        open("");
        settle();
        assertThat(page()).contains("Was die Stadt versprochen hat", "Beispiel", "verzögert");
    }
}
