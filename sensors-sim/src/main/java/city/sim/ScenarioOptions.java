package city.sim;

import city.sim.nature.Happenings;
import city.sim.scenario.Scenario;
import city.sim.story.Story;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What happens to the demo city. */
final class ScenarioOptions {

    /** Nobody is to wait for what a scenario does: the first report of the slowest sensor already tells of it. */
    private static final Duration SLOWEST = Duration.ofMinutes(15);

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "Something happens: storm, market-day, power-cut, flood or gateway-failure.")
    private @Nullable String scenario;

    @Option(
            names = "--scenario-start",
            paramLabel = "TIME",
            description = "When it begins, such as 2026-05-05T12:00:00Z (usually a quarter of an hour ago).")
    private @Nullable String start;

    /** Throws ParameterException for a scenario or a time that there is not. */
    Story story(long seed, InstantSource clock) {
        return Story.of(seed, happenings(clock));
    }

    private Happenings happenings(InstantSource clock) {
        if (scenario == null) {
            if (start != null) throw problem("--scenario-start needs a --scenario.");
            return Happenings.NONE;
        }
        return Scenario.find(scenario)
                .orElseThrow(
                        () -> problem("There is no scenario '%s'; there are: %s.".formatted(scenario, Scenario.keys())))
                .from(start == null ? clock.instant().minus(SLOWEST) : time(start));
    }

    private Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw problem("--scenario-start is a time such as 2026-05-05T12:00:00Z, not '%s'.".formatted(text));
        }
    }

    private ParameterException problem(String sentence) {
        return new ParameterException(Options.given(command).commandLine(), sentence);
    }
}
