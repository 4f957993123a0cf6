package city.cockpit.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdsTests {

    private static final Thresholds THRESHOLDS = Thresholds.load();

    @ParameterizedTest
    @CsvSource({
        "pm2_5, 0, very_good",
        "pm2_5, 5.49, very_good",
        "pm2_5, 5.5, good",
        "pm2_5, 15, good",
        "pm2_5, 16, moderate",
        "pm2_5, 30.4, moderate",
        "pm2_5, 31, poor",
        "pm2_5, 50, poor",
        "pm2_5, 50.5, very_poor",
        "pm2_5, 900, very_poor",
        "pm10, 9.4, very_good",
        "pm10, 27, good",
        "pm10, 54, moderate",
        "pm10, 90, poor",
        "pm10, 91, very_poor",
        "no2, 11, good",
        "no2, 101, very_poor",
        "o3, 72, good",
        "o3, 144.5, poor",
        "so2, 30, good",
        "uv_index, 2.4, low",
        "uv_index, 2.5, moderate",
        "uv_index, 7, high",
        "uv_index, 10, very_high",
        "uv_index, 11, extreme",
        "parking_free_share, 0, full",
        "parking_free_share, 0.1, almost_full",
        "parking_free_share, 5, almost_full",
        "parking_free_share, 5.1, few",
        "parking_free_share, 20, few",
        "parking_free_share, 20.1, free",
        "light_faults, 0, none",
        "light_faults, 1, some",
        "light_faults, 12, many"
    })
    void aValueFallsIntoTheBandThatItsNumberNames(String metric, double value, String band) {
        var scheme = THRESHOLDS.findLive(metric).orElseThrow();
        assertThat(scheme.bandOf(new AveragedValue(scheme.measure(), value)).map(Band::key))
                .hasValue(band);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void noValueIsEverComparedWithAThresholdOfAnotherAveragingTime(Measure measure) {
        for (var averaging : Averaging.values()) {
            var value = new AveragedValue(new Measure(measure.metric(), averaging, measure.ucum()), 42);
            comparisonsOf(measure).forEach(comparison -> {
                if (averaging == measure.averaging()) comparison.with(value);
                else
                    assertThatIllegalArgumentException()
                            .as("%s with %s", value, measure)
                            .isThrownBy(() -> comparison.with(value));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void norWithOneOfAnotherPropertyOrUnit(Measure measure) {
        var otherUnit = new AveragedValue(new Measure(measure.metric(), measure.averaging(), "[in_i]"), 42);
        var otherMetric = new AveragedValue(new Measure("humidity", measure.averaging(), measure.ucum()), 42);
        comparisonsOf(measure)
                .forEach(comparison -> Stream.of(otherUnit, otherMetric)
                        .forEach(value -> assertThatIllegalArgumentException()
                                .as("%s with %s", value, measure)
                                .isThrownBy(() -> comparison.with(value))));
    }

    static Stream<Measure> measures() {
        return Stream.concat(
                        THRESHOLDS.listSchemes().stream().map(Scheme::measure),
                        THRESHOLDS.listThresholds().stream().map(Threshold::measure))
                .distinct();
    }

    private static List<Comparison> comparisonsOf(Measure measure) {
        var schemes = THRESHOLDS.listSchemes().stream()
                .filter(scheme -> scheme.measure().equals(measure))
                .flatMap(scheme ->
                        Stream.<Comparison>of(scheme::bandOf, value -> scheme.bandOf(value, Optional.empty())));
        var single = THRESHOLDS.listThresholds().stream()
                .filter(threshold -> threshold.measure().equals(measure))
                .<Comparison>map(threshold -> threshold::isBelow);
        return Stream.concat(schemes, single).toList();
    }

    /** One way to compare a value. */
    @FunctionalInterface
    interface Comparison {
        Object with(AveragedValue value);
    }

    @Test
    void everyThresholdOfAnObservedPropertyIsInTheUnitOfItsValues() {
        var properties = ObservedProperties.load();
        assertThat(measures())
                .allSatisfy(measure -> properties
                        .find(measure.metric())
                        .ifPresent(property -> assertThat(measure.ucum())
                                .isEqualTo(property.unit().ucum())));
    }

    @Test
    void whatJudgesOnTilesIsOfTheMomentOrTheHourAndHoldsToday() {
        var live = THRESHOLDS.listSchemes().stream()
                .filter(scheme -> scheme.use() == Scheme.Use.LIVE)
                .toList();
        assertThat(live)
                .extracting(scheme -> scheme.measure().metric())
                .containsExactlyInAnyOrder(
                        "pm10", "pm2_5", "o3", "no2", "so2", "uv_index", "parking_free_share", "light_faults");
        assertThat(live)
                .allMatch(scheme -> scheme.origin().validUntil().isEmpty())
                .allMatch(scheme -> scheme.bands().getFirst().lower() == 0)
                .allMatch(scheme -> Double.isInfinite(scheme.bands().getLast().upper()));
        assertThat(THRESHOLDS.findLive("pm10").orElseThrow().measure().averaging())
                .isEqualTo(Averaging.HOUR);
        assertThat(THRESHOLDS.findLive("uv_index").orElseThrow().measure().averaging())
                .isEqualTo(Averaging.INSTANT);
    }

    @Test
    void theIndexOfTheUmweltbundesamtKnowsFivePollutants() {
        assertThat(THRESHOLDS.listLive("UBA-LQI")).hasSize(5);
    }

    @Test
    void theOlderIndexIsKnownButJudgesNothing() {
        assertThat(THRESHOLDS.listSchemes())
                .filteredOn(scheme -> scheme.origin().edition().equals("4 pollutants"))
                .hasSize(4)
                .allMatch(scheme -> scheme.use() == Scheme.Use.SUPERSEDED);
    }

    @Test
    void noOneCallsNoiseOrWindGoodOrBadWithoutANorm() {
        assertThat(Stream.of("laeq", "wind_speed", "precipitation", "temperature"))
                .allMatch(metric -> THRESHOLDS.findLive(metric).isEmpty());
    }

    @Test
    void whoHasNoNormSaysSo() {
        for (var metric : List.of("parking_free_share", "light_faults")) {
            var origin = THRESHOLDS.findLive(metric).orElseThrow().origin();
            assertThat(origin.germanName()).isEqualTo("Vorgabe des Cockpits, keine Norm");
            assertThat(origin.confidence()).isEqualTo(Confidence.PROPOSAL);
        }
    }

    @Test
    void theLimitsOfTheDayAreThoseThatHoldOnIt() {
        var dailyPm10 = new Measure("pm10", Averaging.DAY, "ug/m3");
        assertThat(limits(dailyPm10, "2026-11-22")).containsExactly(50.0);
        assertThat(limits(dailyPm10, "2029-12-31")).containsExactly(50.0);
        assertThat(limits(dailyPm10, "2030-01-01")).containsExactly(45.0);
    }

    @Test
    void theAlertThresholdsChangeWithTheTransposition() {
        var no2 = new Measure("no2", Averaging.THREE_HOURS_EACH, "ug/m3");
        assertThat(THRESHOLDS.listThresholds(no2, LocalDate.parse("2026-12-10")))
                .extracting(Threshold::value)
                .containsExactly(400.0);
        assertThat(THRESHOLDS.listThresholds(no2, LocalDate.parse("2026-12-11")))
                .extracting(Threshold::value)
                .containsExactly(200.0);
    }

    @Test
    void carbonMonoxideIsComparedInTheUnitItIsMeasuredIn() {
        var hours = new Measure("co", Averaging.EIGHT_HOURS, "ug/m3");
        assertThat(limits(hours, "2026-11-22")).containsExactly(10_000.0);
    }

    private static List<Double> limits(Measure measure, String day) {
        return THRESHOLDS.listThresholds(measure, LocalDate.parse(day)).stream()
                .filter(threshold -> threshold.nature() == Threshold.Nature.LIMIT)
                .map(Threshold::value)
                .toList();
    }

    @Test
    void theWordForACarParkDoesNotFlicker() {
        var scheme = THRESHOLDS.findLive("parking_free_share").orElseThrow();
        assertThat(words(scheme, 21, 20, 20.5, 21.9, 22.1, 20.5, 19))
                .containsExactly("free", "few", "few", "few", "free", "free", "few");
        assertThat(words(scheme, 5, 6.9, 7.1)).containsExactly("almost_full", "almost_full", "few");
        assertThat(words(scheme, 0, 0.5))
                .as("nobody is told that it is full while there is a space")
                .containsExactly("full", "almost_full");
    }

    private static List<String> words(Scheme scheme, double... shares) {
        var said = Stream.<Band>builder();
        var before = Optional.<Band>empty();
        for (var share : shares) {
            before = scheme.bandOf(new AveragedValue(scheme.measure(), share), before);
            said.add(before.orElseThrow());
        }
        return said.build().map(Band::key).toList();
    }

    @Test
    void theMarksOfAGaugeAreBandsThatBeginAtTheMark() {
        var property = ObservedProperties.load().find("water_level").orElseThrow();
        var scheme = Scheme.ofMarks(property, List.of(2.2, 2.7, 3.2));
        assertThat(Stream.of(-1.0, 2.19, 2.2, 2.7, 3.19, 3.2, 9.0)
                        .map(level -> scheme.bandOf(AveragedValue.of(property, Averaging.INSTANT, level))
                                .orElseThrow()
                                .key()))
                .containsExactly("below", "below", "level_1", "level_2", "level_2", "level_3", "level_3");
    }

    @Test
    void belowTheLowestBandNothingIsSaid() {
        var map = THRESHOLDS.listSchemes().stream()
                .filter(scheme -> scheme.measure().metric().equals("lden"))
                .findFirst()
                .orElseThrow();
        assertThat(map.bandOf(new AveragedValue(map.measure(), 55))).isEmpty();
        assertThat(map.bandOf(new AveragedValue(map.measure(), 55.1)).map(Band::key))
                .hasValue("b55");
        assertThat(map.bandOf(new AveragedValue(map.measure(), 60)).map(Band::key))
                .hasValue("b55");
    }

    @Test
    void bandsWithAGapAreRefused() {
        var scheme = THRESHOLDS.findLive("pm10").orElseThrow();
        var holey = scheme.bands().stream()
                .filter(band -> !band.key().equals("good"))
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scheme(
                        scheme.origin(), scheme.measure(), scheme.use(), scheme.edges(), scheme.hysteresis(), holey))
                .withMessageContaining("moderate");
    }

    @Test
    void everyRowHasWordsInBothLanguages() {
        assertThat(THRESHOLDS.listThresholds())
                .hasSizeGreaterThan(100)
                .noneMatch(
                        one -> one.germanWord().isBlank() || one.englishWord().isBlank());
        assertThat(THRESHOLDS.listSchemes().stream().flatMap(scheme -> scheme.bands().stream()))
                .noneMatch(band ->
                        band.germanWord().isBlank() || band.englishWord().isBlank());
    }

    @Test
    void onlyOurOwnDefaultsNameNoPublisher() {
        assertThat(Stream.concat(
                        THRESHOLDS.listSchemes().stream().map(Scheme::origin),
                        THRESHOLDS.listThresholds().stream().map(Threshold::origin)))
                .allMatch(origin -> origin.source().isEmpty() == (origin.confidence() == Confidence.PROPOSAL));
    }

    @Test
    void everyColourIsOne() {
        assertThat(THRESHOLDS.listSchemes().stream()
                        .flatMap(scheme -> scheme.bands().stream())
                        .flatMap(band -> band.color().stream()))
                .isNotEmpty()
                .allMatch(color -> color.matches("#[0-9A-F]{6}"));
    }

    @Test
    void theSeverityOfBandsNeverFallsOnTheWayToTheWorseEnd() {
        for (var scheme : THRESHOLDS.listSchemes()) {
            var severities = scheme.bands().stream().map(Band::severity).toArray(Severity[]::new);
            var sorted = severities.clone();
            Arrays.sort(sorted);
            var reversed = Arrays.asList(sorted.clone()).reversed().toArray(Severity[]::new);
            assertThat(severities)
                    .as(scheme.origin().scheme() + " " + scheme.measure().metric())
                    .isIn(sorted, reversed);
        }
    }
}
