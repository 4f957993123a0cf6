package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.history.Step;
import city.cockpit.measurement.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastHourTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final LastHour hour = new LastHour(Kind.LEVEL);

    @Test
    void readingsOfOneSecondCountEach() {
        hour.add(NOON, 1);
        hour.add(NOON.plusMillis(500), 2);
        hour.add(NOON.plusSeconds(60), 6);
        assertThat(hour.samples()).isEqualTo(3);
        assertThat(hour.mean()).hasValue(3);
        assertThat(hour.oldest()).contains(NOON);
    }

    @Test
    void aReadingThatIsToldAgainCountsOnce() {
        hour.add(NOON, 1);
        hour.add(NOON, 1);
        assertThat(hour.samples()).isEqualTo(1);
    }

    @Test
    void whatLiesBeforeTheHourIsForgotten() {
        hour.add(NOON, 1);
        hour.add(NOON.plusSeconds(1), 3);
        hour.forget(NOON);
        assertThat(hour.mean()).hasValue(3);
    }

    @Test
    void aFloodTakesTheRoomOfItsSeconds() {
        for (var i = 0; i < 100_000; i++) hour.add(NOON.plusNanos(i * 10_000L), i % 2);
        assertThat(hour.samples()).isEqualTo(100_000);
        assertThat(hour.mean()).hasValue(0.5);
        assertThat(hour.seconds()).isEqualTo(1);
    }

    @Test
    void whatHistoryKnowsOfASecondCountsOnceHoweverItIsTold() {
        hour.add(NOON.plusMillis(200), 1);
        hour.fill(new Step(NOON, 2, 1, 3, 3), NOON.plusMillis(600));
        hour.fill(new Step(NOON, 2, 1, 3, 3), NOON.plusMillis(600));
        assertThat(hour.samples()).isEqualTo(3);
        assertThat(hour.mean()).hasValue(2);
        assertThat(hour.knows(NOON.plusMillis(600))).isTrue();
        assertThat(hour.knows(NOON.plusMillis(700)))
                .as("what came after history was asked")
                .isFalse();
    }

    @Test
    void aSecondOfWhichMoreIsKnownHereStays() {
        hour.add(NOON, 1);
        hour.add(NOON.plusMillis(500), 2);
        hour.fill(new Step(NOON, 1, 1, 1, 1), NOON);
        assertThat(hour.samples()).isEqualTo(2);
    }

    @Test
    void aCountIsKnownByTheSecondThatEndsWithIt() {
        var cars = new LastHour(Kind.TALLY);
        cars.fill(new Step(NOON.minusSeconds(1), 40, 40, 40, 1), NOON);
        assertThat(cars.knows(NOON)).isTrue();
        cars.forget(NOON.minusSeconds(1));
        assertThat(cars.mean()).hasValue(40);
        cars.forget(NOON);
        assertThat(cars.mean()).isEmpty();
    }
}
