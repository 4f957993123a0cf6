package city.cockpit.planning;

import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Indicator.Target;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/** The fields of an indicator. */
final class IndicatorForm {

    private IndicatorForm() {}

    static Function<ItemId, Optional<Item>> of(
            Fields fields, PlanForm.Head head, Optional<Indicator> before, boolean isSaved, SensorChoice sensors) {
        var definition =
                fields.area("edit.definition", before.map(Indicator::definition).orElse(""));
        var unit = fields.text("edit.unit", before.map(Indicator::unit).orElse(""));
        var decimals = fields.number(
                "edit.decimals",
                OptionalDouble.of(before.map(Indicator::decimals).orElse(0)));
        var direction = fields.choice(
                "edit.direction",
                "strategy.direction.",
                Indicator.Direction.values(),
                before.map(Indicator::direction).orElse(Indicator.Direction.LOWER));
        var frequency = fields.choice(
                "edit.frequency",
                "strategy.frequency.",
                Indicator.Frequency.values(),
                before.map(Indicator::frequency).orElse(Indicator.Frequency.YEARLY));
        var category = fields.choice(
                "edit.category",
                "strategy.category.",
                Indicator.Category.values(),
                before.map(Indicator::category).orElse(Indicator.Category.OUTCOME));
        var way = way(fields, before, isSaved, sensors.today());
        var waypoints = fields.rows(
                "edit.waypoints",
                "edit.waypoints.one",
                before.map(Indicator::waypoints).orElse(List.of()),
                IndicatorForm::waypoint);
        var binding = BindingFields.of(fields, before.flatMap(Indicator::binding), sensors);
        var entries = fields.rows(
                "edit.entries",
                "edit.entries.one",
                before.map(Indicator::entries).orElse(List.of()),
                IndicatorForm::entry);
        var comparisons = fields.rows(
                "edit.comparisons",
                "edit.comparisons.one",
                before.map(Indicator::comparisons).orElse(List.of()),
                IndicatorForm::comparison);
        return id -> {
            var made = way.get();
            return Optional.of(new Indicator(
                    id,
                    head.name(),
                    head.circle(),
                    Fields.value(definition),
                    Fields.value(unit),
                    (int) Math.clamp(Fields.value(decimals).orElse(0), 0, 6),
                    direction.getValue(),
                    made.baseline(),
                    made.target(),
                    made.formerTargets(),
                    waypoints.read(),
                    frequency.getValue(),
                    category.getValue(),
                    binding.get(),
                    entries.read(),
                    comparisons.read()));
        };
    }

    /** From where to where. */
    private record Way(
            Optional<Indicator.Baseline> baseline,
            Optional<Target> target,
            List<Indicator.FormerTarget> formerTargets) {}

    private static Supplier<Way> way(Fields fields, Optional<Indicator> before, boolean isSaved, LocalDate today) {
        fields.group("edit.way");
        var start = before.flatMap(Indicator::baseline);
        var baseline = fields.number(
                "edit.baseline",
                start.isPresent() ? OptionalDouble.of(start.get().value()) : OptionalDouble.empty());
        var baselineDate = fields.day("edit.baseline.date", start.map(Indicator.Baseline::date));
        var promised = before.flatMap(Indicator::target);
        var target = targetFields(fields, promised, true);
        var changedOn = fields.day("edit.target.changed", promised.map(one -> today));
        var changedWhy = fields.text("edit.target.why", "");
        changedWhy.setHelperText(fields.words().text("edit.target.why.help"));
        changedOn.setVisible(isSaved && promised.isPresent());
        changedWhy.setVisible(isSaved && promised.isPresent());
        var former = fields.rows(
                "edit.former",
                "edit.former.one",
                before.map(Indicator::formerTargets).orElse(List.of()),
                IndicatorForm::former);
        return () -> {
            var formerTargets = former.read();
            var next = target.get();
            if (promised.isPresent()
                    && !next.equals(promised)
                    && !changedWhy.getValue().isBlank()
                    && fields.needs(changedOn)) {
                formerTargets = new ArrayList<>(formerTargets);
                formerTargets.add(
                        new Indicator.FormerTarget(promised.get(), changedOn.getValue(), Fields.value(changedWhy)));
            }
            Optional<Indicator.Baseline> from = Optional.empty();
            if (!baseline.isEmpty() || !baselineDate.isEmpty())
                if (fields.needs(baseline, baselineDate))
                    from = Optional.of(new Indicator.Baseline(baseline.getValue(), baselineDate.getValue()));
            return new Way(from, next, formerTargets);
        };
    }

