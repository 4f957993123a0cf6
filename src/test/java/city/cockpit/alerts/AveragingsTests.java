package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import org.junit.jupiter.api.Test;

class AveragingsTests {

    private static ObservedProperty property(String key) {
        return ObservedProperties.load().find(key).orElseThrow();
    }

    @Test
    void aLiveValueOfTheAirIsNeverComparedWithAnything() {
        for (var key : new String[] {"pm10", "pm2_5", "no2", "o3"})
            assertThat(Averagings.of(property(key)))
                    .as(key)
                    .startsWith(Averaging.HOUR)
                    .doesNotContain(Averaging.INSTANT, Averaging.FIFTEEN_MINUTES);
        assertThat(Averagings.of(property("so2")))
                .as("the WHO names ten minutes")
                .startsWith(Averaging.FIFTEEN_MINUTES);
    }

    @Test
    void temperatureAndWaterAreJudgedAtOnce() {
        assertThat(Averagings.of(property("temperature"))).startsWith(Averaging.INSTANT);
        assertThat(Averagings.of(property("water_level"))).startsWith(Averaging.INSTANT);
        assertThat(Averagings.of(property("wind_gust"))).startsWith(Averaging.INSTANT);
        assertThat(Averagings.of(property("uv_index"))).startsWith(Averaging.INSTANT);
    }

    @Test
    void whatIsCountedHasNoValueOfTheMoment() {
        assertThat(Averagings.of(property("bicycles"))).doesNotContain(Averaging.INSTANT);
        assertThat(Averagings.of(property("energy"))).startsWith(Averaging.HOUR);
        assertThat(Averagings.of(property("wind_direction"))).isEmpty();
    }

    @Test
    void whoeverTakesADailyLimitForAnHourIsTold() {
        assertThat(Averagings.findMistaken(property("pm10"), 50, Averaging.HOUR))
                .hasValueSatisfying(
                        limit -> assertThat(limit.measure().averaging()).isEqualTo(Averaging.DAY));
        assertThat(Averagings.findMistaken(property("pm10"), 50, Averaging.DAY)).isEmpty();
        assertThat(Averagings.findMistaken(property("pm10"), 51, Averaging.HOUR))
                .isEmpty();
    }

    @Test
    void everyRuleThatShipsIsJudgedOverATimeThatIsOffered() {
        for (var rule : DefaultRules.load())
            if (rule.condition() instanceof Condition.Beyond beyond)
                assertThat(Averagings.of(property(rule.scope().property().orElseThrow())))
                        .as(rule.key())
                        .contains(beyond.averaging());
    }
}
