package city.cockpit.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Air-07/pm10", "air-07", "air-07/", "/pm10", "air 07/pm10", "a/b/c", "-air/pm10", "air/1pm"})
    void whatIsNotASensorAndAPropertyIsNoSeries(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SeriesId(text));
    }

    @Test
    void aSeriesKnowsItsSensorAndItsProperty() {
        var id = SeriesId.of(new SensorId("air-07"), "pm2_5");
        assertThat(id).isEqualTo(new SeriesId("air-07/pm2_5"));
        assertThat(id.sensor()).isEqualTo(new SensorId("air-07"));
        assertThat(id.propertyKey()).isEqualTo("pm2_5");
    }

    @Test
    void aReadingIsToldApartToTheMicrosecondThatTheDatabaseKeeps() {
        var reading = new Reading(
                new SeriesId("air-07/pm10"), Instant.parse("2026-11-22T10:15:00.123456789Z"), 1, Quality.GOOD);
        assertThat(reading.phenomenonTime()).isEqualTo(Instant.parse("2026-11-22T10:15:00.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotANumberIsNoReading(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reading(new SeriesId("air-07/pm10"), Instant.EPOCH, value, Quality.GOOD));
    }

    @Test
    void whoeverMadeUpItsTimeIsMarked() {
        assertThat(Quality.TIMED_ON_ARRIVAL.has(Quality.TIMED_ON_ARRIVAL)).isTrue();
        assertThat(Quality.GOOD.has(Quality.TIMED_ON_ARRIVAL)).isFalse();
    }
}
