package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.alerts.Bound.Fixed;
import city.cockpit.alerts.Condition.Beyond;
import city.cockpit.measurement.Measure;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Threshold;
import city.cockpit.measurement.Threshold.Nature;
import city.cockpit.measurement.Thresholds;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefaultRulesTests {

    private static final LocalDate BEFORE = LocalDate.parse("2026-12-10");
    private static final LocalDate AFTER = LocalDate.parse("2026-12-11");

    private final ObservedProperties properties = ObservedProperties.load();

    @Test
    void everyRuleIsAboutSomethingThatIsObservedAndSaysWhatItRestsOn() {
        assertThat(DefaultRules.load())
                .extracting(Rule::key)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
        for (var rule : DefaultRules.load()) {
            assertThat(rule.norm()).as(rule.key()).isPresent();
            assertThat(rule.isOn()).isTrue();
            rule.scope()
                    .property()
                    .ifPresent(key -> assertThat(properties.find(key)).as(key).isPresent());
        }
    }

    @Test
    void aRuleIsTheSameAfterItWasText() {
        for (var rule : DefaultRules.load())
            assertThat(RuleText.rule(RuleText.of(rule), 0)).isEqualTo(rule);
    }

    /** Each information and alert threshold that is in force for something we observe, with its own averaging time. */
    @Test
    void theThresholdsInForceAreRulesBeforeAndAfterTheDirective() {
        for (var day : List.of(BEFORE, AFTER))
            assertThat(ruled(day)).isEqualTo(published(day)).hasSizeGreaterThan(3);
    }

    private static Set<String> ruled(LocalDate day) {
        return DefaultRules.load().stream()
                .filter(rule -> rule.holdsOn(day))
                .filter(rule -> rule.norm().orElseThrow().englishName().contains("threshold"))
                .map(rule -> {
                    var beyond = (Beyond) rule.condition();
                    return "%s %s %s"
                            .formatted(
                                    rule.scope().property().orElseThrow(),
                                    beyond.averaging(),
                                    ((Fixed) beyond.bound()).value());
                })
                .collect(Collectors.toSet());
    }

    private Set<String> published(LocalDate day) {
        return Thresholds.load().listThresholds().stream()
                .filter(threshold ->
                        Stream.of(Nature.ALERT, Nature.INFORMATION).anyMatch(nature -> nature == threshold.nature()))
                .filter(threshold -> threshold.origin().holdsOn(day))
                .filter(threshold ->
                        properties.find(threshold.measure().metric()).isPresent())
                .map(DefaultRulesTests::words)
                .collect(Collectors.toSet());
    }

    private static String words(Threshold threshold) {
        Measure measure = threshold.measure();
        return "%s %s %s".formatted(measure.metric(), measure.averaging(), threshold.value());
    }
}
