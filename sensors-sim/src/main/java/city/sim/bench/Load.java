package city.sim.bench;

import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerException;
import city.sim.broker.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongFunction;

/**
 * Good messages at a steady rate or as fast as they are taken, in turn from each of the speakers. Every message has a time
 * of its own. To be used by one thread.
 */
public final class Load {

    /** What a loaded sensor observes, with values that every check lets pass. */
    public static final List<String> PROPERTIES =
            List.of("temperature", "humidity", "pressure", "wind_speed", "wind_direction", "precipitation");

    private static final List<Integer> USUAL_VALUES = List.of(12, 60, 1013, 3, 220, 1);

    /**
     * A sensor under load.
     *
     * @param values what its message of that number says, by property
     */
    public record Speaker(String sensor, LongFunction<Map<String, BigDecimal>> values) {

        /** A sensor that says the first so many of {@link #PROPERTIES}. */
        public static Speaker ofWeather(String sensor, int values) {
            return new Speaker(sensor, number -> weather(values, number));
        }
    }

    /** What was sent, and what the broker has acknowledged of it. */
    public record Result(long messages, long acknowledged, Duration duration) {

        public double messagesPerSecond() {
            return messages / (duration.toNanos() / 1e9);
        }
    }

    private final List<Speaker> speakers;
    private final OptionalInt messagesPerSecond;
    private final InstantSource clock;
    private Instant lastTime = Instant.EPOCH;

    /** @param messagesPerSecond empty for as fast as possible */
    public Load(List<Speaker> speakers, OptionalInt messagesPerSecond, InstantSource clock) {
        this.speakers = List.copyOf(speakers);
        this.messagesPerSecond = messagesPerSecond;
        this.clock = clock;
    }

    /** Publishes for so long and then waits until everything is acknowledged. */
    public Result on(BrokerConnection connection, Duration duration) throws BrokerException, InterruptedException {
        var before = connection.acknowledged();
        var start = System.nanoTime();
        var sent = 0L;
        while (System.nanoTime() - start < duration.toNanos()) {
            awaitTurn(sent, start);
            var message = message(sent);
            connection.send(message.topic(), message.payload());
            sent++;
        }
        connection.drain();
        return new Result(sent, connection.acknowledged() - before, Duration.ofNanos(System.nanoTime() - start));
    }

    private void awaitTurn(long sent, long start) throws InterruptedException {
        if (messagesPerSecond.isEmpty()) return;
        var ahead = sent * 1_000_000_000L / messagesPerSecond.getAsInt() - (System.nanoTime() - start);
        if (ahead > 0) Thread.sleep(Duration.ofNanos(ahead));
    }

    private Message message(long number) {
        var speaker = speakers.get((int) (number % speakers.size()));
        return new Message(speaker.sensor(), newTime(), speaker.values().apply(number));
    }

    private static Map<String, BigDecimal> weather(int values, long number) {
        var change = BigDecimal.valueOf(number % 50, 1);
        var numbers = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < values; i++)
            numbers.put(
                    PROPERTIES.get(i), BigDecimal.valueOf(USUAL_VALUES.get(i)).add(change));
        return numbers;
    }

    /** Now, but never the same microsecond twice, which is what databases distinguish. */
    private Instant newTime() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        lastTime = now.isAfter(lastTime) ? now : lastTime.plus(1, ChronoUnit.MICROS);
        return lastTime;
    }
}
