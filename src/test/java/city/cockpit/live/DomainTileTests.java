package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.live.DomainState.Headline;
import city.cockpit.live.DomainState.Index;
import city.cockpit.live.DomainState.Over;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Severity;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the tile of each domain says. */
class DomainTileTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final LiveTown town = new LiveTown();

    @Test
    void theWorstPlaceNamesTheAirAndSaysWhichPollutantDecides() {
        air("park", 4, 9, 8, 20);
        air("bahnhof", 9, 12, 28, 30);
        var tile = town.tile(Domain.AIR);
        assertThat(tile.assessment().orElseThrow().band().key()).isEqualTo("good");
        assertThat(tile.property().key()).isEqualTo("no2");
        assertThat(tile.value()).hasValue(new Headline(28, Over.HOUR_MEAN));
        assertThat(tile.place()).hasValue("bahnhof");
        assertThat(tile.index()).as("nobody measures sulphur dioxide").hasValue(new Index(4, 5));
        assertThat(tile.known()).isEqualTo(2);
    }

    @Test
    void withAllFivePollutantsTheIndexIsComplete() {
        air("park", 4, 9, 8, 20);
        town.with("park/so2", MINUTE).reportsForAnHour("park/so2", 5);
        assertThat(town.tile(Domain.AIR).index().orElseThrow().isComplete()).isTrue();
    }

    @Test
    void withoutAnHourOfAirThereIsNoIndex() {
        town.with("park/pm2_5", MINUTE).reports("park/pm2_5", 12);
        var tile = town.tile(Domain.AIR);
        assertThat(tile.assessment()).isEmpty();
        assertThat(tile.index()).isEmpty();
        assertThat(tile.value()).hasValue(new Headline(12, Over.MOMENT));
    }

    private void air(String sensor, double fine, double coarse, double no2, double o3) {
        town.with(sensor + "/pm2_5", MINUTE).reportsForAnHour(sensor + "/pm2_5", fine);
        town.with(sensor + "/pm10", MINUTE).reportsForAnHour(sensor + "/pm10", coarse);
        town.with(sensor + "/no2", MINUTE).reportsForAnHour(sensor + "/no2", no2);
        town.with(sensor + "/o3", MINUTE).reportsForAnHour(sensor + "/o3", o3);
    }

    @Test
    void carParksAreJudgedTogetherAndEachForItself() {
        town.withCarPark("markt/parking_free", 100).reports("markt/parking_free", 0);
        town.withCarPark("bahnhof/parking_free", 300).reports("bahnhof/parking_free", 60);
        var tile = town.tile(Domain.PARKING);
        assertThat(band(tile)).isEqualTo("few");
        assertThat(tile.figure(Figure.Name.CAR_PARKS_FULL).orElseThrow())
                .extracting(Figure::value, Figure::outOf)
                .containsExactly(1.0, OptionalInt.of(2));
        assertThat(band(town.series("markt/parking_free"))).isEqualTo("full");
        assertThat(band(town.series("bahnhof/parking_free"))).isEqualTo("few");
    }

    @Test
    void theWordOfACarParkAndOfAllOfThemDoesNotFlicker() {
        town.withCarPark("markt/parking_free", 100).reports("markt/parking_free", 20);
        assertThat(band(town.tile(Domain.PARKING))).isEqualTo("few");
        later(30).reports("markt/parking_free", 21);
        assertThat(band(town.tile(Domain.PARKING))).isEqualTo("few");
        assertThat(band(town.series("markt/parking_free"))).isEqualTo("few");
        later(30).reports("markt/parking_free", 23);
        assertThat(band(town.tile(Domain.PARKING))).isEqualTo("free");
        assertThat(band(town.series("markt/parking_free"))).isEqualTo("free");
    }

    @Test
    void aCarParkOfUnknownSizeIsJudgedByNobody() {
        town.with("wiese/parking_free", MINUTE).reports("wiese/parking_free", 3);
        assertThat(town.tile(Domain.PARKING).assessment()).isEmpty();
        assertThat(town.series("wiese/parking_free").assessment()).isEmpty();
    }

    @Test
    void singleBaysAreNotCountedOnTopOfTheirCarPark() {
        town.withCarPark("markt/parking_free", 2).reports("markt/parking_free", 1);
        town.with("bay-01/bay_occupied", MINUTE).reports("bay-01/bay_occupied", 1);
        town.with("bay-02/bay_occupied", MINUTE).reports("bay-02/bay_occupied", 0);
        town.with("bay-03/bay_occupied", MINUTE);
        assertThat(town.tile(Domain.PARKING).value()).hasValue(new Headline(1, Over.MOMENT));
        assertThat(town.tile(Domain.PARKING).known()).isEqualTo(1);
        assertThat(Bays.among(town.picture().series().values())).hasValue(new Bays(1, 2, 3));
    }

    @Test
    void theGaugeNearestToItsMarkSpeaksNotTheHighestNumber() {
        town.withGauge("upper/water_level", 4.0, 5.0).reports("upper/water_level", 2.5);
        town.withGauge("lower/water_level", 1.8, 2.3, 2.8).reports("lower/water_level", 1.6);
        var tile = town.tile(Domain.WATER);
        assertThat(tile.place()).hasValue("lower");
        assertThat(tile.value()).hasValue(new Headline(1.6, Over.MOMENT));
        assertThat(band(tile)).isEqualTo("below");
    }

    @Test
    void theGaugeMostAboveItsMarksSpeaksFirst() {
        town.withGauge("upper/water_level", 4.0, 5.0).reports("upper/water_level", 4.1);
        town.withGauge("lower/water_level", 1.8, 2.3, 2.8).reports("lower/water_level", 2.4);
        var tile = town.tile(Domain.WATER);
        assertThat(tile.place()).hasValue("lower");
        assertThat(band(tile)).isEqualTo("level_2");
        assertThat(tile.assessment().orElseThrow().band().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aGaugeWithoutMarksSpeaksOnlyWhereNoneHasAny() {
        town.with("creek/water_level", MINUTE).reports("creek/water_level", 9);
        assertThat(town.tile(Domain.WATER).place()).hasValue("creek");
        town.withGauge("lower/water_level", 1.8).reports("lower/water_level", 1);
        assertThat(town.tile(Domain.WATER).place()).hasValue("lower");
    }

    @Test
    void whatWasCountedInTheLastHourAddsUpOverTheCounters() {
        countsForAnHour("river/bicycles", 10);
        countsForAnHour("market/bicycles", 5);
        var tile = town.tile(Domain.CYCLING);
        assertThat(tile.value()).hasValue(new Headline(60, Over.HOUR_SUM));
        assertThat(tile.reporting()).isEqualTo(2);
        assertThat(tile.trail().means().get(Trail.LENGTH - 2))
                .as("the quarter that ended at noon")
                .hasValue(15);
    }

    @Test
    void aCounterWithAHoleInItsHourIsNotCountedAsAQuietOne() {
        countsForAnHour("river/bicycles", 10);
        town.with("market/bicycles", QUARTER)
                .reports("market/bicycles", Duration.ofMinutes(45), 5)
                .reports("market/bicycles", Duration.ofMinutes(15), 5)
                .reports("market/bicycles", 5);
        var tile = town.tile(Domain.CYCLING);
        assertThat(tile.value()).hasValue(new Headline(40, Over.HOUR_SUM));
        assertThat(tile.reporting()).isEqualTo(1);
        assertThat(tile.known()).isEqualTo(2);
    }

    @Test
    void theHourOfACounterEndsWithItsNewestCountHoweverLateItIs() {
        countsForAnHour("river/bicycles", 10);
        town.now = town.now.plus(Duration.ofMinutes(14));
        assertThat(town.tile(Domain.CYCLING).value()).hasValue(new Headline(40, Over.HOUR_SUM));
        town.now = town.now.plus(Duration.ofMinutes(1).plusSeconds(3));
        town.reports("river/bicycles", 7);
        assertThat(town.tile(Domain.CYCLING).value())
                .as("a moment late, but still four quarters")
                .hasValue(new Headline(37, Over.HOUR_SUM));
    }

    @Test
    void afterARestartTheHourAndItsQuartersAreTheSame() {
        countsForAnHour("river/bicycles", 10);
        var before = town.tile(Domain.CYCLING);
        var after = LiveTown.tile(town.restarted(), Domain.CYCLING);
        assertThat(after.value()).isEqualTo(before.value());
        assertThat(after.trail()).isEqualTo(before.trail());
    }

    @Test
    void aQuarterInWhichACounterWasSilentIsAGapInTheSum() {
        countsForAnHour("river/vehicles", 10);
        countsForAnHour("market/vehicles", 5);
        town.reports("river/vehicles", Duration.ofMinutes(60), 8);
        var means = town.tile(Domain.TRAFFIC).trail().means();
        assertThat(means.subList(Trail.LENGTH - 6, Trail.LENGTH))
                .containsExactly(
                        OptionalDouble.empty(),
                        OptionalDouble.of(15),
                        OptionalDouble.of(15),
                        OptionalDouble.of(15),
                        OptionalDouble.of(15),
                        OptionalDouble.empty());
    }

    private void countsForAnHour(String id, double value) {
        town.with(id, QUARTER);
        for (var quarter = 0; quarter < 4; quarter++) town.reports(id, QUARTER.multipliedBy(quarter), value);
    }

    @Test
    void faultyLampsAreTheBandOfTheLightsAndTheirPowerTheNumber() {
        street("gasse", 60, 0.5, 2);
        street("ring", 0, 0, 0);
        var tile = town.tile(Domain.LIGHTING);
        assertThat(tile.value()).hasValue(new Headline(0.5, Over.MOMENT));
        assertThat(tile.assessment().orElseThrow().value().value()).isEqualTo(2);
        assertThat(tile.assessment().orElseThrow().band().severity()).isEqualTo(Severity.NOTICE);
        assertThat(tile.figure(Figure.Name.LIGHT_FAULTS).orElseThrow().value()).isEqualTo(2);
        assertThat(tile.figure(Figure.Name.LIGHT_DIMMING).orElseThrow().value()).isEqualTo(30);
        assertThat(tile.figure(Figure.Name.SEGMENTS_BURNING).orElseThrow())
                .extracting(Figure::value, Figure::outOf)
                .containsExactly(1.0, OptionalInt.of(2));
    }

    private void street(String sensor, double dimming, double power, double faults) {
        town.with(sensor + "/light_dimming", MINUTE).reports(sensor + "/light_dimming", dimming);
        town.with(sensor + "/light_power", MINUTE).reports(sensor + "/light_power", power);
        town.with(sensor + "/light_faults", MINUTE).reports(sensor + "/light_faults", faults);
    }

    @Test
    void theStationInTheMiddleOfTheTownTellsTheWeatherWhoeverSentLast() {
        station("hill", 50.880, 9.689, 4);
        station("market", 50.869, 9.705, 6);
        station("pool", 50.862, 9.715, 7);
        later(30).reports("hill/temperature", 3.5);
        var tile = town.tile(Domain.WEATHER);
        assertThat(tile.place()).hasValue("market");
        assertThat(tile.value()).hasValue(new Headline(6, Over.MOMENT));
        assertThat(tile.figure(Figure.Name.WIND_SPEED).orElseThrow().value())
                .as("of the same place")
                .isEqualTo(6);
        assertThat(tile.figure(Figure.Name.HUMIDITY)).isEmpty();
        town.leaves("market");
        assertThat(town.tile(Domain.WEATHER).place())
                .hasValueSatisfying(place -> assertThat(place).isNotEqualTo("market"));
    }

    private void station(String sensor, double latitude, double longitude, double value) {
        town.with(sensor + "/temperature", MINUTE, latitude, longitude).reports(sensor + "/temperature", value);
        town.with(sensor + "/wind_speed", MINUTE, latitude, longitude).reports(sensor + "/wind_speed", value);
    }

    @Test
    void heatStandsBesideTheElectricPower() {
        town.with("hall/power", MINUTE).reports("hall/power", 12);
        town.with("hall/heat_power", MINUTE).reports("hall/heat_power", 30);
        town.with("school/heat_power", MINUTE).reports("school/heat_power", 45);
        var tile = town.tile(Domain.ENERGY);
        assertThat(tile.value()).hasValue(new Headline(12, Over.MOMENT));
        assertThat(tile.figure(Figure.Name.HEAT_POWER).orElseThrow().value()).isCloseTo(75, within(1e-9));
    }

    @Test
    void aDomainIsStaleOnlyWhenAllItsPlacesAre() {
        town.with("school/power", MINUTE).reports("school/power", 10);
        town.with("hall/power", MINUTE).reports("hall/power", 12);
        later(240).reports("hall/power", 13);
        var tile = town.tile(Domain.ENERGY);
        assertThat(tile.state()).isEqualTo(State.LIVE);
        assertThat(List.of(tile.reporting(), tile.known())).containsExactly(1, 2);
        later(240);
        assertThat(town.tile(Domain.ENERGY).state()).isEqualTo(State.STALE);
    }

    @Test
    void aDomainInWhichNothingChangedStaysTheSameObject() {
        town.with("hall/power", MINUTE).reports("hall/power", 12);
        town.withGauge("lower/water_level", 1.8).reports("lower/water_level", 1);
        var water = town.tile(Domain.WATER);
        later(1).reports("hall/power", 13);
        assertThat(town.tile(Domain.WATER)).isSameAs(water);
        assertThat(town.tile(Domain.ENERGY).value()).hasValue(new Headline(13, Over.MOMENT));
    }

    private LiveTown later(long seconds) {
        town.now = town.now.plusSeconds(seconds);
        return town;
    }

    private static String band(DomainState tile) {
        return tile.assessment().orElseThrow().band().key();
    }

    private static String band(SeriesState series) {
        return series.assessment().orElseThrow().band().key();
    }
}
