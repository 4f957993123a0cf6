package city.cockpit.ingest.decode;

import static city.cockpit.ingest.RejectReason.MALFORMED;
import static city.cockpit.ingest.RejectReason.MALFORMED_TIME;
import static city.cockpit.ingest.RejectReason.NOT_A_NUMBER;
import static city.cockpit.ingest.RejectReason.UNIT;
import static city.cockpit.ingest.decode.Payloads.ARRIVAL;
import static city.cockpit.ingest.decode.Payloads.incoming;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.Decoded.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenmlDecoderTests {

    private static final Instant TIME = Instant.parse("2010-06-08T18:01:16.001Z");

    @Test
    void baseFieldsHoldForTheRecordsAfterThem() {
        assertThat(decode("""
                        [{"bn":"air-07:","bt":1276020076.001,"bu":"ug/m3","bver":5,"n":"pm10","v":120.1},
                         {"n":"pm2_5","t":-5,"v":1.2},
                         {"n":"temperature","u":"Cel","t":1,"v":20},
                         {"bn":"","bt":0,"n":"no2","v":3}]"""))
                .containsExactly(
                        new Observation("pm10", 120.1, "ug/m3", TIME, false),
                        new Observation("pm2_5", 1.2, "ug/m3", TIME.minusSeconds(5), false),
                        new Observation("temperature", 20, "Cel", TIME.plusSeconds(1), false),
                        new Observation("no2", 3, "ug/m3", ARRIVAL, true));
    }

    @Test
    void aBaseValueIsAddedAndARecordMayHoldNothingElse() {
        assertThat(decode("""
                        [{"bv":20,"bt":1276020076.001,"bn":"temperature"},{"v":1.5},{"v":-2.5},{"bv":0,"v":1}]"""))
                .containsExactly(
                        new Observation("temperature", 21.5, null, TIME, false),
                        new Observation("temperature", 17.5, null, TIME, false),
                        new Observation("temperature", 1, null, TIME, false));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-11-22T10:15:00Z, true",
        "-5, 2026-11-22T10:14:55Z, true",
        "-0.25, 2026-11-22T10:14:59.750Z, true",
        "60, 2026-11-22T10:16:00Z, true",
        "268435455, 2035-05-26T07:39:15Z, true",
        "268435456, 1978-07-04T21:24:16Z, false",
        "1795342440, 2026-11-22T10:14:00Z, false",
        "1.79534244E9, 2026-11-22T10:14:00Z, false",
        "1795342440.123456, 2026-11-22T10:14:00.123456Z, false",
        "-1e10, 1710-01-02T16:28:20Z, true"
    })
    void smallTimesAreRelativeToTheArrival(String written, Instant meant, boolean relative) {
        assertThat(decode("""
                        [{"n":"pm10","v":1,"t":%s}]""".formatted(written))).containsExactly(new Observation("pm10", 1, null, meant, relative));
    }

    @ParameterizedTest
    @CsvSource({
        "pm10, pm10",
        "air-07:pm10, pm10",
        "air-07/pm10, pm10",
        "air-07.pm10, pm10",
        "air-07-pm10, pm10",
        "air-07_pm10, air-07_pm10",
        "air-08:pm10, air-08:pm10",
        "air-07:air-07:pm10, air-07:pm10",
        "air-07:, ''",
        "air-07, air-07"
    })
    void theNameOfTheSensorMayStandBeforeTheProperty(String name, String property) {
        assertThat(decode("""
                        [{"n":"%s","v":1}]""".formatted(name))).containsExactly(new Observation(property, 1, null, ARRIVAL, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"vs\":\"open\"",
                "\"vb\":true",
                "\"vd\":\"aGk\"",
                "\"s\":17",
                "\"u\":\"Cel\"",
                "\"v\":\"1\"",
                "\"v\":null",
                "\"v\":1e999",
                "\"v\":1,\"vs\":\"open\""
            })
    void recordsWithoutANumberAreRefusedAndTheOthersSurvive(String value) {
        assertThat(decode("""
                        [{"n":"door",%s},{"n":"pm10","v":1}]""".formatted(value)))
                .satisfiesExactly(
                        bad -> assertThat(reason(bad)).isEqualTo(NOT_A_NUMBER),
                        good -> assertThat(good).isEqualTo(new Observation("pm10", 1, null, ARRIVAL, true)));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"n\":\"_pm10\",\"v\":1', MALFORMED",
        "'\"v\":1', MALFORMED",
        "'\"n\":7,\"v\":1', MALFORMED",
        "'\"n\":\"pm10\",\"v\":1,\"u\":3', UNIT",
        "'\"n\":\"pm10\",\"v\":1,\"t\":\"now\"', MALFORMED_TIME",
        "'\"n\":\"pm10\",\"v\":1,\"t\":1e300', MALFORMED_TIME",
        "'\"n\":\"pm10\",\"v\":1,\"t\":1795342440000', MALFORMED_TIME"
    })
    void aBadRecordIsRefusedForItsReason(String fields, String expected) {
        assertThat(decode("[{%s}]".formatted(fields)))
                .extracting(decoded -> reason(decoded).toString())
                .containsExactly(expected);
        assertThat(List.of(MALFORMED, UNIT, MALFORMED_TIME))
                .extracting(Enum::name)
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"n\":\"pm10\",\"v\":1,\"must_\":2}]",
                "[{\"n\":\"pm10\",\"v\":1},{\"bver\":11,\"n\":\"pm10\",\"v\":1}]",
                "[{\"bver\":\"10\",\"n\":\"pm10\",\"v\":1}]",
                "[{\"bver\":5,\"n\":\"pm10\",\"v\":1},{\"bver\":6,\"n\":\"pm10\",\"v\":1}]",
                "[{\"bn\":5,\"n\":\"pm10\",\"v\":1}]",
                "[{\"bu\":null,\"n\":\"pm10\",\"v\":1}]",
                "[{\"bv\":\"1\",\"n\":\"pm10\",\"v\":1}]",
                "[{\"bt\":1e20,\"n\":\"pm10\",\"v\":1}]",
                "[{\"n\":\"pm10\",\"v\":1},7]",
                "[{\"bn\":\"pm10\"}]"
            })
    void whatFalsifiesThePackRefusesItAsAWhole(String pack) {
        assertThat(decode(pack)).extracting(SenmlDecoderTests::reason).containsExactly(MALFORMED);
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(decode("""
                        [{"n":"pm10","v":1,"ut":5,"bs":1,"foo":{"a":[1]}}]""")).containsExactly(new Observation("pm10", 1, null, ARRIVAL, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"n\":\"pm10\",\"v\":1}", "[]", "[{\"values\":{}}]", "[7]", "x", ""})
    void otherFormatsAreLeftToOthers(String payload) {
        assertThat(new SenmlDecoder().decode(incoming("air-07", payload))).isEmpty();
    }

    private static List<Decoded> decode(String payload) {
        return new SenmlDecoder().decode(incoming("air-07", payload)).orElseThrow();
    }

    private static Object reason(Decoded decoded) {
        return decoded instanceof Refusal(var reason, var detail) ? reason : decoded;
    }
}
