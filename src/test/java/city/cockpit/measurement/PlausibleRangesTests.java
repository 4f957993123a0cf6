package city.cockpit.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the cockpit refuses as impossible and what it only doubts. */
class PlausibleRangesTests {

    private static final ObservedProperties PROPERTIES = ObservedProperties.load();

    static Stream<ObservedProperty> everyProperty() {
        return PROPERTIES.list().stream();
    }

    @ParameterizedTest
    @MethodSource("everyProperty")
    void whatIsBelievedIsPossible(ObservedProperty property) {
        var plausible = property.plausible();
        assertThat(Double.isInfinite(plausible.lowest()) || property.isPossible(plausible.lowest()))
                .isTrue();
        assertThat(Double.isInfinite(plausible.highest()) || property.isPossible(plausible.highest()))
                .isTrue();
    }

    @Test
    void everyRangeSaysWhatItRestsOn() {
        assertThat(CsvResource.rows("plausible-ranges.csv"))
                .hasSameSizeAs(PROPERTIES.list())
                .allSatisfy(row -> assertThat(row.getField("reason")).hasSizeGreaterThan(20))
                .filteredOn(row -> row.getField("lowest").isEmpty()
                        && row.getField("highest").isEmpty())
                .allSatisfy(row -> assertThat(row.getField("reason")).startsWith("None: "));
    }

    @ParameterizedTest
    @MethodSource("everyProperty")
    void nothingThatIsNoNumberIsPossible(ObservedProperty property) {
        assertThat(property.isPossible(Double.NaN)).isFalse();
        assertThat(property.isPossible(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(property.isPossible(Double.NEGATIVE_INFINITY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "temperature, -273.16",
        "parking_free, -1",
        "bicycles, -1",
        "vehicles, -1",
        "light_faults, -1",
        "energy, -0.1",
        "heat_energy, -0.1",
        "heat_power, -0.1",
        "light_power, -0.1",
        "bay_occupied, 2",
        "light_presence, -1",
        "pm10, -0.1",
        "pm2_5, -0.1",
        "no2, -0.1",
        "o3, -0.1",
        "so2, -0.1",
        "co, -0.1",
        "uv_index, -0.1",
        "laeq, -0.1",
        "laeq, 195",
        "humidity, -0.1",
        "humidity, 100.1",
        "light_dimming, 100.1",
        "pressure, -1",
        "precipitation, -0.1",
        "wind_speed, -0.1",
        "vehicle_speed, -1",
        "wind_direction, 360.1",
        "wind_direction, -0.1",
        "water_level, -11",
        "power, 1000001"
    })
    void natureForbids(String property, double value) {
        assertThat(PROPERTIES.find(property).orElseThrow().isPossible(value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "temperature, 21, true",
        "temperature, -40, true",
        "temperature, -40.1, false",
        "temperature, 85, false",
        "humidity, 0, false",
        "pm10, 2000, true",
        "pm10, 2000.1, false",
        "laeq, 0, false",
        "precipitation, 945, true",
        "pressure, 842, true",
        "wind_speed, 51.2, true",
        "power, -1000000, true",
        "wind_direction, 360, true"
    })
    void otherValuesAreDoubted(String property, double value, boolean believed) {
        var known = PROPERTIES.find(property).orElseThrow();
        assertThat(known.isPossible(value)).isTrue();
        assertThat(known.plausible().contains(value)).isEqualTo(believed);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "6, 5", "NaN, 5", "5, NaN"})
    void anEmptyRangeIsNone(double lowest, double highest) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlausibleRange(lowest, highest));
    }
}
