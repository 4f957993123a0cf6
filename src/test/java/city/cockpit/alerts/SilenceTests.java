package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SilenceTests {

    private static final Instant NOON = Instant.parse("2026-06-21T10:00:00Z");

    @Test
    void aDeviceThatTellsSomethingNowAndThenIsNotSilent() {
        assertThat(silences(35, 0, 10, 20, 30)).isEmpty();
    }

    @Test
    void itIsSilentFromItsLastReadingOnAndSomebodyIsToldLater() {
        assertThat(silences(90, 0, 10))
                .containsExactly(new Breach(minute(10), minute(50), Optional.empty(), Double.NaN, minute(50)));
    }

    @Test
    void theNextReadingEndsIt() {
        assertThat(silences(90, 0, 10, 70, 80)).extracting(Breach::endedAt).containsExactly(Optional.of(minute(70)));
    }

    @Test
    void readingsThatComeLateShowThatThereWasNone() {
        assertThat(silences(90, 0, 10, 70, 80)).hasSize(1);
        assertThat(silences(90, 0, 10, 40, 70, 80)).isEmpty();
    }

    private static List<Breach> silences(int until, int... minutes) {
        var heard = new TreeSet<>(
                IntStream.of(minutes).mapToObj(SilenceTests::minute).toList());
        return Silence.of(heard, Duration.ofMinutes(40), minute(until));
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
