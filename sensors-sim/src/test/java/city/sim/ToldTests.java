package city.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.sim.Stretches.Stretch;
import city.sim.Told.UnusableStateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldTests {

    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLaterRunKnowsHowFarForwardsAndHowFarBackTheLastOneGot() throws Exception {
        var file = folder.resolve("new folder").resolve("state");
        var lastWeek = new Stretch(NOON.minusSeconds(700_000), NOON.minusSeconds(600_000));
        var lately = new Stretch(NOON.minusSeconds(3_600), NOON);
        var first = Told.in(file, OptionalLong.of(7), 1);
        assertThat(first.of("uv-rathaus").front()).isEmpty();
        first.add("uv-rathaus", lately);
        first.add("uv-rathaus", lastWeek);
        first.save();

        var second = Told.in(file, OptionalLong.empty(), 1);
        assertThat(second.seed()).isEqualTo(7);
        assertThat(second.of("uv-rathaus").list()).containsExactly(lastWeek, lately);
        assertThat(file.resolveSibling("state.new")).doesNotExist();
    }

    @Test
    void anotherSeedDoesNotContinueTheSameCity() throws Exception {
        var file = folder.resolve("state");
        Told.in(file, OptionalLong.of(7), 1).save();
        assertThatThrownBy(() -> Told.in(file, OptionalLong.of(8), 1))
                .isInstanceOf(UnusableStateException.class)
                .hasMessage(
                        "The state file '%s' belongs to seed 7: leave --seed away or choose another --state.", file);
    }

    @Test
    void aFileOfSomebodyElseIsLeftAlone() throws Exception {
        var file = Files.writeString(folder.resolve("notes"), "milk\n");
        assertThatThrownBy(() -> Told.in(file, OptionalLong.empty(), 1))
                .isInstanceOf(UnusableStateException.class)
                .hasMessage("The state file '%s' is none of a simulator.", file);
        assertThat(file).hasContent("milk");
    }
}
