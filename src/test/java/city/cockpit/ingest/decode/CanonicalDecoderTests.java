package city.cockpit.ingest.decode;

import static city.cockpit.ingest.RejectReason.MALFORMED;
import static city.cockpit.ingest.RejectReason.MALFORMED_TIME;
import static city.cockpit.ingest.RejectReason.NOT_A_NUMBER;
import static city.cockpit.ingest.RejectReason.SKIPPED_HOUR;
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
        "2024-02-29T23:59:59.5Z, 2024-02-29T23:59:59.500Z",
        "2026-11-22T10:14:00.00012Z, 2026-11-22T10:14:00.000120Z",
        "2024-02-29T23:59:59.5-05:30, 2024-03-01T05:29:59.500Z",
        "2026-11-22 10:14:00Z, 2026-11-22T10:14:00Z"
    })
    void timesCarryTheirOffset(String written, Instant meant) {
        assertThat(decode("""
                        {"time":"%s","values":{"pm10":1}}""".formatted(written))).containsExactly(new Observation("pm10", 1, null, meant, false));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T11:14:00, 2026-11-22T10:14:00Z",
        "2026-07-22 12:14:00.25, 2026-07-22T10:14:00.250Z",
        "2026-10-25T01:59:59, 2026-10-24T23:59:59Z",
        "2026-10-25T02:00:00, 2026-10-25T00:00:00Z",
        "2026-10-25T02:59:59, 2026-10-25T00:59:59Z",
        "2026-10-25T03:00:00, 2026-10-25T02:00:00Z",
        "2026-03-29T01:59:59, 2026-03-29T00:59:59Z",
        "2026-03-29T03:00:00, 2026-03-29T01:00:00Z"
    })
    void withoutAnOffsetTheyAreOfTheTownAndInTheDoubledHourOfAutumnTheEarlierOnes(String written, Instant meant) {
        assertThat(decode("""
                        {"time":"%s","values":{"pm10":1}}""".formatted(written))).containsExactly(new Observation("pm10", 1, null, meant, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T02:00:00", "2026-03-29 02:30:00", "2026-03-29T02:59:59.999999999"})
    void anHourThatSpringLeavesOutIsNoTime(String written) {
        assertThat(decode("""
                        {"time":"%s","values":{"pm10":1,"pm2_5":2}}""".formatted(written)))
                .extracting(CanonicalDecoderTests::reason)
                .containsExactly(SKIPPED_HOUR, SKIPPED_HOUR);
    }

    @ParameterizedTest
    @CsvSource({
        "1795342440, 2026-11-22T10:14:00Z",
        "1795342440.5, 2026-11-22T10:14:00.500Z",
        "1795342440000, 2026-11-22T10:14:00Z",
        "1795342440123.25, 2026-11-22T10:14:00.123250Z",
        "1.79534244e12, 2026-11-22T10:14:00Z",
        "99999999999, 5138-11-16T09:46:39Z",
        "100000000000, 1973-03-03T09:46:40Z",
        "0, 1970-01-01T00:00:00Z",
        "12345, 1970-01-01T03:25:45Z",
        "-1, 1969-12-31T23:59:59Z"
    })
    void numbersAreSecondsOrMillisecondsSince1970AndTheirSizeTellsWhich(String written, Instant meant) {
        assertThat(decode("""
                        {"time":%s,"values":{"pm10":1}}""".formatted(written))).containsExactly(new Observation("pm10", 1, null, meant, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-11-22T10:14Z\"",
                "\"2026-11-22\"",
                "\"2026-02-30T10:14:00Z\"",
                "\"2026-11-22T24:14:00Z\"",
                "\"2026-11-22T10:14:60Z\"",
                "\"+2026-11-22T10:14:00Z\"",
                "\"2026-11-22T10:14:00+19:00\"",
                "\"2026-11-22T10:14:00.Z\"",
                "\"\"",
                "\"1795342440\"",
                "\"22.11.2026 11:14:00\"",
                "\"2026-11-22T11:14:00 CET\"",
                "\"2026-11-22T11:14:00[Europe/Berlin]\"",
                "1e14",
                "1795342440000000",
                "1e400",
                "-1e300",
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