    /** A target is a value and a date; who gives only one of them is asked for the other. */
    private static Supplier<Optional<Target>> targetFields(Fields fields, Optional<Target> before, boolean mayBeEmpty) {
        var value = fields.number(
                "edit.target",
                before.isPresent() ? OptionalDouble.of(before.get().value()) : OptionalDouble.empty());
        var upTo = fields.number("edit.up-to", before.map(Target::upTo).orElse(OptionalDouble.empty()));
        upTo.setHelperText(fields.words().text("edit.up-to.help"));
        var date = fields.day("edit.target.date", before.map(Target::date));
        var source =
                fields.text("edit.target.source", before.map(Target::source).orElse(""));
        return () -> {
            if (mayBeEmpty && value.isEmpty() && date.isEmpty() && upTo.isEmpty()) return Optional.empty();
            if (!fields.needs(value, date)) return Optional.empty();
            return Optional.of(new Target(value.getValue(), Fields.value(upTo), date.getValue(), Fields.value(source)));
        };
    }

    private static Fields.Row<Indicator.FormerTarget> former(Fields fields, Optional<Indicator.FormerTarget> value) {
        var target = targetFields(fields, value.map(Indicator.FormerTarget::target), false);
        var on = fields.day("edit.former.on", value.map(Indicator.FormerTarget::replacedOn));
        var reason = fields.text(
                "field.reason", value.map(Indicator.FormerTarget::reason).orElse(""));
        return () -> {
            var former = target.get();
            return former.isPresent() && fields.needs(on)
                    ? Optional.of(new Indicator.FormerTarget(former.get(), on.getValue(), Fields.value(reason)))
                    : Optional.empty();
        };
    }

    private static Fields.Row<Indicator.Waypoint> waypoint(Fields fields, Optional<Indicator.Waypoint> value) {
        var date = fields.day("edit.waypoint.date", value.map(Indicator.Waypoint::date));
        var share = fields.number("edit.waypoint.share", Fields.percent(value.map(Indicator.Waypoint::share)));
        return () -> fields.needs(date, share)
                ? Optional.of(new Indicator.Waypoint(date.getValue(), share.getValue() / 100))
                : Optional.empty();
    }

    private static Fields.Row<Indicator.Entry> entry(Fields fields, Optional<Indicator.Entry> value) {
        var from = fields.day("edit.entry.from", value.map(Indicator.Entry::from));
        var to = fields.day("edit.entry.to", value.map(Indicator.Entry::to));
        var amount = fields.number(
                "planning.values.value",
                value.isPresent() ? OptionalDouble.of(value.get().value()) : OptionalDouble.empty());
        var estimated = fields.check(
                "strategy.origin.ESTIMATED",
                value.map(Indicator.Entry::estimated).orElse(false));
        var source = fields.text(
                "planning.values.source", value.map(Indicator.Entry::source).orElse(""));
        return () -> fields.needs(from, to, amount)
                ? Optional.of(new Indicator.Entry(
                        from.getValue(), to.getValue(), amount.getValue(), estimated.getValue(), Fields.value(source)))
                : Optional.empty();
    }

    private static Fields.Row<Indicator.Comparison> comparison(Fields fields, Optional<Indicator.Comparison> value) {
        var title = fields.text(
                "edit.comparison", value.map(Indicator.Comparison::title).orElse(""));
        var amount = fields.number(
                "planning.values.value",
                value.isPresent() ? OptionalDouble.of(value.get().value()) : OptionalDouble.empty());
        var source = fields.text(
                "planning.values.source",
                value.map(Indicator.Comparison::source).orElse(""));
        return () -> fields.needs(title, amount)
                ? Optional.of(new Indicator.Comparison(Fields.value(title), amount.getValue(), Fields.value(source)))
                : Optional.empty();
    }
}
