package city.sim;

import static org.assertj.core.api.Assertions.assertThat;

import city.sim.Stretches.Stretch;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StretchesTests {

    private final Stretches stretches = new Stretches();

    @Test
    void stretchesThatTouchOrOverlapBecomeOne() {
        add(10, 20);
        add(30, 40);
        add(20, 25);
        assertThat(stretches.list()).containsExactly(stretch(10, 25), stretch(30, 40));
        add(24, 31);
        assertThat(stretches.list()).containsExactly(stretch(10, 40));
        add(12, 13);
        add(5, 50);
        assertThat(stretches.list()).containsExactly(stretch(5, 50));
        assertThat(stretches.front()).contains(at(50));
    }

    @Test
    void theNewestGapReachesToTheStretchBeforeOrToTheHorizon() {
        assertThat(stretches.newestGap(at(0))).isEmpty();
        add(30, 40);
        assertThat(stretches.newestGap(at(0))).contains(stretch(0, 30));
        add(10, 20);
        assertThat(stretches.newestGap(at(0))).contains(stretch(20, 30));
        assertThat(stretches.newestGap(at(25))).contains(stretch(25, 30));
        assertThat(stretches.newestGap(at(30))).isEmpty();
        add(20, 30);
        assertThat(stretches.newestGap(at(0))).contains(stretch(0, 10));
    }

    private void add(int after, int until) {
        stretches.add(stretch(after, until));
    }

    private static Stretch stretch(int after, int until) {
        return new Stretch(at(after), at(until));
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
