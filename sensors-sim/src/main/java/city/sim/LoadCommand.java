package city.sim;

import city.sim.Simulator.Failure;
import city.sim.bench.Load;
import city.sim.bench.Load.Speaker;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerException;
import city.sim.nature.DemoCity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        description = "Publishes good messages at a steady rate, to this machine unless told otherwise.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    private static final int HIGHEST_RATE = 50_000;
    private static final int LONGEST_SECONDS = 3_600;

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(names = "--rate", required = true, paramLabel = "N", description = "Messages a second (1 to 50000).")
    private int rate;

    @Option(names = "--seconds", required = true, paramLabel = "N", description = "How long (1 to 3600).")
    private int seconds;

    @Option(
            names = "--sensor",
            paramLabel = "NAME",
            description = "A weather station that says it, also several times (usually every sensor of the demo city).")
    private List<String> sensors = List.of();

    @Option(
            names = "--values",
            paramLabel = "N",
            defaultValue = "1",
            description = "Values a message of those stations (1 to 6).")
    private int values;

    @Option(names = "--allow-remote", description = "Load a broker on another machine.")
    private boolean remoteAllowed;

    @Override
    public Integer call() throws Failure, InterruptedException {
        check("--rate", rate, HIGHEST_RATE);
        check("--seconds", seconds, LONGEST_SECONDS);
        check("--values", values, Load.PROPERTIES.size());
        var address = broker.address();
        if (!remoteAllowed && !address.isLoopback())
            throw broker.problem("%s is not this machine: add --allow-remote if it is yours.".formatted(address));
        var load = new Load(speakers(), OptionalInt.of(rate), Clock.systemUTC());
        try (var connection = BrokerConnection.open(address, BrokerConnection.uniqueId("load"), Optional.empty())) {
            var result = load.on(connection, Duration.ofSeconds(seconds));
            Simulator.out(Options.given(command))
                    .printf(
                            "%d messages sent, %d acknowledged, %.0f a second%n",
                            result.messages(), result.acknowledged(), result.messagesPerSecond());
            return result.acknowledged() == result.messages() ? 0 : 1;
        } catch (BrokerException e) {
            throw Failure.of(e);
        }
    }

    /** What the demo city's sensors say stays as it is at the beginning: to make it up anew would be a load of its own. */
    private List<Speaker> speakers() {
        if (!sensors.isEmpty())
            return sensors.stream()
                    .map(sensor -> Speaker.ofWeather(sensor, values))
                    .toList();
        var city = new DemoCity(1);
        var now = Clock.systemUTC().instant();
        return DemoCity.sensors().stream()
                .map(sensor -> {
                    var said = city.values(sensor, now);
                    return new Speaker(sensor.name(), number -> said);
                })
                .toList();
    }

    private void check(String option, int number, int highest) {
        if (number < 1 || number > highest)
            throw broker.problem("%s is a number from 1 to %d.".formatted(option, highest));
    }
}
