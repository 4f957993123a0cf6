package city.sim.faults;

import city.sim.broker.Message;
import city.sim.nature.DemoCity;
import city.sim.nature.Sensor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Messages of the demo city, about half of them with a fault. The same seed and end tell the same messages in the same
 * order. Not safe for several threads.
 */
public final class FaultySensors {

    /** A message with what is wrong about it. Compared by its content, which is never changed. */
    public record Sent(Fault fault, String topic, String text, boolean isBinary) {

        /** What goes over the wire. */
        public byte[] payload() {
            return text.getBytes(isBinary ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }
    }

    /** Below the packet size that a cockpit admits, above what it lets a sensor say. */
    private static final int HUGE_CHARACTERS = 100_000;

    private static final int DEPTH = 2_000;
    private static final int REMEMBERED = 1_000;

    private final SplittableRandom random;
    private final DemoCity city;
    private final List<Message> earlier = new ArrayList<>();
    private Instant time;

    /** @param count messages to come; each good one has a time of its own, the last ones shortly before {@code end} */
    public FaultySensors(long seed, int count, Instant end) {
        this.random = new SplittableRandom(seed);
        this.city = new DemoCity(seed);
        this.time = Instant.ofEpochSecond(end.getEpochSecond()).minus(Duration.ofSeconds(count));
    }

    public Sent next() {
        time = time.plusSeconds(1);
        var message =
                good(DemoCity.sensors().get(random.nextInt(DemoCity.sensors().size())));
        var fault = random.nextBoolean() || earlier.isEmpty() ? Fault.NONE : anyFault();
        var sent = sent(fault, message);
        if (fault == Fault.NONE && earlier.size() < REMEMBERED) earlier.add(message);
        return sent;
    }

    private Fault anyFault() {
        var faults = Arrays.copyOfRange(Fault.values(), 1, Fault.values().length);
        return faults[random.nextInt(faults.length)];
    }

    private Message good(Sensor sensor) {
        return new Message(sensor.name(), time, city.values(sensor, time));
    }

    private Sent sent(Fault fault, Message message) {
        return switch (fault) {
            case NONE -> text(fault, message);
            case REPEAT -> text(fault, anEarlierOne());
            case CONFLICT -> text(fault, withOtherValues(anEarlierOne()));
            case TRUNCATED -> {
                var text = json(message);
                yield text(fault, message.topic(), text.substring(0, 1 + random.nextInt(text.length() - 1)));
            }
            case WRONG_TYPE ->
                text(
                        fault,
                        message.topic(),
                        "{\"time\":\"" + message.time() + "\",\"values\":{\"" + firstProperty(message)
                                + "\":\"many\"}}");
            case BINARY -> new Sent(fault, message.topic(), "\u0000\u00ff\u00fe\u0080\u00c3(", true);
            case NESTED -> text(fault, message.topic(), "[".repeat(DEPTH) + "]".repeat(DEPTH));
            case HUGE -> text(fault, message.topic(), "{\"note\":\"" + "x".repeat(HUGE_CHARACTERS) + "\"}");
            case UNKNOWN_SENSOR -> text(fault, new Message("stranger-" + random.nextInt(100), time, message.values()));
            case UNKNOWN_PROPERTY ->
                text(fault, new Message(message.sensor(), time, Map.of("happiness", BigDecimal.TEN)));
            case FUTURE -> text(fault, new Message(message.sensor(), time.plus(Duration.ofDays(2)), message.values()));
            case IMPOSSIBLE ->
                text(
                        fault,
                        new Message(message.sensor(), time, Map.of(firstProperty(message), new BigDecimal("-1e9"))));
            case WRONG_TOPIC -> text(fault, message.topic() + "/inner/life", json(message));
        };
    }

    private Message anEarlierOne() {
        return earlier.get(random.nextInt(earlier.size()));
    }

    private static Message withOtherValues(Message message) {
        var property = firstProperty(message);
        return new Message(
                message.sensor(),
                message.time(),
                Map.of(
                        property,
                        message.values().getOrDefault(property, BigDecimal.ZERO).add(BigDecimal.ONE)));
    }

    private static String firstProperty(Message message) {
        return message.values().keySet().iterator().next();
    }

    private static String json(Message message) {
        return new String(message.payload(), StandardCharsets.UTF_8);
    }

    private static Sent text(Fault fault, Message message) {
        return text(fault, message.topic(), json(message));
    }

    private static Sent text(Fault fault, String topic, String text) {
        return new Sent(fault, topic, text, false);
    }
}
