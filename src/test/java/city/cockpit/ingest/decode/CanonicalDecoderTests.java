package city.cockpit.ingest.decode;

import static city.cockpit.ingest.RejectReason.MALFORMED;
import static city.cockpit.ingest.RejectReason.MALFORMED_TIME;
import static city.cockpit.ingest.RejectReason.NOT_A_NUMBER;
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

class CanonicalDecoderTests {

    private static final Instant TIME = Instant.parse("2026-11-22T10:14:00Z");

    @Test
    void aMessageNamesItsTimeAndItsValues() {
        assertThat(decode("""
                        {"time":"2026-11-22T10:14:00Z","values":{"pm10":12.3,"pm2_5":7}}"""))
                .containsExactly(
                        new Observation("pm10", 12.3, null, TIME, false),
                        new Observation("pm2_5", 7, null, TIME, false));
    }

    @Test
    void anArrayHoldsSeveralMessages() {
        assertThat(decode("""
                        [{"time":"2026-11-22T10:14:00Z","values":{"pm10":1}},{"values":{"pm10":2}}, 5, {"value":{}}]"""))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(new Observation("pm10", 1, null, TIME, false)),
                        second -> assertThat(second).isEqualTo(new Observation("pm10", 2, null, ARRIVAL, true)),
                        third -> assertThat(reason(third)).isEqualTo(MALFORMED),
                        fourth -> assertThat(reason(fourth)).isEqualTo(MALFORMED));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:14:00Z, 2026-11-22T10:14:00Z",
        "2026-11-22t10:14:00z, 2026-11-22T10:14:00Z",
        "2026-11-22T11:14:00+01:00, 2026-11-22T10:14:00Z",
        "2026-11-22T10:14:00-00:00, 2026-11-22T10:14:00Z",
        "2026-11-22T10:14:00.123456789Z, 2026-11-22T10:14:00.123456789Z",
        "2024-02-29T23:59:59.5-05:30, 2024-03-01T05:29:59.500Z"
    })
    void timesCarryTheirOffset(String written, Instant meant) {
        assertThat(decode("""
                        {"time":"%s","values":{"pm10":1}}""".formatted(written))).containsExactly(new Observation("pm10", 1, null, meant, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-11-22T10:14:00\"",
                "\"2026-11-22T10:14Z\"",
                "\"2026-11-22 10:14:00Z\"",
                "\"2026-11-22\"",
                "\"2026-02-30T10:14:00Z\"",
                "\"2026-11-22T24:14:00Z\"",
                "\"2026-11-22T10:14:60Z\"",
                "\"+2026-11-22T10:14:00Z\"",
                "\"2026-11-22T10:14:00+19:00\"",
                "\"2026-11-22T10:14:00.Z\"",
                "\"\"",
                "1795342440",
                "null",
                "true",
                "{}"
            })
    void otherTimesAreRefusedWithEveryValue(String time) {
        assertThat(decode("""
                        {"time":%s,"values":{"pm10":1,"pm2_5":2}}""".formatted(time)))
                .extracting(CanonicalDecoderTests::reason)
                .containsExactly(MALFORMED_TIME, MALFORMED_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"12.3\"", "true", "null", "[1]", "{}", "1e999", "-1e400"})
    void onlyFiniteNumbersAreValues(String value) {
        assertThat(decode("""
                        {"values":{"pm10":%s,"pm2_5":2}}""".formatted(value)))
                .satisfiesExactly(
                        bad -> assertThat(reason(bad)).isEqualTo(NOT_A_NUMBER),
                        good -> assertThat(good).isEqualTo(new Observation("pm2_5", 2, null, ARRIVAL, true)));
    }

    @Test
    void aMistypedTimeIsNoTimeOfArrival() {
        assertThat(decode("""
                        {"tiem":"2026-11-22T10:14:00Z","values":{"pm10":1,"pm2_5":2}}""")).extracting(CanonicalDecoderTests::reason).containsExactly(MALFORMED, MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"n\":\"pm10\",\"v\":1}]", "{\"pm10\":1}", "[]", "7", "x", "", "[[]]"})
    void otherFormatsAreLeftToOthers(String payload) {
        assertThat(new CanonicalDecoder().decode(incoming("air-07", payload))).isEmpty();
    }

    private static List<Decoded> decode(String payload) {
        return new CanonicalDecoder().decode(incoming("air-07", payload)).orElseThrow();
    }

    private static Object reason(Decoded decoded) {
        return decoded instanceof Refusal(var reason, var detail) ? reason : decoded;
    }
}
