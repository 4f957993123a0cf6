package city.cockpit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.Counts;
import city.cockpit.live.State;
import city.cockpit.preview.PreviewCity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PulseTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");

    private final PreviewCity city = new PreviewCity().with("noise-markt/laeq", "Markt", 15, OptionalInt.empty());
    private long stored;
    private @Nullable Instant awaySince;
    private final Pulse pulse =
            new Pulse(city, () -> new Counts(stored, stored, 0, 0, 0, Map.of()), () -> Optional.ofNullable(awaySince));

    @Test
    void aRateIsToldOnlyAfterSomeSeconds() {
        pictureAt(0, 0, 0);
        pictureAt(5, 50, 5);
        assertThat(pulse.beat().perMinute()).isEmpty();
        pictureAt(20, 200, 20);
        assertThat(pulse.beat().perMinute()).hasValue(600);
    }

    @Test
    void whatIsLongerAgoThanAMinuteDoesNotCount() {
        pictureAt(0, 0, 0);
        pictureAt(100, 5_000, 100);
        pictureAt(130, 5_030, 130);
        assertThat(pulse.beat().perMinute()).hasValue(60);
    }

    @Test
    void theDelayIsThatOfNewReadingsAlone() {
        pictureAt(10, 1, 8);
        assertThat(pulse.beat().delay()).contains(Duration.ofSeconds(2));
        pictureAt(60, 1, 8);
        assertThat(pulse.beat().delay()).contains(Duration.ofSeconds(2));
        pictureAt(80, 1, 8);
        assertThat(pulse.beat().delay()).isEmpty();
    }

    @Test
    void thatTheDatabaseIsAwayIsKnownWithTheNextPicture() {
        pictureAt(10, 1, 8);
        assertThat(pulse.beat().databaseAwaySince()).isEmpty();
        awaySince = NOON.plusSeconds(12);
        pictureAt(20, 1, 8);
        assertThat(pulse.beat().databaseAwaySince()).contains(NOON.plusSeconds(12));
    }

    private void pictureAt(int second, long storedByThen, int observedAtSecond) {
        stored = storedByThen;
        city.reports("noise-markt/laeq", 61, NOON.plusSeconds(observedAtSecond), State.LIVE);
        city.publish(NOON.plusSeconds(second));
    }
}
