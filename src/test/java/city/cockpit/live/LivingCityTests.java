package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.history.Appended;
import city.cockpit.history.Edition;
import city.cockpit.history.Quarters;
import city.cockpit.history.ReadingStore;
import city.cockpit.history.Step;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LivingCityTests {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final FakeCatalog town = new FakeCatalog();
    private final Past past = new Past();

    @Test
    void freeSpacesOfAllCarParksAddUpBesideTheCapacityOfTheSameOnes() {
        town.add("market/parking_free", "Marktplatz", 180);
        town.add("station/parking_free", "Bahnhof", 320);
        var city = city();
        receive(city, "market/parking_free", 0, 12);
        receive(city, "station/parking_free", 30, 0);
        var parking = tile(city, Domain.PARKING);
        assertThat(parking.value()).hasValue(new DomainState.Headline(12, DomainState.Over.MOMENT));
        assertThat(parking.outOf()).hasValue(500);
        assertThat(parking.place()).isEmpty();
        assertThat(parking.observedAt()).as("as old as its oldest part").hasValue(now.minusSeconds(30));
    }

    @Test
    void whatIsInternalCountsForTheStaffAndInNoSumForEverybody() {
        town.add("market/parking_free", "Marktplatz", 180);
        var cellar = town.add("cellar/parking_free", "Rathauskeller", 20);
        town.add(with(cellar, false, false));
        var city = city();
        receive(city, "market/parking_free", 0, 12);
        receive(city, "cellar/parking_free", 0, 5);
        city.publish();
        assertThat(city.picture().series()).hasSize(2);
        assertThat(parking(city.picture())).isEqualTo(17);
        assertThat(city.publicPicture().isWhole()).isFalse();
        assertThat(city.publicPicture().find(cellar.id())).isEmpty();
        assertThat(parking(city.publicPicture())).isEqualTo(12);
        town.add(with(cellar, true, false));
        city.publish();
        assertThat(city.publicPicture()).isSameAs(city.picture());
    }

    @Test
    void aRetiredSensorLeavesTheTilesAndCanStillBeLookedUp() {
        town.add("market/parking_free", "Marktplatz", 180);
        var old = town.add("old/parking_free", "Altes Parkhaus", 20);
        var city = city();
        receive(city, "market/parking_free", 0, 12);
        receive(city, "old/parking_free", 0, 5);
        town.add(with(old, true, true));
        city.publish();
        assertThat(parking(city.picture())).isEqualTo(12);
        assertThat(city.picture().series()).doesNotContainKey(old.id());
        assertThat(city.picture()
                        .find(old.id())
                        .orElseThrow()
                        .newest()
                        .orElseThrow()
                        .value())
                .isEqualTo(5);
    }

    @Test
    void aSensorThatIsRegisteredOrRenamedWhileTheCockpitRunsStandsOnTheNextPicture() {
        var city = city();
        var market = town.add("market/parking_free", "Marktplatz", 180);
        city.publish();
        assertThat(city.picture().series()).containsOnlyKeys(market.id());
        receive(city, "market/parking_free", 0, 12);
        town.add("market/parking_free", "Neuer Markt", 200);
        city.publish();
        var state = city.picture().find(market.id()).orElseThrow();
        assertThat(state.series().place()).isEqualTo("Neuer Markt");
        assertThat(state.newest().orElseThrow().value()).as("what it did stays").isEqualTo(12);
    }

    private static double parking(CityPicture picture) {
        var domain = Objects.requireNonNull(picture.domains().get(Domain.PARKING));
        return domain.value().orElseThrow().value();
    }

    private static Series with(Series one, boolean isPublic, boolean isRetired) {
        return new Series(
                one.key(),
                one.id(),
                one.property(),
                one.interval(),
                one.site(),
                one.capacity(),
                one.marks(),
                one.plausible(),
                one.simulated(),
                isPublic,
                isRetired,
                false);
    }

    @Test
    void aCarParkThatFellSilentIsNotCountedAsIfItStillStoodThere() {
        town.add("market/parking_free", "Marktplatz", 180);
        town.add("station/parking_free", "Bahnhof", 320);
        var city = city();
        receive(city, "market/parking_free", 0, 12);
        receive(city, "station/parking_free", 600, 200);
        var parking = tile(city, Domain.PARKING);
        assertThat(parking.value()).hasValue(new DomainState.Headline(12, DomainState.Over.MOMENT));
        assertThat(parking.outOf()).hasValue(180);
        assertThat(parking.reporting()).isEqualTo(1);
        assertThat(parking.known()).isEqualTo(2);
    }

    @Test
    void whenAllFellSilentTheLastValueStaysAndSaysThatItIsStale() {
        town.add("market/parking_free", "Marktplatz", 180);
        var city = city();
        receive(city, "market/parking_free", 0, 12);
        now = now.plusSeconds(600);
        var parking = tile(city, Domain.PARKING);
        assertThat(parking.state()).isEqualTo(State.STALE);
        assertThat(parking.value()).hasValue(new DomainState.Headline(12, DomainState.Over.MOMENT));
    }

    @Test
    void theLoudestPlaceSpeaksForNoise() {
        town.add("noise-1/laeq", "Stadtpark");
        town.add("noise-2/laeq", "Bahnhofstraße");
        var city = city();
        receive(city, "noise-1/laeq", 0, 45);
        receive(city, "noise-2/laeq", 10, 68);
        assertThat(tile(city, Domain.NOISE).place()).hasValue("Bahnhofstraße");
        assertThat(tile(city, Domain.NOISE).assessment()).isEmpty();
    }

    @Test
    void theWorstClassSpeaksForTheAirWhateverPollutantItIs() {
        town.add("air-1/pm2_5", "Stadtpark");
        town.add("air-1/pm10", "Stadtpark");
        town.add("air-2/pm2_5", "Bahnhofstraße");
        var city = city();
        for (var minute = 0L; minute < 60; minute++) {
            receive(city, "air-1/pm2_5", minute * 60, 6);
            receive(city, "air-1/pm10", minute * 60, 60);
            receive(city, "air-2/pm2_5", minute * 60, 20);
        }
        var air = tile(city, Domain.AIR);
        assertThat(air.property().key()).isEqualTo("pm10");
        assertThat(air.assessment().orElseThrow().band().key()).isEqualTo("poor");
        assertThat(air.value().orElseThrow().over()).isEqualTo(DomainState.Over.HOUR_MEAN);
        assertThat(air.known()).isEqualTo(2);
    }

    @Test
    void aDomainWithoutReadingsIsThereAndSaysSo() {
        town.add("uv-1/uv_index", "Rathaus");
        var uv = tile(city(), Domain.UV);
        assertThat(uv.state()).isEqualTo(State.NO_DATA);
        assertThat(uv.value()).isEmpty();
        assertThat(uv.known()).isEqualTo(1);
    }

    @Test
    void aDomainWithoutSensorsHasNoTile() {
        town.add("uv-1/uv_index", "Rathaus");
        assertThat(city().picture().domains()).containsOnlyKeys(Domain.UV);
    }

    @Test
    void afterARestartThePictureIsThereBeforeTheFirstReading() {
        town.add("noise-1/laeq", "Stadtpark");
        past.newest = new Reading(new SeriesId("noise-1/laeq"), now.minusSeconds(20), 51, Quality.GOOD);
        past.day = List.of(new Step(now.minusSeconds(900), 50, 40, 60, 15), new Step(now, 51, 51, 51, 1));
        var noise = Optional.ofNullable(city().picture().domains().get(Domain.NOISE))
                .orElseThrow();
        assertThat(noise.value()).hasValue(new DomainState.Headline(51, DomainState.Over.MOMENT));
        assertThat(noise.state()).isEqualTo(State.LIVE);
        assertThat(noise.trail().means().getLast().orElseThrow()).isCloseTo(51, within(1e-9));
        assertThat(noise.trail().means().get(94)).isPresent();
    }

    @Test
    void everyNewPictureIsToldOnceAndNoneWhenNothingChanged() {
        town.add("noise-1/laeq", "Stadtpark");
        var city = city();
        var told = new ArrayList<CityPicture>();
        var unsubscribe = city.subscribe(told::add);
        city.publish();
        assertThat(told).isEmpty();
        receive(city, "noise-1/laeq", 0, 51);
        receive(city, "noise-1/laeq", 5, 50);
        city.publish();
        city.publish();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().version()).isGreaterThan(1);
        unsubscribe.run();
        receive(city, "noise-1/laeq", -1, 52);
        city.publish();
        assertThat(told).hasSize(1);
    }

    @Test
    void aScreenThatFailsDoesNotKeepThePictureFromTheOthers() {
        town.add("noise-1/laeq", "Stadtpark");
        var city = city();
        var told = new ArrayList<CityPicture>();
        city.subscribe(picture -> {
            throw new IllegalStateException("broken screen");
        });
        city.subscribe(told::add);
        receive(city, "noise-1/laeq", 0, 51);
        city.publish();
        assertThat(told).hasSize(1);
    }

    @Test
    void aSensorThatIsRegisteredLaterAppears() {
        town.add("noise-1/laeq", "Stadtpark");
        var city = city();
        town.add("uv-1/uv_index", "Rathaus");
        receive(city, "uv-1/uv_index", 0, 0);
        assertThat(tile(city, Domain.UV).value()).hasValue(new DomainState.Headline(0, DomainState.Over.MOMENT));
    }

    @Test
    void theLastWillReachesEverySeriesOfTheSensor() {
        town.add("air-1/pm2_5", "Stadtpark");
        town.add("air-1/pm10", "Stadtpark");
        var city = city();
        receive(city, "air-1/pm2_5", 0, 6);
        receive(city, "air-1/pm10", 0, 60);
        city.sensorOffline(new SensorId("air-1"), now);
        city.publish();
        assertThat(city.picture().series().values()).allMatch(state -> state.state() == State.OFFLINE);
        city.sensorOnline(new SensorId("air-1"));
        city.publish();
        assertThat(city.picture().series().values()).allMatch(state -> state.state() == State.LIVE);
    }

    private LivingCity city() {
        return new LivingCity(
                town, past, Thresholds.load(), time -> Map.of(), time -> Map.of(), Optional.empty(), () -> now);
    }

    private void receive(LivingCity city, String series, long secondsAgo, double value) {
        city.stored(List.of(new Reading(new SeriesId(series), now.minusSeconds(secondsAgo), value, Quality.GOOD)));
    }

    private static DomainState tile(LivingCity city, Domain domain) {
        city.publish();
        return Optional.ofNullable(city.picture().domains().get(domain)).orElseThrow();
    }

    /** What history kept of one series. */
    private static final class Past implements ReadingStore {

        private @Nullable Reading newest;
        private List<Step> day = List.of();

        @Override
        public Map<SeriesId, Reading> newest(Collection<Series> series) {
            return newest == null ? Map.of() : Map.of(newest.series(), newest);
        }

        @Override
        public Map<SeriesId, List<Reading>> readings(Collection<Series> series, Interval span) {
            throw new UnsupportedOperationException("a flood of single readings does not fit into memory");
        }

        @Override
        public Map<SeriesId, List<Step>> course(Collection<Series> series, Interval span, Duration step) {
            return newest == null || !step.equals(Trail.STEP) ? Map.of() : Map.of(newest.series(), day);
        }

        @Override
        public Map<SeriesId, Reading> newestPlausible(Collection<Series> series) {
            throw new UnsupportedOperationException("its newest reading is plausible");
        }

        @Override
        public Appended append(List<Reading> readings) {
            throw new UnsupportedOperationException("the picture of the city stores nothing");
        }

        @Override
        public Map<SeriesId, Quarters> quarters(Collection<Series> series, Interval span) {
            throw new UnsupportedOperationException("nobody looks at the past");
        }

        @Override
        public Optional<Instant> first(Collection<Series> series) {
            throw new UnsupportedOperationException("nobody looks at the past");
        }

        @Override
        public Edition edition() {
            return Edition.PLAIN;
        }
    }
}
