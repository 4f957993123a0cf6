package city.cockpit.label;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.SensorId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortCodeTests {

    /** Labels hang outside for years: what is on them must never follow from anything else. */
    @Test
    void theCodeOfASensorIsTheSameForEver() {
        assertThat(ShortCode.of(new SensorId("parking-marktplatz"))).hasToString("bgzy5cbz");
        assertThat(ShortCode.of(new SensorId("air-07"))).hasToString("b4k1sv8n");
        assertThat(ShortCode.of(new SensorId("24e124535b316056"))).hasToString("m2ktcs75");
    }

    @Test
    void tenThousandSensorsHaveTenThousandCodes() {
        var codes = IntStream.range(0, 10_000)
                .mapToObj(number -> ShortCode.of(new SensorId("sensor-" + number)))
                .collect(Collectors.toSet());
        assertThat(codes).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b4k1sv8n", "B4K1SV8N", "b4k1-sv8n", " b4kl sv8n ", "B4KISV8N"})
    void peopleMayTypeItAsTheyReadIt(String typed) {
        assertThat(ShortCode.typed(typed)).contains(ShortCode.of(new SensorId("air-07")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b4k1sv8", "b4k1sv8nn", "b4k1sv8u", "../../etc", "%00", "b4k1sv8ñ"})
    void everythingElseIsNoCode(String typed) {
        assertThat(ShortCode.typed(typed)).isEmpty();
        assertThat(ShortCode.typed(typed.repeat(100_000))).isEmpty();
    }
}
