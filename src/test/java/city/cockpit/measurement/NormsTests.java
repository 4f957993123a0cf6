package city.cockpit.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormsTests {

    private final Norms norms = Norms.load();

    @ParameterizedTest
    @CsvSource({
        "pm2_5, 0, very_good", "pm2_5, 5.49, very_good", "pm2_5, 5.5, good", "pm2_5, 15, good",
        "pm2_5, 16, moderate", "pm2_5, 30.4, moderate", "pm2_5, 31, poor", "pm2_5, 50, poor",
        "pm2_5, 50.5, very_poor", "pm2_5, 900, very_poor", "pm10, 9.4, very_good", "pm10, 27, good",
        "pm10, 54, moderate", "pm10, 90, poor", "pm10, 91, very_poor", "uv_index, 2.4, low",
        "uv_index, 2.5, moderate", "uv_index, 7, high", "uv_index, 10, very_high", "uv_index, 11, extreme"
    })
    void aValueFallsIntoTheBandThatItsRoundedNumberNames(String property, double value, String band) {
        assertThat(norms.find(property).orElseThrow().bandOf(value).key()).isEqualTo(band);
    }

    @Test
    void particulatesAreJudgedByTheHourAndTheSunByTheMoment() {
        assertThat(norms.find("pm10").orElseThrow().averaging()).isEqualTo(Averaging.HOUR);
        assertThat(norms.find("pm2_5").orElseThrow().averaging()).isEqualTo(Averaging.HOUR);
        assertThat(norms.find("uv_index").orElseThrow().averaging()).isEqualTo(Averaging.INSTANT);
    }

    @Test
    void theBandsOfANormFollowEachOtherWithoutGapAndEndOpen() {
        for (var norm : norms.list()) {
            var expected = 0.0;
            for (var band : norm.bands()) {
                assertThat(band.lower())
                        .as("%s %s", norm.propertyKey(), band.key())
                        .isEqualTo(expected);
                expected = band.upper() + 1;
            }
            assertThat(norm.bands().getLast().upper()).isInfinite();
        }
    }

    @Test
    void everyNormJudgesAPropertyThatTheCockpitCanObserve() {
        var properties = ObservedProperties.load();
        assertThat(norms.list())
                .allMatch(norm -> properties.find(norm.propertyKey()).isPresent());
    }

    @Test
    void noOneCallsNoiseGoodOrBadWithoutANorm() {
        assertThat(norms.find("laeq")).isEmpty();
    }
}
