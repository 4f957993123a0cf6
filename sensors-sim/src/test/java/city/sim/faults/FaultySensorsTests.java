package city.sim.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultySensorsTests {

    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");

    @Test
    void everyFaultHappensAndHalfOfTheMessagesAreGood() {
        var messages = messages(3);
        assertThat(messages.stream().map(FaultySensors.Sent::fault).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Fault.values()));
        assertThat(messages.stream().filter(sent -> sent.fault() == Fault.NONE).count())
                .isBetween(400L, 600L);
    }

    @Test
    void aRepeatIsTheSameAsAGoodMessageBefore() {
        var messages = messages(3);
        for (int i = 0; i < messages.size(); i++) {
            var sent = messages.get(i);
            if (sent.fault() != Fault.REPEAT) continue;
            assertThat(messages.subList(0, i))
                    .anyMatch(before -> before.fault() == Fault.NONE
                            && before.topic().equals(sent.topic())
                            && before.text().equals(sent.text()));
        }
    }

    @Test
    void goodMessagesAreNeverAlike() {
        assertThat(messages(3).stream()
                        .filter(sent -> sent.fault() == Fault.NONE)
                        .map(sent -> sent.topic() + sent.text().substring(0, 40)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedBreaksTheSameSensors() {
        assertThat(messages(3)).isEqualTo(messages(3)).isNotEqualTo(messages(4));
    }

    private static List<FaultySensors.Sent> messages(long seed) {
        var sensors = new FaultySensors(seed, 1_000, NOON);
        return Stream.generate(sensors::next).limit(1_000).toList();
    }
}
