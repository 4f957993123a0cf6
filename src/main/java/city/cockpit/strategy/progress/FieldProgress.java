package city.cockpit.strategy.progress;

import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Measure.Status;
import city.cockpit.strategy.progress.Reckoning.Input;
import city.cockpit.strategy.progress.Reckoning.Name;
import city.cockpit.strategy.progress.Reckoning.Rule;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How far several measures are together: of a field of action, or all that the town has decided on. Never a score of the
 * strategy: it says how much is done, not whether it helped.
 *
 * @param share mean of the measures that count, by their weight; empty if none does
 * @param unknown how many nobody knows anything about; they are left out of the mean
 * @param discontinued how many were given up; they are left out of the mean
 * @param byStatus how many measures of each status there are; none where there is none
 */
public record FieldProgress(
        OptionalDouble share, long unknown, long discontinued, Map<Status, Long> byStatus, Reckoning reckoning) {

    public FieldProgress {
        byStatus = Map.copyOf(byStatus);
    }

    /** Of all measures of a field of action. */
    public static FieldProgress of(Collection<MeasureProgress> measures) {
        return of(measures, Rule.FIELD);
    }

    /** Of the measures, whatever their field, that the town has decided on and does, or did. */
    public static FieldProgress implementation(Collection<MeasureProgress> measures) {
        return of(
                measures.stream()
                        .filter(one -> one.measure().standing().status().isBeingImplemented())
                        .toList(),
                Rule.IMPLEMENTATION);
    }

    /** Whether half of what was decided is done: the surveys call that far advanced. */
    public boolean isFarAdvanced() {
        return share.orElse(0) >= 0.5;
    }

    private static FieldProgress of(Collection<MeasureProgress> measures, Rule rule) {
        var counted = measures.stream().filter(MeasureProgress::counts).toList();
        var weight = counted.stream().mapToDouble(one -> one.measure().weight()).sum();
        var done = counted.stream()
                .mapToDouble(one -> one.measure().weight() * one.share().orElseThrow())
                .sum();
        var discontinued =
                measures.stream().filter(one -> is(Status.DISCONTINUED, one)).count();
        var unknown = measures.size() - counted.size() - discontinued;
        return new FieldProgress(
                weight > 0 ? OptionalDouble.of(Attainment.clamp(done / weight)) : OptionalDouble.empty(),
                unknown,
                discontinued,
                byStatus(measures),
                new Reckoning(
                        rule,
                        List.of(
                                new Input.Count(Name.MEASURES, measures.size()),
                                new Input.Count(Name.MEASURES_COUNTED, counted.size()),
                                new Input.Count(Name.MEASURES_UNKNOWN, unknown),
                                new Input.Count(Name.MEASURES_DISCONTINUED, discontinued),
                                new Input.Amount(Name.WEIGHT_DONE, done, ""),
                                new Input.Amount(Name.WEIGHT_ALL, weight, ""))));
    }

    private static boolean is(Status status, MeasureProgress one) {
        return one.measure().standing().status() == status;
    }

    private static Map<Status, Long> byStatus(Collection<MeasureProgress> measures) {
        var counts = new EnumMap<Measure.Status, Long>(Measure.Status.class);
        for (var one : measures) counts.merge(one.measure().standing().status(), 1L, Long::sum);
        return counts;
    }
}
