package city.cockpit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.nodes.NodeTable.Node;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchTests {

    private static final UUID ME = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private long second;
    private final Watch watch = new Watch(ME, 10, () -> second);

    @Test
    void whoseBeatsStandStillIsAwayAfterAWhile() {
        for (; second < 10; second++)
            assertThat(absent(5)).as("second %d", second).isEmpty();
        assertThat(absent(5)).containsExactly("other");
        assertThat(absent(6)).as("back").isEmpty();
    }

    @Test
    void whoSaysGoodbyeIsAwayAtOnce() {
        assertThat(absent(-1)).containsExactly("other");
    }

    @Test
    void aNodeIsNeverAwayForItself() {
        var me = new Node("me", "city/#", ME, 1, Optional.empty(), false);
        for (; second < 30; second++) assertThat(watch.absent(List.of(me))).isEmpty();
    }

    @Test
    void whoSawNothingHimselfBeginsToCountAnew() {
        for (; second < 8; second++) absent(5);
        second = 100;
        for (; second < 110; second++)
            assertThat(absent(5)).as("second %d", second).isEmpty();
        assertThat(absent(5)).containsExactly("other");
    }

    @Test
    void aNewLifeWithTheSameBeatsIsALife() {
        for (; second < 8; second++) absent(0);
        var reborn = new Node("other", "city/#", UUID.randomUUID(), 0, Optional.empty(), false);
        for (; second < 17; second++) assertThat(watch.absent(List.of(reborn))).isEmpty();
    }

    private List<String> absent(long beats) {
        var other = new Node("other", "city/#", OTHER, beats, Optional.empty(), false);
        return watch.absent(List.of(other)).stream().map(Node::clientId).toList();
    }
}
