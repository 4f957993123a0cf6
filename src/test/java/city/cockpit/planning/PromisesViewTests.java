package city.cockpit.planning;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.cockpit.measurement.FakeCatalog;
import city.cockpit.preview.ScreenTest;
import city.cockpit.strategy.Edit;
import city.cockpit.strategy.Examples;
import city.cockpit.strategy.InMemoryStrategies;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import city.cockpit.strategy.progress.IndicatorProgress;
import city.cockpit.strategy.progress.IndicatorValue;
import city.cockpit.strategy.progress.Status;
import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
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

    @Test
    void aTileLeadsToWhatWasPromisedAboutItsValueAndBack() {
        aTownAtNoon();
        publish(Examples.strategy(today));
        open("");
        awaitThat(() -> assertThat(linksOfTiles())
                .filteredOn(link -> link.getClassList().contains("promised"))
                .extracting(link -> link.getAttribute("href"), link -> link.getAttribute("aria-label"))
                .containsExactly(
                        tuple("strategie/parken-voll-anteil", "Versprechen: Stunden mit einem vollen Parkhaus"),
                        tuple("strategie/pm25", "Versprechen: Feinstaub PM2,5 im Jahresmittel")));
        open("strategie/pm25");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("site/" + FakeCatalog.siteOf("Markt").key(), "history/air/air-markt/pm2_5");
    }

    @Test
    void thePageOfASiteLeadsToEveryPromiseThatItsSensorsProve() {
        aTownAtNoon();
        publish(Examples.strategy(today));
        open("site/" + FakeCatalog.siteOf("Markt").key());
        awaitThat(() -> assertThat(find(Anchor.class).all())
                .filteredOn(link -> link.hasClassName("promised") && link.isVisible())
                .extracting(Anchor::getHref)
                .contains("strategie?only=pm25,sensoren-verfuegbar"));
    }

    @Test
    void whatTheSameSensorsProveStandsTogetherWithWhatTheTownDoesAboutIt() {
        publish(Examples.strategy(today));
        open("strategie?only=pm25,pm10-tage-jahr");
        assertThat(page())
                .contains("Feinstaub PM2,5 im Jahresmittel", "Tage mit zu viel Feinstaub", "Messnetz für Luft")
                .contains("Alle Versprechen")
                .doesNotContain("Online-Rathaus", "Öffentliches WLAN");
        open("strategie?only=gibt-es-nicht");
        assertThat(page()).contains("Online-Rathaus").doesNotContain("Alle Versprechen");
    }

    @Test
    void whereSensorsKnowTooLittleOfTheYearTheySayWhatTheyKnowAndThatItDoesNotCountYet() {
        var example = Examples.strategy(today);
        var binding = parking(example).binding().orElseThrow();
        strategies.measured(binding.rule(), List.of(soFar(22.4, binding.minimumCoverage() / 2)));
        publish(example);
        open("strategie/parken-voll-anteil");
        assertThat(page()).contains("noch offen", "Die Sensoren sagen bisher 22,4\u00a0%", "zählt der Wert");
        strategies.measured(binding.rule(), List.of(soFar(22.4, 0.99)));
        publish(example);
        open("strategie/parken-voll-anteil");
        assertThat(page()).contains("Gemessen: 22,4\u00a0%").doesNotContain("noch offen");
    }

    @Test
    void whatWasSaidBeforeReadingsCameLateStaysToBeRead() {
        var example = Examples.strategy(today);
        strategies.corrected(parking(example).binding().orElseThrow().rule(), List.of(soFar(27.1, 0.91)));
        publish(example);
        open("strategie/parken-voll-anteil");
        assertThat(page()).contains("Was vorher hier stand", "27,1\u00a0%", "91\u00a0%");
    }

    private IndicatorValue soFar(double value, double coverage) {
        return new IndicatorValue(
                today.withDayOfYear(1),
                today.withDayOfYear(1).plusYears(1),
                OptionalDouble.of(value),
                coverage,
                IndicatorValue.State.PROVISIONAL,
                IndicatorValue.Origin.MEASURED,
                List.of(),
                false,
                Optional.of(NOON),
                1,
                "");
    }

    @Test
    void theStripShowsPromisesWithAFigureOfEveryWayInWhichOneCanStand() {
        var example = Examples.strategy(today);
        publish(example);
        var strip = StripChoice.of(promises.published().orElseThrow(), 4);
        assertThat(strip).hasSize(4).extracting(IndicatorProgress::status).doesNotContain(Status.NO_DATA);
        assertThat(strip.stream().map(IndicatorProgress::status).distinct().count())
                .isGreaterThanOrEqualTo(3);
        assertThat(strip).isSortedAccordingTo(comparing(IndicatorProgress::status, Comparator.reverseOrder()));
    }

    @Test
    void whereTwoStandAlikeTheStripShowsTheOneThatSensorsProve() {
        var example = Examples.strategy(today);
        var parking = parking(example);
        strategies.measured(parking.binding().orElseThrow().rule(), List.of(soFar(10.2, 0.99)));
        publish(example);
        assertThat(StripChoice.of(promises.published().orElseThrow(), 4))
                .filteredOn(progress -> progress.status() == Status.ON_TRACK)
                .extracting(IndicatorProgress::indicator)
                .first()
                .isEqualTo(parking);
    }

    private static Indicator parking(Strategy strategy) {
        return strategy.indicators().stream()
                .filter(one -> one.id().value().equals("parken-voll-anteil"))
                .findFirst()
                .orElseThrow();
    }
}
