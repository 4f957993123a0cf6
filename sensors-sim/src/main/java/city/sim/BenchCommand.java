package city.sim;

import city.sim.Simulator.Failure;
import city.sim.bench.IngestBench;
import city.sim.bench.StartBench;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description = "Measures a packaged cockpit on a temporary data folder.",
        subcommands = {BenchCommand.Start.class, BenchCommand.Ingest.class},
        mixinStandardHelpOptions = true)
final class BenchCommand {

    private static final int LONGEST_SECONDS = 600;

    @Command(
            name = "start",
            description = "Seconds from the start of the process to the first page, first and later.",
            mixinStandardHelpOptions = true)
    static final class Start implements Callable<Integer> {

        @Mixin
        private BenchedCockpit cockpit = new BenchedCockpit();

        @Override
        public Integer call() throws Failure, InterruptedException {
            cockpit.report(new StartBench(cockpit.jar())::run);
            return 0;
        }
    }

    @Command(
            name = "ingest",
            description = "Messages stored per second at full speed, with 1 and with 3 values a message.",
            mixinStandardHelpOptions = true)
    static final class Ingest implements Callable<Integer> {

        @Mixin
        private BenchedCockpit cockpit = new BenchedCockpit();

        @Option(
                names = "--seconds",
                paramLabel = "N",
                defaultValue = "10",
                description = "How long to publish each time (1 to 600, usually 10).")
        private int seconds;

        @Override
        public Integer call() throws Failure, InterruptedException {
            if (seconds < 1 || seconds > LONGEST_SECONDS)
                throw cockpit.problem("--seconds is a number from 1 to %d.".formatted(LONGEST_SECONDS));
            cockpit.report(new IngestBench(cockpit.jar(), Duration.ofSeconds(seconds))::run);
            return 0;
        }
    }
}
