package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTests {

    private static final List<List<String>> SHIPPED = Scale.of(DefaultRules.load()).stream()
            .map(scale -> scale.rules().stream().map(Rule::key).toList())
            .toList();

    @Test
    void theMarksOfGaugesAreOneScaleAndRisingWaterIsAnotherThing() {
        assertThat(SHIPPED)
                .contains(List.of("water-mark-1", "water-mark-2", "water-mark-3"))
                .contains(List.of("water-rising"));
    }

    @Test
    void informationAndAlertAreOneScaleBeforeAndAfterTheDirectiveIsInForce() {
        assertThat(SHIPPED)
                .contains(List.of("o3-information-39bimschv", "o3-information-eu", "o3-alert-39bimschv", "o3-alert-eu"))
                .contains(List.of("gusts-65", "gusts-105"));
    }

    @Test
    void eachRuleIsOfOneScale() {
        assertThat(SHIPPED.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        DefaultRules.load().stream().map(Rule::key).toList());
    }
}
