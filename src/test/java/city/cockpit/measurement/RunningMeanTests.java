package city.cockpit.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunningMeanTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void decibelsAreAveragedAsEnergy() {
        assertThat(mean(Kind.DECIBEL, 50, 60)).isCloseTo(57.40, within(0.01));
    }

    @Test
    void northIsTheMiddleOfDirectionsOnBothSidesOfIt() {
        assertThat(mean(Kind.DIRECTION, 350, 10) % 360).isCloseTo(0, within(1e-9));
        assertThat(mean(Kind.DIRECTION, 270, 280)).isCloseTo(275, within(1e-9));
    }

    @Test
    void windFromOppositeSidesHasNoMeanDirection() {
        var mean = new RunningMean(Kind.DIRECTION);
        mean.add(NOON, 0);
        mean.add(NOON, 180);
        assertThat(mean.mean()).isEmpty();
    }

    @Test
    void ofAMeterTheNewestReadingStandsWhateverCameLast() {
        var mean = new RunningMean(Kind.METER);
        mean.add(NOON.plusSeconds(60), 1_002);
        mean.add(NOON, 1_001);
        assertThat(mean.mean()).hasValue(1_002);
    }

    @Test
    void zeroIsAValueLikeAnyOther() {
        assertThat(mean(Kind.COUNT, 0, 0, 6)).isEqualTo(2);
    }

    @Test
    void aMeanOfSeveralValuesWeighsAsMuchAsTheyDo() {
        var mean = new RunningMean(Kind.LEVEL);
        mean.add(NOON, 10, 3);
        mean.add(NOON, 2);
        assertThat(mean.mean()).hasValue(8);
        assertThat(mean.samples()).isEqualTo(4);
    }

    @Test
    void withoutValuesThereIsNoMean() {
        for (var kind : Kind.values()) assertThat(new RunningMean(kind).mean()).isEmpty();
    }

    private static double mean(Kind kind, double... values) {
        var mean = new RunningMean(kind);
        for (var value : values) mean.add(NOON, value);
        return mean.mean().orElseThrow();
    }
}
