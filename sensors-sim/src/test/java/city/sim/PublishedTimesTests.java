package city.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.sim.PublishedTimes.UnusableStateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedTimesTests {

    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLaterRunGoesOnWhereTheLastOneEnded() throws Exception {
        var file = folder.resolve("new folder").resolve("state");
        var first = PublishedTimes.in(file, OptionalLong.of(7), 1);
        assertThat(first.last("uv-rathaus")).isEqualTo(Instant.EPOCH);
        first.published("uv-rathaus", NOON);
        first.save();

        var second = PublishedTimes.in(file, OptionalLong.empty(), 1);
        assertThat(second.seed()).isEqualTo(7);
        assertThat(second.last("uv-rathaus")).isEqualTo(NOON);
        assertThat(file.resolveSibling("state.new")).doesNotExist();
    }

    @Test
    void anotherSeedDoesNotContinueTheSameCity() throws Exception {
        var file = folder.resolve("state");
        PublishedTimes.in(file, OptionalLong.of(7), 1).save();
        assertThatThrownBy(() -> PublishedTimes.in(file, OptionalLong.of(8), 1))
                .isInstanceOf(UnusableStateException.class)
                .hasMessage(
                        "The state file '%s' belongs to seed 7: leave --seed away or choose another --state.", file);
    }

    @Test
    void aFileOfSomebodyElseIsLeftAlone() throws Exception {
        var file = Files.writeString(folder.resolve("notes"), "milk\n");
        assertThatThrownBy(() -> PublishedTimes.in(file, OptionalLong.empty(), 1))
                .isInstanceOf(UnusableStateException.class)
                .hasMessage("The state file '%s' is none of a simulator.", file);
        assertThat(file).hasContent("milk");
    }
}
