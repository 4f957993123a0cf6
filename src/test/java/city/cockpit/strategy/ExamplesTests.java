package city.cockpit.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.ObservedProperties;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.PlanCheck;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Strategy example = Examples.strategy(TODAY);

    @Test
    void theExampleSaysThatItIsOne() {
        assertThat(example.about().example()).isTrue();
        assertThat(example.about().title()).contains("Beispiel");
        assertThat(example.goals()).hasSizeBetween(8, 10);
        assertThat(example.measures()).hasSizeBetween(14, 16);
        assertThat(example.fields()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2027-01-01", "2026-12-31", "2031-07-01"})
    void theExampleCouldBePublished(LocalDate today) {
        var strategy = Examples.strategy(today);
        assertThat(PlanCheck.problems(strategy, LocalDate.of(today.getYear(), 12, 31)))
                .isEmpty();
        assertThat(PlanCheck.beforePublication(strategy, Optional.empty())).isEmpty();
    }

    @Test
    void whatIsWrittenDownIsReadAsItWas() {
        assertThat(StrategyJson.read(StrategyJson.write(example))).isEqualTo(example);
        var blank = Strategy.blank("Musterstadt");
        assertThat(StrategyJson.read(StrategyJson.write(blank))).isEqualTo(blank);
    }

    @Test
    void readyMadeIndicatorsObserveWhatTheCockpitCanObserve() {
        var properties = ObservedProperties.load();
        assertThat(Examples.readyMade(TODAY)).hasSize(10).allSatisfy(indicator -> {
            var property = indicator.binding().orElseThrow().property();
            assertThat(property.equals("*") || properties.find(property).isPresent())
                    .as(indicator.title())
                    .isTrue();
        });
    }

    @Test
    void theExampleShowsEveryWayInWhichAMeasureCanStand() {
        assertThat(example.measures())
                .extracting(measure -> measure.standing().status())
                .contains(Measure.Status.values());
    }

    @Test
    void citizensOfTheExampleReadNothingOfWhatIsInternal() {
        var seen = example.seenBy(Visibility.PUBLIC);
        assertThat(seen.measures()).extracting(Measure::title).doesNotContain("Portal für offene Daten");
        assertThat(StrategyJson.write(seen)).doesNotContain("datenportal", "nicht genannt werden will", "Vorleistung");
        assertThat(seen.indicators()).extracting(Indicator::id).hasSameSizeAs(example.indicators());
    }
}
