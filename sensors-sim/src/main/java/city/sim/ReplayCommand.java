package city.sim;

import city.sim.Simulator.Failure;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerException;
import city.sim.replay.Recording;
import city.sim.replay.Replay;
import city.sim.replay.UnusableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "replay", description = "Publishes recorded readings from a CSV file.", mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Parameters(paramLabel = "FILE", description = "The recording, with the names of its columns in the first line.")
    private @Nullable Path file;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "FILE",
            description = "Which column means what; see the examples in sensors-sim/replays.")
    private @Nullable Path mapping;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "N times as fast as it happened, or 'max' for as fast as the broker takes it.")
    private String speed = "1";

    @Option(names = "--shift-to-now", description = "Move all times so that the last reading happens now.")
    private boolean shiftToNow;

    @Override
    public Integer call() throws Failure, InterruptedException {
        var replay = new Replay(recording(), broker.speed(speed), shiftToNow, Clock.systemUTC());
        try (var connection =
                BrokerConnection.open(broker.address(), BrokerConnection.uniqueId("replay"), Optional.empty())) {
            var summary = replay.to(connection);
            report(summary);
            return summary.isComplete() ? 0 : 1;
        } catch (BrokerException e) {
            throw Failure.of(e);
        } catch (IOException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private Recording recording() {
        try {
            return Recording.open(Options.given(file), Options.given(mapping));
        } catch (UnusableFileException e) {
            throw broker.problem(e.getMessage());
        }
    }

    private void report(Replay.Summary summary) {
        var out = Simulator.out(Options.given(command));
        out.printf(
                "%d lines read: %d readings published in %d messages, %d lines without a value, %d lines refused%n",
                summary.lines(), summary.readings(), summary.messages(), summary.silent(), summary.refused());
        summary.firstRefused().forEach(line -> out.printf("  line %d: %s%n", line.number(), line.reason()));
        if (summary.refused() > Replay.LISTED) out.printf("  and %d more%n", summary.refused() - Replay.LISTED);
        if (summary.unacknowledged() > 0) out.printf("%d messages were not acknowledged%n", summary.unacknowledged());
        summary.failure().ifPresent(reason -> out.printf("ended early: %s%n", reason.getMessage()));
    }
}
