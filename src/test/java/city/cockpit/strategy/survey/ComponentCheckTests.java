package city.cockpit.strategy.survey;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.strategy.Examples;
import city.cockpit.strategy.plan.Component;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.survey.ComponentCheck.Gap;
import city.cockpit.strategy.survey.ComponentCheck.Reason;
import city.cockpit.strategy.survey.SurveyShare.Bound;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComponentCheckTests {

    private final Strategy example = Examples.strategy(LocalDate.of(2026, 11, 22));

    private static List<Reason> reasons(ComponentCheck check, Component.Key key) {
        return check.answer(key).gaps().stream().map(Gap::reason).toList();
    }

    @Test
    void aStrategyWithNothingInItHasNoneOfTheTen() {
        var check = ComponentCheck.of(Strategy.blank("Musterstadt"));
        assertThat(check.answers()).hasSize(10);
        assertThat(check.count()).isZero();
    }

    @Test
    void theExampleLacksWhatItSaysItLacks() {
        var check = ComponentCheck.of(example);
        assertThat(check.answers().stream().filter(ComponentCheck.Answer::isThere))
                .extracting(ComponentCheck.Answer::key)
                .containsExactly(
                        Component.Key.MEASURES,
                        Component.Key.GOALS,
                        Component.Key.RESPONSIBILITIES,
                        Component.Key.RESOURCES,
                        Component.Key.STATUS_QUO,
                        Component.Key.SCHEDULE,
                        Component.Key.PARTNERS,
                        Component.Key.MONITORING);
        assertThat(reasons(check, Component.Key.COMMUNICATION)).containsExactly(Reason.NO_CHANNELS);
        assertThat(check.answer(Component.Key.MILESTONES).gaps())
                .extracting(Gap::title)
                .containsExactly("Messnetz für Lärm");
    }

    @Test
    void anIndicatorWithoutBaselineUnticksMonitoringWhateverPeopleClaim() {
        var text = Examples.strategy(LocalDate.of(2026, 11, 22));
        var withoutBaseline = new Strategy(
                text.about(),
                text.municipality(),
                Arrays.stream(Component.Key.values())
                        .map(key -> new Component(key, Component.Status.REVIEWED, "", Optional.empty(), "Gibt es"))
                        .toList(),
                text.fields(),
                text.goals(),
                text.measures(),
                Examples.readyMade(LocalDate.of(2026, 11, 22)).subList(0, 1),
                text.resolutions(),
                text.concepts());
        var answer = ComponentCheck.of(withoutBaseline).answer(Component.Key.MONITORING);
        assertThat(answer.isThere()).isFalse();
        assertThat(answer.gaps())
                .containsExactly(new Gap(
                        Reason.INDICATOR_WITHOUT_BASELINE,
                        Optional.of(withoutBaseline.indicators().getFirst().id()),
                        "Feinstaub PM2,5 im Jahresmittel"));
    }

    @Test
    void besideEachComponentStandsHowManyStrategiesHadItIn2017() {
        var check = ComponentCheck.of(example);
        assertThat(check.answers().stream()
                        .map(answer -> answer.survey().orElseThrow().percent()))
                .containsExactly(97, 96, 92, 91, 89, 88, 78, 74, 71, 65);
        assertThat(check.answers()).allSatisfy(answer -> {
            assertThat(answer.survey().orElseThrow().year()).isEqualTo(2017);
            assertThat(answer.survey().orElseThrow().bound()).isEqualTo(Bound.EXACT);
        });
    }

    @Test
    void theAverageStrategyOf2017HadEightPointFourOneOfTheTen() {
        assertThat(SurveyShare.averageCount(2017)).contains(8.41);
    }

    /** Trap 3: eight of the ten values of 2015 stand in a picture without numbers. */
    @Test
    void of2015OnlyTwoLimitsAreKnownAndNothingIsInvented() {
        assertThat(SurveyShare.averageCount(2015)).isEmpty();
        assertThat(SurveyShare.all().stream().filter(share -> share.year() == 2015))
                .extracting(SurveyShare::components)
                .containsExactly(
                        List.of(Component.Key.GOALS, Component.Key.MEASURES), List.of(Component.Key.MONITORING));
        for (var key : Component.Key.values())
            assertThat(SurveyShare.find(key, 2015).isPresent()).isEqualTo(key == Component.Key.MONITORING);
    }

    /** Trap 5: "more than 95" and "less than half" are limits, not values. */
    @Test
    void aLimitIsALimit() {
        assertThat(SurveyShare.all().stream().filter(share -> share.year() == 2015))
                .extracting(SurveyShare::bound)
                .containsExactly(Bound.LOWER, Bound.UPPER);
    }

    /** Traps 7 and 9: the base is the municipalities with a strategy, and the year stands beside every figure. */
    @Test
    void everyFigureTellsItsSourceAndItsYear() {
        assertThat(SurveyShare.all()).hasSize(12).allSatisfy(share -> {
            assertThat(share.sourceTitle()).isNotBlank();
            assertThat(share.figure()).isNotBlank();
            assertThat(share.year()).isIn(2015, 2017);
        });
    }

    /** Trap 6: only marginals are known, so there is nothing here by which a rank could be made. */
    @Test
    void whoReadsTheCheckLearnsCountsAndNoRank() {
        assertThat(Arrays.stream(ComponentCheck.class.getDeclaredMethods())
                        .map(method -> method.getName().toLowerCase(Locale.ROOT)))
                .noneMatch(name -> name.contains("rank") || name.contains("percentile"));
    }
}
