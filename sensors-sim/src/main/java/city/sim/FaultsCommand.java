package city.sim;

import city.sim.Simulator.Failure;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerException;
import city.sim.faults.Fault;
import city.sim.faults.FaultySensors;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "faults",
        description = "Publishes broken messages of the demo city's sensors among good ones and counts them by kind.",
        mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

    private static final int MOST = 1_000_000;

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(names = "--count", paramLabel = "N", defaultValue = "100", description = "Messages (${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Which faults (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws Failure {
        if (count < 1 || count > MOST) throw broker.problem("--count is a number from 1 to %d.".formatted(MOST));
        var sensors = new FaultySensors(seed, count, Clock.systemUTC().instant());
        var acknowledged = 0L;
        var sentByFault = new EnumMap<Fault, Integer>(Fault.class);
        try (var connection =
                BrokerConnection.open(broker.address(), BrokerConnection.uniqueId("faults"), Optional.empty())) {
            for (int i = 0; i < count; i++) {
                var sent = sensors.next();
                connection.send(sent.topic(), sent.payload());
                sentByFault.merge(sent.fault(), 1, Integer::sum);
            }
            connection.drain();
            acknowledged = connection.acknowledged();
        } catch (BrokerException e) {
            throw Failure.of(e);
        }
        var out = Simulator.out(Options.given(command));
        sentByFault.forEach((fault, messages) -> out.printf("%-17s %7d%n", fault, messages));
        if (acknowledged < count)
            throw new Failure("The broker took only %d of %d messages.".formatted(acknowledged, count));
        return 0;
    }
}
