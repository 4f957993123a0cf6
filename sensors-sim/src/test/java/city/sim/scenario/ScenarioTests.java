package city.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import city.sim.nature.DemoCity;
import city.sim.nature.Happenings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds {@code scenarios.md} to the model, in several cities and seasons. */
class ScenarioTests {

    private static final List<Long> SEEDS = List.of(1L, 2L, 20_261_122L);

    /** Working days, so that by day there is something to fall; by night it is dark for two hours more. */
    private static final Map<String, List<Instant>> STARTS = Map.of(
            "tags", List.of(Instant.parse("2026-06-16T08:00:00Z"), Instant.parse("2026-11-24T10:30:00Z")),
            "nachts", List.of(Instant.parse("2026-06-16T21:00:00Z"), Instant.parse("2026-11-24T18:10:00Z")),
            "immer",
                    List.of(
                            Instant.parse("2026-01-14T06:20:00Z"),
                            Instant.parse("2026-04-19T11:00:00Z"),
                            Instant.parse("2026-08-05T15:40:00Z"),
                            Instant.parse("2026-11-24T20:00:00Z")));

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void whatTheListPromisesHappens(Scenario scenario) throws IOException {
        var notices =
                Notice.all().stream().filter(one -> one.scenario() == scenario).toList();
        assertThat(notices).hasSizeGreaterThan(3);
        var broken = new ArrayList<String>();
        for (var seed : SEEDS) {
            var usual = new DemoCity(seed);
            STARTS.forEach((daylight, starts) -> starts.forEach(start -> {
                var changed = new DemoCity(seed, scenario.from(start));
                notices.stream()
                        .filter(one -> one.daylight().equals(daylight))
                        .forEach(notice -> notice.times(start)
                                .filter(time -> !notice.holds(changed, usual, time))
                                .forEach(time -> broken.add("seed %d from %s after %d min: %s"
                                        .formatted(
                                                seed,
                                                start,
                                                Duration.between(start, time).toMinutes(),
                                                notice.claim()))));
            }));
        }
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void beforeTheStartItIsAnOrdinaryDay(Scenario scenario) {
        var start = Instant.parse("2026-06-16T08:00:00Z");
        var changed = new DemoCity(1, scenario.from(start));
        var usual = new DemoCity(1);
        for (var sensor : DemoCity.sensors()) {
            // The weather comes over the slope three minutes before it is in town.
            var before = start.minusSeconds(181);
            assertThat(changed.values(sensor, before)).isEqualTo(usual.values(sensor, before));
            assertThat(changed.happenings().isHeard(sensor, (double) before.getEpochSecond()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void aScenarioEndsWithinADay(Scenario scenario) {
        var start = Instant.parse("2026-06-16T08:00:00Z");
        var happenings = scenario.from(start);
        var later = (double) start.plus(Duration.ofDays(1)).getEpochSecond();
        assertThat(happenings.rain(later) + happenings.wind(later) + happenings.market(later) + happenings.flood(later))
                .isEqualTo(0);
        assertThat(DemoCity.sensors()).allMatch(sensor -> happenings.isHeard(sensor, later));
        assertThat(happenings.powerCut().filter(cut -> cut.isIn("Altstadt", later)))
                .isEmpty();
    }

    @Test
    void aMeterStandsStillDuringAPowerCutAndGoesOnAfterwards() {
        var start = Instant.parse("2026-06-16T08:00:00Z");
        var changed = new DemoCity(1, Scenario.POWER_CUT.from(start));
        var usual = new DemoCity(1, Happenings.NONE);
        var hours = List.of(0, 1, 2, 5);
        var readings = hours.stream()
                .map(hour -> changed.value("energy-rathaus", "energy", start.plus(Duration.ofHours(hour))))
                .toList();
        assertThat(readings).isSorted();
        assertThat(readings.get(1)).isEqualTo(readings.get(0));
        assertThat(readings.get(2)).isGreaterThan(readings.get(1));
        assertThat(readings.get(3))
                .isLessThan(usual.value("energy-rathaus", "energy", start.plus(Duration.ofHours(5))));
    }

    @Test
    void scenariosAreFoundByTheNamesOfTheCommandLine() {
        assertThat(Scenario.find("power-cut")).contains(Scenario.POWER_CUT);
        assertThat(Scenario.find("earthquake")).isEmpty();
        assertThat(Scenario.keys()).isEqualTo("storm, market-day, power-cut, flood, gateway-failure");
    }
}
