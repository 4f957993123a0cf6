package city.cockpit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultGateTests {

    private Instant now = Instant.parse("2026-05-21T10:00:00Z");
    private final FaultGate gate = new FaultGate(() -> now);

    @Test
    void aPersonMaySaySeveralThingsAndThenOneEveryTenMinutes() {
        for (var i = 0; i < 5; i++) assertThat(gate.admits("192.0.2.7")).isTrue();
        assertThat(gate.admits("192.0.2.7")).isFalse();
        assertThat(gate.admits("192.0.2.8")).as("the neighbour").isTrue();
        now = now.plus(Duration.ofMinutes(10));
        assertThat(gate.admits("192.0.2.7")).isTrue();
        assertThat(gate.admits("192.0.2.7")).isFalse();
    }

    @Test
    void aHouseholdHasOneNetworkHoweverManyAddresses() {
        for (var i = 0; i < 5; i++)
            assertThat(gate.admits("2001:db8:1:2::" + i)).isTrue();
        assertThat(gate.admits("2001:db8:1:2:ffff::1")).isFalse();
        assertThat(gate.admits("2001:db8:1:3::1")).isTrue();
    }

    @Test
    void fromEverywhereNoMoreComeThanStaffCouldRead() {
        var admitted = IntStream.range(0, 200)
                .filter(i -> gate.admits("198.51.100." + i))
                .count();
        assertThat(admitted).isEqualTo(100);
    }
}
