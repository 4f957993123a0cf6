package city.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.sim.broker.BrokerConnection;
import city.sim.broker.OwnBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReplayTests {

    private static final Instant BEGIN = Instant.parse("2023-06-05T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aReplayWhoseBrokerGoesAwayIsNotComplete() throws Exception {
        var replay = new Replay(hour(), OptionalDouble.of(120), false, InstantSource.system());
        var broker = OwnBroker.start(folder.resolve("broker"), OwnBroker.freePort());
        try (var connection = BrokerConnection.open(broker.address(), "sim-replay", Optional.empty())) {
            Callable<Replay.Summary> task = () -> replay.to(connection);
            var running = new FutureTask<>(task);
            Thread.ofVirtual().start(running);
            await().atMost(Duration.ofSeconds(20)).until(() -> connection.acknowledged() > 50);
            broker.close();

            var summary = running.get();
            assertThat(summary.isComplete()).isFalse();
            assertThat(summary.failure()).isPresent();
            assertThat(summary.messages() - summary.unacknowledged()).isEqualTo(connection.acknowledged());
            assertThat(summary.lines()).isLessThan(3_600);
        }
    }

    private Recording hour() throws Exception {
        var lines = IntStream.range(0, 3_600)
                .mapToObj(second -> BEGIN.plusSeconds(second) + "," + second)
                .collect(Collectors.joining("\n", "t,v\n", "\n"));
        return Recording.open(
                Files.writeString(folder.resolve("hour.csv"), lines),
                Files.writeString(folder.resolve("mapping"), "time = t\nsensor = air-1\nvalue.v = pm10\n"));
    }
}
