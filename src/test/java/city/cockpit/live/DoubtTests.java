package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.DomainState.Headline;
import city.cockpit.live.DomainState.Over;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the city shows of values that nobody believes: it tells them, and counts them nowhere. */
class DoubtTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LiveTown town = new LiveTown();

    @Test
    void theLastBelievableValueStaysWithItsAgeAndTheNewOneIsToldBesideIt() {
        town.with("park/temperature", MINUTE).reports("park/temperature", Duration.ofSeconds(90), 21);
        town.reportsNonsense("park/temperature", 85);
        var state = town.series("park/temperature");
        assertThat(state.newest().orElseThrow().value()).isEqualTo(21);
        assertThat(state.newest().orElseThrow().phenomenonTime()).isEqualTo(town.now.minusSeconds(90));
        assertThat(state.doubt().orElseThrow().value()).isEqualTo(85);
        var tile = town.tile(Domain.WEATHER);
        assertThat(tile.value()).hasValue(new Headline(21, Over.MOMENT));
        assertThat(tile.doubtful()).isEqualTo(1);
    }

    @Test
    void aBelievableValueEndsTheDoubt() {
        town.with("park/temperature", MINUTE).reportsNonsense("park/temperature", Duration.ofSeconds(30), 85);
        town.reports("park/temperature", 21);
        assertThat(town.series("park/temperature").doubt()).isEmpty();
        assertThat(town.tile(Domain.WEATHER).doubtful()).isZero();
    }

    @Test
    void nonsenseFromThePastIsNotToldNow() {
        town.with("park/temperature", MINUTE).reports("park/temperature", 21);
        town.reportsNonsense("park/temperature", Duration.ofSeconds(30), 85);
        assertThat(town.series("park/temperature").doubt()).isEmpty();
    }

    @Test
    void whoSendsNothingButNonsenseIsImplausibleAndNotSilent() {
        town.with("park/temperature", MINUTE).reports("park/temperature", 21);
        town.now = town.now.plus(Duration.ofDays(3));
        town.reportsNonsense("park/temperature", 85);
        var state = town.series("park/temperature");
        assertThat(state.state()).isEqualTo(State.IMPLAUSIBLE);
        assertThat(state.assessment()).isEmpty();
        town.now = town.now.plus(Duration.ofDays(1));
        assertThat(town.series("park/temperature").state()).isEqualTo(State.OFFLINE);
    }

    @Test
    void whoNeverSaidAnythingBelievableHasNoValueButADoubt() {
        town.with("park/temperature", MINUTE).reportsNonsense("park/temperature", 85);
        var state = town.series("park/temperature");
        assertThat(state.state()).isEqualTo(State.IMPLAUSIBLE);
        assertThat(state.newest()).isEmpty();
        assertThat(state.doubt()).isPresent();
        var tile = town.tile(Domain.WEATHER);
        assertThat(tile.value()).isEmpty();
        assertThat(tile.doubtful()).isEqualTo(1);
    }

    @Test
    void nonsenseIsPartOfNoMeanAndNoNormJudgesIt() {
        town.with("park/pm2_5", MINUTE).reportsForAnHour("park/pm2_5", 4);
        town.now = town.now.plusSeconds(30);
        town.reportsNonsense("park/pm2_5", 4_000);
        var state = town.series("park/pm2_5");
        assertThat(state.hourMean()).hasValue(4);
        assertThat(state.assessment().orElseThrow().value().value()).isEqualTo(4);
        assertThat(state.trail().means())
                .allSatisfy(mean -> assertThat(mean.orElse(4)).isEqualTo(4));
        assertThat(town.tile(Domain.AIR).value()).hasValue(new Headline(4, Over.HOUR_MEAN));
    }

    @Test
    void anHourOfNonsenseHasNoMean() {
        town.with("park/pm2_5", MINUTE);
        for (var minute = 0; minute < 60; minute++)
            town.reportsNonsense("park/pm2_5", Duration.ofMinutes(minute), 4_000);
        assertThat(town.series("park/pm2_5").hourMean()).isEmpty();
        assertThat(town.series("park/pm2_5").assessment()).isEmpty();
    }

    @Test
    void aSumCountsTheLastBelievableValueOfAPlaceAndSaysThatThereIsADoubt() {
        town.withCarPark("markt/parking_free", 100).reports("markt/parking_free", Duration.ofSeconds(30), 40);
        town.withCarPark("bahnhof/parking_free", 300).reports("bahnhof/parking_free", 60);
        town.reportsNonsense("markt/parking_free", 30_000);
        var tile = town.tile(Domain.PARKING);
        assertThat(tile.value()).hasValue(new Headline(100, Over.MOMENT));
        assertThat(tile.outOf()).isEqualTo(OptionalInt.of(400));
        assertThat(tile.doubtful()).isEqualTo(1);
    }

    @Test
    void anHourOfCountsWithAnImplausibleOneIsNotComplete() {
        town.with("bridge/bicycles", Duration.ofMinutes(15));
        for (var quarter = 1; quarter < 4; quarter++)
            town.reports("bridge/bicycles", Duration.ofMinutes(15L * quarter), 10);
        town.reports("bridge/bicycles", 10);
        assertThat(town.series("bridge/bicycles").hourSum()).hasValue(40);
        town.now = town.now.plus(Duration.ofMinutes(15));
        town.reportsNonsense("bridge/bicycles", 90_000);
        assertThat(town.series("bridge/bicycles").hourSum())
                .as("the hour before the last believable count")
                .hasValue(40);
        town.now = town.now.plus(Duration.ofMinutes(15));
        town.reports("bridge/bicycles", 10);
        assertThat(town.series("bridge/bicycles").hourSum()).isEmpty();
    }

    @Test
    void afterARestartTheCityShowsTheSame() {
        town.with("park/temperature", MINUTE)
                .with("park/humidity", MINUTE)
                .with("park/pm2_5", MINUTE)
                .reports("park/temperature", Duration.ofMinutes(70), 20)
                .reportsNonsense("park/temperature", 85)
                .reports("park/humidity", 60)
                .reportsNonsense("park/pm2_5", 5_000);
        assertThat(town.restarted().series()).isEqualTo(town.picture().series());
        assertThat(town.restarted().domains()).isEqualTo(town.picture().domains());
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        var random = new Random(27);
        var readings = new ArrayList<Reading>();
        for (var second = 0; second < 7_200; second += 40)
            readings.add(new Reading(
                    new SeriesId("park/pm10"),
                    town.now.minusSeconds(second),
                    second % 3 == 0 ? 5_000 : second,
                    second % 3 == 0 ? Quality.IMPLAUSIBLE : Quality.GOOD));
        var expected = stateAfter(readings);
        for (var round = 0; round < 20; round++) {
            Collections.shuffle(readings, random);
            assertThat(stateAfter(readings)).isEqualTo(expected);
        }
    }

    private SeriesState stateAfter(List<Reading> readings) {
        var series = SeriesTrackTests.series("park/pm10", MINUTE);
        var track = new SeriesTrack(series, Judge.of(series, Thresholds.load()));
        readings.forEach(reading -> track.add(reading, town.now));
        return track.at(town.now);
    }

    @Test
    void aTileSaysThatAValueHasTheTimeOfItsArrival() {
        town.with("park/temperature", MINUTE).reports("park/temperature", 21);
        assertThat(town.tile(Domain.WEATHER).timedOnArrival()).isFalse();
        town.now = town.now.plusSeconds(60);
        town.reportsOnArrival("park/temperature", 22);
        assertThat(town.tile(Domain.WEATHER).timedOnArrival()).isTrue();
    }
}
