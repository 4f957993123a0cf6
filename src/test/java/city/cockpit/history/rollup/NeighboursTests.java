package city.cockpit.history.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Quality;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which readings do not fit to their neighbours in time. The thermometer reports each minute. */
class NeighboursTests {

    private static final long MINUTE = 60_000_000;

    private final Rows rows = new Rows();

    @Test
    void oneReadingFarAboveBothNeighboursIsSuspect() {
        minute(0, 20);
        minute(1, 32);
        minute(2, 20.1);
        assertThat(suspects()).containsExactly(1);
    }

    @Test
    void oneFarBelowIsToo() {
        minute(0, 20);
        minute(1, 0);
        minute(2, 20.1);
        assertThat(suspects()).containsExactly(1);
    }

    @Test
    void aChangeThatStaysIsNoSpikeButTooFastOnce() {
        minute(0, 20);
        minute(1, 32);
        minute(2, 32.1);
        minute(3, 32);
        assertThat(suspects()).containsExactly(1);
    }

    @Test
    void aThunderstormIsBelieved() {
        for (var i = 0; i < 10; i++) minute(i, 30 - i);
        assertThat(suspects()).isEmpty();
    }

    @Test
    void readingsOnBothSidesOfAGapAreNoNeighbours() {
        minute(0, 20);
        minute(10, 32);
        minute(20, 20);
        assertThat(suspects()).isEmpty();
    }

    @Test
    void anImplausibleReadingIsNobodysNeighbour() {
        minute(0, 20);
        rows.add(MINUTE, 90, Quality.IMPLAUSIBLE.flags());
        minute(2, 20.1);
        assertThat(suspects()).isEmpty();
    }

    @Test
    void aThermometerThatStandsStillForTwelveHoursIsSuspectFromThenOn() {
        for (var i = 0; i <= 725; i++) minute(i, 20);
        minute(726, 20.1);
        assertThat(suspects()).containsExactly(720, 721, 722, 723, 724, 725);
    }

    @Test
    void silenceEndsTheTimeInWhichNothingChanged() {
        for (var i = 0; i < 400; i++) minute(i, 20);
        for (var i = 410; i < 1_000; i++) minute(i, 20);
        assertThat(suspects()).isEmpty();
    }

    @Test
    void everyPropertySaysWhyItHasTheseLimitsOrNone() {
        assertThat(ObservedProperties.load().list())
                .allSatisfy(property -> assertThat(property.neighbours()).isNotNull());
    }

    private void minute(int minute, double value) {
        rows.add(minute * MINUTE, value, (short) 0);
    }

    private List<Integer> suspects() {
        var found = new ArrayList<Integer>();
        var suspects = Neighbours.suspects(new FakeCatalog().add("weather/temperature", "Rathaus"), rows);
        for (var row = 0; row < suspects.length; row++) if (suspects[row]) found.add(row);
        return found;
    }
}
