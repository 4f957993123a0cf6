package city.cockpit.planning;

import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The form of one item. Nothing is required but a title and what the item makes no sense without. */
final class ItemForm {

    private final Fields fields;
    private final TextField title;
    private final Function<ItemId, Optional<Item>> reader;

    private ItemForm(Fields fields, TextField title, Function<ItemId, Optional<Item>> reader) {
        this.fields = fields;
        this.title = title;
        this.reader = reader;
    }

    /** The texts are {@code edit.new.NAME} and {@code edit.kind.NAME}. */
    enum Kind {
        FIELD,
        GOAL,
        MEASURE,
        INDICATOR;

        static Optional<Kind> of(String address) {
            return Arrays.stream(values())
                    .filter(kind -> kind.address().equals(address))
                    .findFirst();
        }

        static Kind of(Item item) {
            return switch (item) {
                case FieldOfAction field -> FIELD;
                case Goal goal -> GOAL;
                case Measure measure -> MEASURE;
                case Indicator indicator -> INDICATOR;
            };
        }

        String address() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean fits(Item item) {
            return of(item) == this;
        }
    }

    static ItemForm of(Kind kind, Wording words, Strategy strategy, Optional<Item> item) {
        var fields = new Fields(words);
        fields.group("edit.about");
        var title = fields.text("edit.title", item.map(Item::title).orElse(""));
        title.setRequiredIndicatorVisible(true);
        title.addClassName("plan-whole");
        var seen = fields.choice(
                "edit.visibility",
                "strategy.visibility.",
                Visibility.values(),
                item.map(Item::visibility).orElse(Visibility.INTERNAL));
        return new ItemForm(
                fields,
                title,
                switch (kind) {
                    case FIELD -> field(fields, title, seen, item.map(FieldOfAction.class::cast));
                    case GOAL -> goal(fields, title, seen, strategy, item.map(Goal.class::cast));
                    case MEASURE -> measure(fields, title, seen, strategy, item.map(Measure.class::cast));
                    case INDICATOR -> indicator(fields, title, seen, item.map(Indicator.class::cast));
                });
    }

    Component component() {
        return fields.component();
    }

    String title() {
        return title.getValue().strip();
    }

    /** What stands in the form; empty if something is missing. */
    Optional<Item> read(ItemId id) {
        return title().isEmpty() ? Optional.empty() : reader.apply(id);
    }

    private static Function<ItemId, Optional<Item>> field(
            Fields fields, TextField title, Select<Visibility> seen, Optional<FieldOfAction> before) {
        var lead = fields.text("edit.lead", before.map(FieldOfAction::lead).orElse(""));
        return id -> Optional.of(
                new FieldOfAction(id, title.getValue().strip(), lead.getValue().strip(), seen.getValue()));
    }

    private static Function<ItemId, Optional<Item>> goal(
            Fields fields, TextField title, Select<Visibility> seen, Strategy strategy, Optional<Goal> before) {
        var field = fields.one("portfolio.field", strategy.fields(), before.map(Goal::field));
        var parent = fields.one(
                "edit.parent",
                strategy.goals().stream()
                        .filter(one -> before.filter(one::equals).isEmpty())
                        .toList(),
                before.flatMap(Goal::parent));
        var deadline = fields.day("edit.deadline", before.flatMap(Goal::deadline));
        var owner = fields.text("edit.owner", before.map(Goal::owner).orElse(""));
        var indicators = fields.several(
                "portfolio.indicators",
                strategy.indicators(),
                before.map(Goal::indicators).orElse(List.of()));
        return id -> field.getOptionalValue()
                .map(chosen -> new Goal(
                        id,
                        title.getValue().strip(),
                        seen.getValue(),
                        chosen.id(),
                        parent.getOptionalValue().map(Goal::id),
                        Fields.value(deadline),
                        owner.getValue().strip(),
                        Fields.ids(indicators)));
    }

