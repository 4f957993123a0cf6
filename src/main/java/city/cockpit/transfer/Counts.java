package city.cockpit.transfer;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the values of a file so far, or would become of them. Each value counts once: values = stored + repeats +
 * refused; a conflict is refused. What is empty is no value.
 *
 * @param lines read so far, without the header
 * @param bytes of the file that hold them
 * @param stored new readings
 * @param repeats of a reading that is there already, or that stands further up
 * @param refused by reason
 * @param empty cells without a value
 * @param uncertain of those that would be stored: so many may be repeats of lines further up, which only storing shows
 * @param flagged of the new readings: stored, and not believed
 */
public record Counts(
        long lines,
        long bytes,
        long stored,
        long repeats,
        Map<Refusal, Long> refused,
        long empty,
        long uncertain,
        long flagged) {

    static final Counts NONE = new Counts(0, 0, 0, 0, Map.of(), 0, 0, 0);

    public Counts {
        refused = Map.copyOf(refused);
    }

    /** Values that are not stored, for whatever reason. */
    public long allRefused() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    public long values() {
        return stored + repeats + allRefused();
    }

    Counts plus(Counts more) {
        var reasons = new EnumMap<Refusal, Long>(Refusal.class);
        reasons.putAll(refused);
        more.refused.forEach((reason, times) -> reasons.merge(reason, times, Long::sum));
        return new Counts(
                lines + more.lines,
                Math.max(bytes, more.bytes),
                stored + more.stored,
                repeats + more.repeats,
                reasons,
                empty + more.empty,
                uncertain + more.uncertain,
                flagged + more.flagged);
    }
}
