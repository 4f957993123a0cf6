package city.cockpit.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenTests {

    @Test
    void whatStoodFurtherUpIsKnown() {
        var random = new Random(7);
        var seen = new Seen();
        var truth = new HashMap<Long, Double>();
        for (var i = 0; i < 50_000; i++) {
            var time = (long) random.nextInt(30_000);
            var known = seen.find(1, time);
            assertThat(known.isPresent()).isEqualTo(truth.containsKey(time));
            known.ifPresent(value -> assertThat(value).isEqualTo(truth.get(time)));
            if (truth.putIfAbsent(time, i * 0.5) == null) seen.add(1, time, i * 0.5);
        }
        assertThat(seen.find(2, 5)).isEmpty();
    }

    @Test
    void whatIsForgottenIsOnlyUncertainWithinTheSpanOfItsSeries() {
        var seen = new Seen(10);
        for (var i = 0; i < 20; i++) seen.add(1, i, 1);
        assertThat(seen.find(1, 3)).hasValue(1);
        assertThat(seen.find(1, 15)).isEmpty();
        assertThat(seen.isUncertain(1, 15)).isTrue();
        assertThat(seen.isUncertain(1, 20)).isFalse();
        assertThat(seen.isUncertain(2, 15)).isFalse();
    }
}