    private static Function<ItemId, Optional<Item>> measure(
            Fields fields, TextField title, Select<Visibility> seen, Strategy strategy, Optional<Measure> existing) {
        var before = existing.orElseGet(() -> Measure.idea(new ItemId("neu"), "", new ItemId("neu")));
        var plain = fields.area("edit.plain", before.plainText());
        var status = fields.choice(
                "portfolio.status",
                "strategy.measure.",
                Measure.Status.values(),
                before.standing().status());
        var reason = fields.text("edit.reason", before.standing().reason());
        var decision = fields.area("planning.decision", before.decision());
        fields.group("planning.time.title");
        var schedule = before.schedule();
        var start = fields.day("timeline.start", schedule.start());
        var planned = fields.day("timeline.planned", schedule.plannedEnd());
        var forecast = fields.day("timeline.expected", schedule.forecastEnd());
        var actual = fields.day("edit.actual", schedule.actualEnd());
        var estimate = fields.number(
                "edit.estimate",
                before.estimate().isPresent()
                        ? OptionalDouble.of(100 * before.estimate().get().share())
                        : OptionalDouble.empty());
        var estimated = fields.day("edit.estimated", before.estimate().map(Measure.Estimate::on));
        var estimator = fields.text(
                "edit.estimator", before.estimate().map(Measure.Estimate::by).orElse(""));
        fields.group("edit.belongs");
        var ofFields = fields.several("portfolio.matrix", strategy.fields(), before.fields());
        var goals = fields.several("portfolio.goals", strategy.goals(), before.goals());
        var indicators = fields.several("portfolio.indicators", strategy.indicators(), before.indicators());
        var responsible = fields.text("edit.responsible", before.responsible());
        var deputy = fields.text("edit.deputy", before.deputy());
        var weight = fields.number("edit.weight", OptionalDouble.of(before.weight()));
        var lessons = fields.area("planning.learned", before.lessonsLearned());
        var transferable = fields.check("planning.transferable", before.transferable());
        var milestones = fields.rows(
                "edit.milestones",
                before.milestones(),
                (row, value) -> milestone(
                        row,
                        value.orElse(new Measure.Milestone(
                                "", Optional.empty(), Optional.empty(), Optional.empty(), 1, "", "", ""))));
        var budget = fields.rows("planning.money", before.budget(), ItemForm::budget);
        var partners = fields.rows(
                "edit.partners",
                before.partners(),
                (row, value) ->
                        partner(row, value.orElse(new Measure.Partner("", Measure.Partner.Part.PARTNER, "", false))));
        return id -> {
            var steps = milestones.read();
            var money = budget.read();
            var people = partners.read();
            if (steps.isEmpty() || money.isEmpty() || people.isEmpty()) return Optional.empty();
            return Optional.of(new Measure(
                    id,
                    title.getValue().strip(),
                    seen.getValue(),
                    plain.getValue().strip(),
                    new Measure.Standing(status.getValue(), reason.getValue().strip()),
                    new Measure.Schedule(
                            Fields.value(start), Fields.value(planned), Fields.value(forecast), Fields.value(actual)),
                    Fields.value(weight).orElse(1),
                    responsible.getValue().strip(),
                    deputy.getValue().strip(),
                    Fields.ids(ofFields),
                    Fields.ids(goals),
                    Fields.ids(indicators),
                    steps.get(),
                    Fields.value(estimate).isPresent()
                            ? Fields.value(estimated)
                                    .map(day -> new Measure.Estimate(
                                            Fields.value(estimate).getAsDouble() / 100,
                                            day,
                                            estimator.getValue().strip()))
                            : Optional.empty(),
                    money.get(),
                    before.resources(),
                    people.get(),
                    decision.getValue().strip(),
                    lessons.getValue().strip(),
                    transferable.getValue()));
        };
    }

