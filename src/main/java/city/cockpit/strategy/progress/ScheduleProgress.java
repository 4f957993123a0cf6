package city.cockpit.strategy.progress;

import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Measure.Milestone;
import city.cockpit.strategy.progress.Reckoning.Input;
import city.cockpit.strategy.progress.Reckoning.Name;
import city.cockpit.strategy.progress.Reckoning.Rule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a measure keeps to its time.
 *
 * @param planned weight of the milestones that are due, of all; empty without milestones
 * @param done weight of the milestones that are done, of all; empty without milestones
 * @param index done by planned; empty while nothing is due
 * @param slipDays by how many days its end is expected later than planned, negative if earlier; empty without both dates
 */
public record ScheduleProgress(
        Light light,
        OptionalDouble planned,
        OptionalDouble done,
        OptionalDouble index,
        OptionalLong slipDays,
        Reckoning reckoning) {

    static final double GREEN = 0.95;
    static final double AMBER = 0.80;

    static ScheduleProgress of(Measure measure, LocalDate today) {
        var all = measure.milestones().stream().mapToDouble(Milestone::weight).sum();
        var due = measure.milestones().stream()
                .filter(one -> one.due().filter(day -> !day.isAfter(today)).isPresent())
                .mapToDouble(Milestone::weight)
                .sum();
        var done = doneWeight(measure, today);
        var index = due > 0 ? OptionalDouble.of(done / due) : OptionalDouble.empty();
        var slip = slip(measure.schedule());
        var inputs = new ArrayList<Input>();
        inputs.add(new Input.Amount(Name.WEIGHT_DONE, done, ""));
        inputs.add(new Input.Amount(Name.WEIGHT_DUE, due, ""));
        inputs.add(new Input.Amount(Name.WEIGHT_ALL, all, ""));
        index.ifPresent(one -> inputs.add(new Input.Share(Name.INDEX, one)));
        slip.ifPresent(days -> inputs.add(new Input.Count(Name.SLIP_DAYS, days)));
        inputs.add(new Input.Day(Name.TODAY, today));
        return new ScheduleProgress(
                light(index),
                all > 0 ? OptionalDouble.of(due / all) : OptionalDouble.empty(),
                all > 0 ? OptionalDouble.of(done / all) : OptionalDouble.empty(),
                index,
                slip,
                new Reckoning(Rule.SCHEDULE, inputs));
    }

    static double doneWeight(Measure measure, LocalDate today) {
        return measure.milestones().stream()
                .filter(one -> one.done().filter(day -> !day.isAfter(today)).isPresent())
                .mapToDouble(Milestone::weight)
                .sum();
    }

    private static Light light(OptionalDouble index) {
        if (index.isEmpty()) return Light.NONE;
        if (index.getAsDouble() >= GREEN - 1e-9) return Light.GREEN;
        return index.getAsDouble() >= AMBER - 1e-9 ? Light.AMBER : Light.RED;
    }

    private static OptionalLong slip(Measure.Schedule schedule) {
        var end = schedule.actualEnd().or(schedule::forecastEnd);
        if (schedule.plannedEnd().isEmpty() || end.isEmpty()) return OptionalLong.empty();
        return OptionalLong.of(ChronoUnit.DAYS.between(schedule.plannedEnd().get(), end.get()));
    }

    /** The texts are {@code strategy.light.NAME}. */
    public enum Light {
        GREEN,
        AMBER,
        RED,
        /** Nothing to judge by. */
        NONE
    }
}
