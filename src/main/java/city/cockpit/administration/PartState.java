package city.cockpit.administration;

import java.util.List;

/**
 * How a part does and what can be said about it.
 *
 * @param sentence key of the sentence in the resource bundles
 * @param values for the sentence: {@link java.time.Instant}, {@link Bytes},
 *     {@link city.cockpit.mqtt.ConnectionFailure} or whole numbers, which are put into words for the reader, or texts
 */
record PartState(Part part, Condition condition, String sentence, List<Object> values) {

    /** A size on a disk. */
    record Bytes(long count) {}

    PartState {
        values = List.copyOf(values);
    }

    static PartState of(Part part, Condition condition, String sentence, Object... values) {
        return new PartState(part, condition, sentence, List.of(values));
    }
}