    private static Fields.Row<Measure.Milestone> milestone(Fields fields, Measure.Milestone value) {
        var title = fields.text("planning.milestone", value.title());
        var due = fields.day("planning.milestone.due", value.due());
        var forecast = fields.day("planning.milestone.forecast", value.forecast());
        var done = fields.day("planning.milestone.done", value.done());
        var weight = fields.number("planning.milestone.weight", OptionalDouble.of(value.weight()));
        var acceptance = fields.text("edit.acceptance", value.acceptance());
        var evidence = fields.text("edit.evidence", value.evidence());
        var comment = fields.text("edit.comment", value.comment());
        return () -> title.getValue().isBlank()
                ? Optional.empty()
                : Optional.of(new Measure.Milestone(
                        title.getValue().strip(),
                        Fields.value(due),
                        Fields.value(forecast),
                        Fields.value(done),
                        Fields.value(weight).orElse(1),
                        acceptance.getValue().strip(),
                        evidence.getValue().strip(),
                        comment.getValue().strip()));
    }

    private static Fields.Row<Measure.BudgetLine> budget(Fields fields, Optional<Measure.BudgetLine> value) {
        var year = fields.number(
                "planning.money.year",
                value.isPresent() ? OptionalDouble.of(value.get().year()) : OptionalDouble.empty());
        var title = fields.text(
                "planning.money.what", value.map(Measure.BudgetLine::title).orElse(""));
        var planned = fields.number("edit.planned", euros(value.map(Measure.BudgetLine::planned)));
        var committed = fields.number("edit.committed", euros(value.map(Measure.BudgetLine::committed)));
        var spent = fields.number("edit.spent", euros(value.map(Measure.BudgetLine::spent)));
        return () -> Fields.value(year).isEmpty()
                ? Optional.empty()
                : Optional.of(new Measure.BudgetLine(
                        (int) Fields.value(year).getAsDouble(),
                        title.getValue().strip(),
                        Math.round(100 * Fields.value(planned).orElse(0)),
                        Math.round(100 * Fields.value(committed).orElse(0)),
                        Math.round(100 * Fields.value(spent).orElse(0))));
    }

    private static OptionalDouble euros(Optional<Long> cents) {
        return OptionalDouble.of(cents.orElse(0L) / 100.0);
    }

    private static Fields.Row<Measure.Partner> partner(Fields fields, Measure.Partner value) {
        var name = fields.text("edit.partner", value.name());
        var part = fields.choice("edit.part", "strategy.partner.", Measure.Partner.Part.values(), value.part());
        var contribution = fields.text("edit.contribution", value.contribution());
        var listed = fields.check("edit.listed", value.listed());
        return () -> name.getValue().isBlank()
                ? Optional.empty()
                : Optional.of(new Measure.Partner(
                        name.getValue().strip(),
                        part.getValue(),
                        contribution.getValue().strip(),
                        listed.getValue()));
    }

