package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final Pace pace = new Pace();

    @Test
    void whereFewLookOnAValueIsSoonOnTheScreen() {
        assertThat(pace.pause()).isEqualTo(Duration.ofMillis(300));
        pace.shown(Duration.ofMillis(2));
        assertThat(pace.pause()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void howeverManyLookOnTheyTakeAThirdOfOneProcessor() {
        pace.shown(Duration.ofMillis(200));
        assertThat(pace.pause()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void whenTheMachineIsBusyForAMomentThePagesGoOnEverySecondAndRecover() {
        pace.shown(Duration.ofSeconds(20));
        assertThat(pace.pause()).isEqualTo(Duration.ofSeconds(1));
        pace.shown(Duration.ofMillis(10));
        assertThat(pace.pause()).isEqualTo(Duration.ofMillis(300));
    }
}
