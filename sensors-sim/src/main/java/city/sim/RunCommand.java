package city.sim;

import city.sim.Told.UnusableStateException;
import city.sim.story.Story;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description =
                "Is the sensors of the demo city: fills in the last 30 days, then reports live until it is stopped.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private static final long USUAL_SEED = 1;
    private static final int HIGHEST_RATE = 50;

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Which of many possible cities (usually 1).")
    private @Nullable Long seed;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Remembers what is published, so that a later run fills only the gap.")
    private @Nullable Path state;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1",
            description = "Report N times as often as the sensors are set to (1 to 50); times stay true.")
    private int rate;

    @Override
    public Integer call() throws Simulator.Failure, InterruptedException {
        if (rate < 1 || rate > HIGHEST_RATE) throw broker.problem("--rate is a number from 1 to 50.");
        var told = told();
        var fleet = new SensorFleet(
                broker.address(),
                Story.of(told.seed()),
                told,
                rate,
                Clock.systemUTC(),
                line -> Simulator.out(Options.given(command)).println(line));
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "stop"));
        fleet.run();
        return 0;
    }

    private Told told() {
        var wantedSeed = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
        if (state == null) return Told.inMemory(wantedSeed.orElse(USUAL_SEED));
        try {
            return Told.in(state, wantedSeed, USUAL_SEED);
        } catch (UnusableStateException e) {
            throw broker.problem(e.getMessage());
        }
    }
}
