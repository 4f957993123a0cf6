package city.cockpit.history.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.history.rollup.HourRollups.Stand;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Series;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What the readings of an hour come to, for each kind of property. The sensors report each minute. */
class HourRollupsTests {

    private static final long NOON = HourReader.micros(Instant.parse("2026-11-22T12:00:00Z"));
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;

    private final FakeCatalog town = new FakeCatalog();
    private final Rows rows = new Rows();

    @Test
    void aQuantityIsAveragedAndItsCoverageIsKnown() {
        row(0, 10);
        row(1, 20);
        row(30, 30);
        var hour = hour("air-07/pm10");
        assertThat(value("air-07/pm10")).hasValue(20);
        assertThat(hour)
                .extracting(Rollup::count, Rollup::min, Rollup::max, Rollup::first, Rollup::last)
                .containsExactly(3, 10.0, 30.0, 10.0, 30.0);
        assertThat(hour.coverage(3_600)).isEqualTo(3 / 60.0);
    }

    @Test
    void soundIsAveragedAsEnergyAndWhatLastsLongerWeighsMore() {
        // 60 dB for half a minute and 50 dB for one.
        rows.add(NOON, 60, (short) 0);
        rows.add(NOON + 30 * SECOND, 50, (short) 0);
        assertThat(value("noise-01/laeq").orElseThrow())
                .isCloseTo(10 * Math.log10((1e6 * 30 + 1e5 * 60) / 90), within(1e-9));
    }

    @Test
    void theMaximumOfSoundIsTheHighestAndPercentilesAreNotAveraged() {
        row(0, 60);
        row(1, 71);
        row(2, 65);
        assertThat(value("noise-01/lafmax")).hasValue(71);
        assertThat(value("noise-01/laf10")).isEmpty();
        assertThat(hour("noise-01/laf10")).extracting(Rollup::min, Rollup::max).containsExactly(60.0, 71.0);
    }

    @Test
    void windFromBothSidesOfNorthIsNorthWind() {
        row(0, 350);
        row(1, 10);
        assertThat(value("weather/wind_direction").orElseThrow() % 360).isCloseTo(0, within(1e-9));
        row(2, 170);
        row(3, 190);
        assertThat(value("weather/wind_direction")).isEmpty();
    }

    @Test
    void whatWasCountedUntilOneOClockIsOfTheHourBefore() {
        row(0, 100);
        row(30, 3);
        row(60, 4);
        assertThat(value("bike-01/bicycles")).hasValue(7);
    }

    @Test
    void aMeterCountsDifferencesAlsoAcrossTheHour() {
        row(-5, 1_000);
        row(10, 1_004);
        row(20, 1_005);
        assertThat(value("energy/energy")).hasValue(5);
    }

    @Test
    void aMeterThatWasLastReadLongAgoGoesOnFromThere() {
        row(10, 1_010);
        var before = new Stand(NOON - 3_000 * MINUTE, 1_000);
        assertThat(hour("energy/energy", before).total()).isEqualTo(10);
    }

    @Test
    void aMeterThatIsResetGoesOnCountingFromThere() {
        row(0, 1_000);
        row(1, 1_004);
        row(2, 3);
        row(3, 5);
        assertThat(value("energy/energy")).hasValue(6);
    }

    @Test
    void anotherMeterInItsPlaceDoesNotCountAsConsumption() {
        row(0, 1_000);
        row(1, 1_004);
        row(2, 53_000);
        row(3, 53_002);
        row(4, 700);
        row(5, 701);
        assertThat(value("energy/energy")).hasValue(7);
    }

    @Test
    void theFirstReadingOfAMeterIsNoConsumption() {
        row(2, 53_000);
        assertThat(value("energy/energy")).isEmpty();
    }

    @Test
    void aStateIsTheShareOfTimeInWhichItHeldAndGoesOnFromTheHourBefore() {
        rows.add(NOON - 30 * SECOND, 1, (short) 0);
        rows.add(NOON + 30 * SECOND, 0, (short) 0);
        rows.add(NOON + 90 * SECOND, 1, (short) 0);
        // Half a minute of the first, one of the second and one of the third.
        assertThat(value("bay-01/bay_occupied").orElseThrow()).isCloseTo(90 / 150.0, within(1e-9));
        assertThat(hour("bay-01/bay_occupied").seconds()).isCloseTo(150, within(1e-9));
    }

    @Test
    void whatNobodyBelievesIsLeftOutAndTold() {
        row(0, 10);
        rows.add(NOON + MINUTE, 5_000, Quality.IMPLAUSIBLE.flags());
        row(2, 20);
        assertThat(value("air-07/pm10")).hasValue(15);
        assertThat(hour("air-07/pm10"))
                .extracting(Rollup::doubts, Rollup::doubtMax)
                .containsExactly(1, 5_000.0);
    }

    @Test
    void aSpikeIsSuspectWhateverItWasStoredAs() {
        row(0, 10);
        row(1, 900);
        row(2, 11);
        var found = HourRollups.of(series("air-07/pm10"), rows, Stand.UNKNOWN, NOON, NOON + 60 * MINUTE);
        assertThat(found.nowSuspect()).containsExactly(1);
        assertThat(value("air-07/pm10")).hasValue(10.5);
    }

    @Test
    void whatIsNoSpikeAnyMoreIsBelievedAgain() {
        row(0, 10);
        rows.add(NOON + MINUTE, 30, Quality.SUSPECT.flags());
        row(2, 11);
        var found = HourRollups.of(series("air-07/pm10"), rows, Stand.UNKNOWN, NOON, NOON + 60 * MINUTE);
        assertThat(found.nowBelieved()).containsExactly(1);
    }

    private void row(int minute, double value) {
        rows.add(NOON + minute * MINUTE, value, (short) 0);
    }

    private Series series(String id) {
        return town.add(id, "Stadtpark");
    }

    private OptionalDouble value(String id) {
        return hour(id).value(series(id).property().kind());
    }

    private Rollup hour(String id) {
        return hour(id, Stand.UNKNOWN);
    }

    private Rollup hour(String id, Stand before) {
        var hours = HourRollups.of(series(id), rows, before, NOON, NOON + 60 * MINUTE)
                .rollups();
        assertThat(hours).containsOnlyKeys(NOON);
        return hours.firstEntry().getValue();
    }
}
