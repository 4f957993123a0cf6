package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.history.Extremes.Extreme;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SwingTests {

    private static final Instant NOON = Instant.parse("2026-07-14T10:00:00Z");

    private final Swing gauge = new Swing();

    @Test
    void aGaugeThatRosePieceByPieceRoseByTheSum() {
        add(0, 1.00, 1.05);
        add(5, 1.04, 1.20);
        add(9, 1.18, 1.50);
        assertThat(gauge.since(NOON)).isEqualTo(0.5);
    }

    @Test
    void whatIsOlderCountsNoMore() {
        add(0, 1.00, 1.05);
        add(5, 1.25, 1.25);
        add(9, 1.25, 1.50);
        assertThat(gauge.since(NOON.plusSeconds(60))).isEqualTo(0.25);
    }

    @Test
    void aSensorThatSpeaksEverySecondTakesOnePlaceForEachMinute() {
        for (var second = 0; second < 120; second++) gauge.add(new Extreme(second, second, NOON.plusSeconds(second)));
        assertThat(gauge.since(NOON.plusSeconds(60))).isEqualTo(59);
    }

    private void add(int minute, double lowest, double highest) {
        gauge.add(new Extreme(lowest, highest, NOON.plusSeconds(60L * minute)));
    }
}