    private static Function<ItemId, Optional<Item>> indicator(
            Fields fields, TextField title, Select<Visibility> seen, Optional<Indicator> before) {
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
        fields.group("edit.way");
        var start = before.flatMap(Indicator::baseline);
        var baseline = fields.number(
                "edit.baseline",
                start.isPresent() ? OptionalDouble.of(start.get().value()) : OptionalDouble.empty());
        var baselineDate = fields.day("edit.baseline.date", start.map(Indicator.Baseline::date));
        var promised = before.flatMap(Indicator::target);
        var target = fields.number(
                "edit.target",
                promised.isPresent() ? OptionalDouble.of(promised.get().value()) : OptionalDouble.empty());
        var upTo =
                fields.number("edit.up-to", promised.map(Indicator.Target::upTo).orElse(OptionalDouble.empty()));
        var targetDate = fields.day("edit.target.date", promised.map(Indicator.Target::date));
        var source = fields.text(
                "edit.target.source", promised.map(Indicator.Target::source).orElse(""));
        var changedOn = fields.day("edit.target.changed", Optional.empty());
        var changedWhy = fields.text("edit.target.why", "");
        var sensors = binding(fields, before.flatMap(Indicator::binding));
        var entries = fields.rows("edit.entries", before.map(Indicator::entries).orElse(List.of()), ItemForm::entry);
        return id -> {
            var values = entries.read();
            var bound = sensors.read();
            if (values.isEmpty() || bound.isEmpty()) return Optional.empty();
            Optional<Indicator.Target> next = Fields.value(target).isPresent()
                    ? Fields.value(targetDate)
                            .map(day -> new Indicator.Target(
                                    Fields.value(target).getAsDouble(),
                                    Fields.value(upTo),
                                    day,
                                    source.getValue().strip()))
                    : Optional.empty();
            var plain = new Indicator(
                    id,
                    title.getValue().strip(),
                    seen.getValue(),
                    definition.getValue().strip(),
                    unit.getValue().strip(),
                    (int) Math.clamp(Fields.value(decimals).orElse(0), 0, 6),
                    direction.getValue(),
                    Fields.value(baseline).isPresent()
                            ? Fields.value(baselineDate)
                                    .map(day -> new Indicator.Baseline(
                                            Fields.value(baseline).getAsDouble(), day))
                            : Optional.empty(),
                    changedWhy.getValue().isBlank() ? next : promised,
                    before.map(Indicator::formerTargets).orElse(List.of()),
                    before.map(Indicator::waypoints).orElse(List.of()),
                    frequency.getValue(),
                    category.getValue(),
                    bound.get(),
                    values.get(),
                    before.map(Indicator::comparisons).orElse(List.of()));
            if (changedWhy.getValue().isBlank() || next.isEmpty() || next.equals(promised)) return Optional.of(plain);
            return Fields.value(changedOn)
                    .map(day -> plain.withTarget(
                            next.get(), day, changedWhy.getValue().strip()));
        };
    }

    private static Fields.Row<Optional<Binding>> binding(Fields fields, Optional<Binding> before) {
        fields.group("edit.sensors");
        var property =
                fields.text("edit.property", before.map(Binding::property).orElse(""));
        var sites = fields.text(
                "edit.sites", before.map(one -> String.join(", ", one.sites())).orElse(""));
        var aggregation = fields.choice(
                "planning.how.aggregation",
                "strategy.aggregation.",
                Binding.Aggregation.values(),
                before.map(Binding::aggregation).orElse(Binding.Aggregation.MEAN_OF_HOURLY_MEANS));
        var level = fields.number("edit.level", before.map(Binding::level).orElse(OptionalDouble.empty()));
        var area = fields.number("edit.area", before.map(Binding::squareMetres).orElse(OptionalDouble.empty()));
        var places = fields.choice(
                "planning.how.places",
                "strategy.places.",
                Binding.Places.values(),
                before.map(Binding::places).orElse(Binding.Places.HIGHEST));
        var window = fields.choice(
                "planning.how.window",
                "strategy.window.",
                Binding.Window.values(),
                before.map(Binding::window).orElse(Binding.Window.CALENDAR_YEAR));
        var coverage = fields.number(
                "edit.coverage",
                OptionalDouble.of(100 * before.map(Binding::minimumCoverage).orElse(0.85)));
        var grade = fields.choice(
                "planning.how.grade",
                "strategy.grade.",
                Binding.Grade.values(),
                before.map(Binding::grade).orElse(Binding.Grade.INDICATIVE));
        return () -> Optional.of(
                property.getValue().isBlank()
                        ? Optional.empty()
                        : Optional.of(new Binding(
                                property.getValue().strip(),
                                Arrays.stream(sites.getValue().split(",", -1))
                                        .map(String::strip)
                                        .filter(one -> !one.isEmpty())
                                        .toList(),
                                aggregation.getValue(),
                                Fields.value(level),
                                Fields.value(area),
                                places.getValue(),
                                window.getValue(),
                                Fields.value(coverage).orElse(85) / 100,
                                grade.getValue())));
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
        return () -> Fields.value(from).isEmpty()
                        || Fields.value(to).isEmpty()
                        || Fields.value(amount).isEmpty()
                ? Optional.empty()
                : Optional.of(new Indicator.Entry(
                        Fields.value(from).get(),
                        Fields.value(to).get(),
                        Fields.value(amount).getAsDouble(),
                        estimated.getValue(),
                        source.getValue().strip()));
    }
}
