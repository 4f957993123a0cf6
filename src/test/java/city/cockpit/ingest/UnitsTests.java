package city.cockpit.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.measurement.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTests {

    @ParameterizedTest
    @CsvSource({
        "21.5, Cel, Cel, 21.5",
        "70.7, [degF], Cel, 21.5",
        "70.7, °F, Cel, 21.5",
        "294.65, K, Cel, 21.5",
        "100320, Pa, hPa, 1003.2",
        "752.5, mm[Hg], hPa, 1003.25",
        "1248113.2, W.h, kW.h, 1248.1132",
        "312, W, kW, 0.312",
        "36, km/h, m/s, 10",
        "1370, mm, m, 1.37",
        "0.012, mg/m3, ug/m3, 12",
        "51.5, %RH, %, 51.5",
        "0.515, /, %, 51.5",
        "55.2, dB, dB[A], 55.2",
        "12, µg/m³, ug/m3, 12",
        "12, μg/m3, ug/m3, 12",
        "640, W/m², W/m2, 640",
        "1250, µS/cm, mS/cm, 1.25",
        "417, ppm, [ppm], 417",
        "51.5, /100, %, 51.5",
        "81, %EL, %, 81",
        "-7.5, dB, dB, -7.5",
        "3, C, C, 3",
        "21.5, C, Cel, 21.5",
        "2, F, F, 2",
        "70.7, F, Cel, 21.5",
        "12, 1/min, 1/h, 720",
        "0.5, l/s, m3/h, 1.8",
        "1, count, 1, 1"
    })
    void aSensorMaySpeakInItsOwnUnit(double value, String named, String ucum, double converted) {
        assertThat(Units.converted(value, named, new Unit(ucum, "")).orElseThrow())
                .isCloseTo(converted, within(0.02));
    }

    @Test
    void peopleReadTheSignsTheyKnow() {
        for (var ucum : List.of("W.h", "Cel", "ug/m3", "[ppm]", "mm[Hg]"))
            assertThat(Units.converted(1, Units.sign(ucum), new Unit(ucum, ""))).hasValue(1);
        assertThat(Units.sign("lx")).isEqualTo("lx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"µg/m³", "°C", "kWh", "%RH", "ppm"})
    void whatPeopleWriteIsUnderstoodButNotStored(String sign) {
        assertThat(Units.isUcum(sign)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ppm, ug/m3", "V, Cel", "Cel, %", "dB, hPa", "m, m/s"})
    void whatMeasuresSomethingElseIsNotConverted(String named, String ucum) {
        assertThat(Units.converted(1, named, new Unit(ucum, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[/m3", "€", "((((", "m..s", "{}", "'"})
    void whatIsNoUnitIsNone(String named) {
        assertThat(Units.converted(1, named, new Unit("hPa", ""))).isEmpty();
    }

    @Test
    void aUnitWithoutEndIsNotEvenRead() {
        assertThat(Units.converted(1, "m".repeat(100_000), new Unit("m", ""))).isEmpty();
    }
}
