package city.cockpit.strategy.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorClockTests {

    @ParameterizedTest
    @CsvSource({
        // what the work took, and how long the thread rests
        "PT0.01S, PT1M",
        "PT1.2S, PT1M",
        "PT2S, PT1M40S",
        "PT5S, PT3M",
    })
    void whoWorkedLongRestsLongerButNotSoLongThatAYoungTownWaits(Duration worked, Duration rest) {
        assertThat(IndicatorClock.rest(worked)).isEqualTo(rest);
    }
}
