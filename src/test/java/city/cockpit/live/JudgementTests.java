package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.cockpit.measurement.AveragedValue;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.NeighbourLimits;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.PlausibleRange;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Severity;
import city.cockpit.measurement.Thresholds;
import city.cockpit.measurement.TownScale;
import city.cockpit.measurement.TownScale.Step;
import city.cockpit.measurement.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No value of the living city is judged by a threshold of another averaging time. */
class JudgementTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void everyJudgementOfTheWholeCityIsOfTheTimeItsSchemeAsksFor() {
        var city = cityThatObservesEverything().picture();
        var judged = Stream.concat(
                        city.series().values().stream().flatMap(state -> state.assessment().stream()),
                        city.domains().values().stream().flatMap(domain -> domain.assessment().stream()))
                .toList();
        assertThat(judged).hasSizeGreaterThanOrEqualTo(12);
        assertThat(judged)
                .allSatisfy(one ->
                        assertThat(one.value().measure()).isEqualTo(one.scheme().measure()));
    }

    @Test
    void whatIsJudgedAsAnHourIsTheMeanOfTheHourAndWhatAsAMomentTheNewestReading() {
        var city = cityThatObservesEverything().picture();
        assertThat(city.series().values())
                .filteredOn(state -> state.assessment().isPresent())
                .filteredOn(state -> state.series().capacity().isEmpty())
                .allSatisfy(state -> assertThat(state.assessment().orElseThrow().value())
                        .isEqualTo(
                                isJudgedByTheHour(state)
                                        ? of(
                                                state,
                                                Averaging.HOUR,
                                                state.hourMean().orElseThrow())
                                        : of(
                                                state,
                                                Averaging.INSTANT,
                                                state.newest().orElseThrow().value())))
                .anySatisfy(state -> assertThat(isJudgedByTheHour(state)).isTrue())
                .anySatisfy(state -> assertThat(isJudgedByTheHour(state)).isFalse());
    }

    private static boolean isJudgedByTheHour(SeriesState state) {
        return state.assessment().orElseThrow().scheme().measure().averaging() == Averaging.HOUR;
    }

    private static AveragedValue of(SeriesState state, Averaging averaging, double value) {
        return AveragedValue.of(state.series().property(), averaging, value);
    }

    @Test
    void onlyWhatASchemeOfTheMomentOrTheHourKnowsIsJudged() {
        var city = cityThatObservesEverything().picture();
        assertThat(city.series().values())
                .filteredOn(state -> state.assessment().isPresent())
                .extracting(state -> state.series().property().key())
                .containsExactlyInAnyOrder(
                        "parking_free", "pm10", "pm2_5", "no2", "o3", "so2", "uv_index", "water_level", "light_faults");
    }

    @Test
    void whatATownObservesByItselfIsJudgedByItsOwnScaleButItsTileIsNot() {
        var town = new LiveTown();
        town.with("keller", radon(Averaging.INSTANT)).reports("keller/radon", 299);
        assertThat(word(town)).isEqualTo("gut");
        town.now = town.now.plus(MINUTE);
        town.reports("keller/radon", 300);
        assertThat(word(town)).as("a step holds from its first value on").isEqualTo("erhöht");
        assertThat(town.tile(Domain.AIR).assessment()).isEmpty();
        var ofTheHour = new LiveTown();
        ofTheHour.with("keller", radon(Averaging.HOUR));
        for (var minute = 59; minute >= 1; minute--)
            ofTheHour.reports("keller/radon", MINUTE.multipliedBy(minute), 100);
        ofTheHour.reports("keller/radon", 400);
        assertThat(word(ofTheHour)).isEqualTo("gut");
    }

    private static String word(LiveTown town) {
        var state = Objects.requireNonNull(town.picture().series().get(new SeriesId("keller/radon")));
        return state.assessment().orElseThrow().band().germanWord();
    }

    private static ObservedProperty radon(Averaging averaging) {
        return new ObservedProperty(
                "radon",
                Domain.AIR,
                Kind.LEVEL,
                new Unit("Bq/m3", "Bq/m³"),
                0,
                0,
                100_000,
                new PlausibleRange(0, 5_000),
                NeighbourLimits.NONE,
                Optional.of(new TownScale(
                        averaging,
                        List.of(
                                new Step(Double.NEGATIVE_INFINITY, Severity.GOOD, "gut", "good"),
                                new Step(300, Severity.WARNING, "erhöht", "elevated")))),
                "Radon",
                "Radon");
    }

    @Test
    void aJudgementOfAnotherAveragingCannotEvenBeWritten() {
        var scheme = Thresholds.load().findLive("pm10").orElseThrow();
        var pm10 = Objects.requireNonNull(ObservedProperties.load().find("pm10").orElse(null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assessment(
                        scheme,
                        AveragedValue.of(pm10, Averaging.INSTANT, 5),
                        scheme.bands().getFirst()));
    }

    /** One sensor for each property, whose newest value differs from the hour before. */
    private static LiveTown cityThatObservesEverything() {
        var town = new LiveTown();
        ObservedProperties.load().list().forEach(property -> {
            var id = property.key().replace('_', '-') + "/" + property.key();
            register(town, property, id);
            for (var minute = 1; minute < 60; minute++) town.reports(id, MINUTE.multipliedBy(minute), 1);
            town.reports(id, 0);
        });
        return town;
    }

    private static void register(LiveTown town, ObservedProperty property, String id) {
        switch (property.key()) {
            case "parking_free" -> town.withCarPark(id, 10);
            case "water_level" -> town.withGauge(id, 1.0, 2.0);
            default -> town.with(id, MINUTE);
        }
    }
}
