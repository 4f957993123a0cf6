package city.cockpit.planning;

import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Strategy;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/** The fields of a measure. */
final class MeasureForm {

    private MeasureForm() {}

    static Function<ItemId, Optional<Item>> of(
            Fields fields, PlanForm.Head head, Strategy strategy, Optional<Measure> existing) {
        var before = existing.orElseGet(() -> Measure.idea(new ItemId("neu"), "", new ItemId("neu")));
        var plain = fields.area("edit.plain", before.plainText());
        var status = fields.choice(
                "portfolio.status",
                "strategy.measure.",
                Measure.Status.values(),
                before.standing().status());
        var reason = fields.text("edit.reason", before.standing().reason());
        var decision = fields.area("planning.decision", before.decision());
        decision.setHelperText(fields.words().text("edit.decision.help"));
        var schedule = schedule(fields, before.schedule());
        var estimate = estimate(fields, before.estimate());
        fields.group("edit.belongs");
        var ofFields = fields.several("portfolio.matrix", strategy.fields(), before.fields());
        var goals = fields.several("portfolio.goals", strategy.goals(), before.goals());
        var indicators = fields.several("portfolio.indicators", strategy.indicators(), before.indicators());
        var responsible = fields.text("edit.responsible", before.responsible());
        var deputy = fields.text("edit.deputy", before.deputy());
        var weight = fields.number("edit.weight", OptionalDouble.of(before.weight()));
        weight.setHelperText(fields.words().text("edit.weight.help"));
        var milestones =
                fields.rows("edit.milestones", "edit.milestones.one", before.milestones(), MeasureForm::milestone);
        var budget = fields.rows("planning.money", "planning.money.one", before.budget(), MeasureForm::budget);
        var posts = fields.rows("edit.posts", "edit.posts.one", before.resources(), MeasureForm::posts);
        var partners = fields.rows("edit.partners", "edit.partners.one", before.partners(), MeasureForm::partner);
        fields.group("edit.lessons");
        var lessons = fields.area("planning.learned", before.lessonsLearned());
        var transferable = fields.check("planning.transferable", before.transferable());
        return id -> Optional.of(new Measure(
                id,
                head.name(),
                head.circle(),
                Fields.value(plain),
                new Measure.Standing(status.getValue(), Fields.value(reason)),
                schedule.get(),
                Fields.value(weight).orElse(1),
                Fields.value(responsible),
                Fields.value(deputy),
                Fields.ids(ofFields),
                Fields.ids(goals),
                Fields.ids(indicators),
                milestones.read(),
                estimate.get(),
                budget.read(),
                posts.read(),
                partners.read(),
                Fields.value(decision),
                Fields.value(lessons),
                transferable.getValue()));
    }

    private static Supplier<Measure.Schedule> schedule(Fields fields, Measure.Schedule before) {
        fields.group("planning.time.title");
        var start = fields.day("timeline.start", before.start());
        var planned = fields.day("timeline.planned", before.plannedEnd());
        var forecast = fields.day("timeline.expected", before.forecastEnd());
        var actual = fields.day("edit.actual", before.actualEnd());
        return () -> new Measure.Schedule(
                Fields.value(start), Fields.value(planned), Fields.value(forecast), Fields.value(actual));
    }

    private static Supplier<Optional<Measure.Estimate>> estimate(Fields fields, Optional<Measure.Estimate> before) {
        fields.group("edit.estimate.title");
        fields.add(new Paragraph(fields.words().text("edit.estimate.help")));
        var share = fields.number("edit.estimate", Fields.percent(before.map(Measure.Estimate::share)));
        var day = fields.day("edit.estimated", before.map(Measure.Estimate::on));
        var by = fields.text("edit.estimator", before.map(Measure.Estimate::by).orElse(""));
        return () -> {
            if (share.isEmpty() || !fields.needs(day)) return Optional.empty();
            return Optional.of(new Measure.Estimate(share.getValue() / 100, day.getValue(), Fields.value(by)));
        };
    }

    private static Fields.Row<Measure.Milestone> milestone(Fields fields, Optional<Measure.Milestone> value) {
        var before = value.orElse(
                new Measure.Milestone("", Optional.empty(), Optional.empty(), Optional.empty(), 1, "", "", ""));
        var title = fields.text("planning.milestone", before.title());
        var due = fields.day("planning.milestone.due", before.due());
        var forecast = fields.day("planning.milestone.forecast", before.forecast());
        var done = fields.day("planning.milestone.done", before.done());
        var weight = fields.number("planning.milestone.weight", OptionalDouble.of(before.weight()));
        var acceptance = fields.text("edit.acceptance", before.acceptance());
        var evidence = fields.text("edit.evidence", before.evidence());
        var comment = fields.text("edit.comment", before.comment());
        return () -> fields.needs(title)
                ? Optional.of(new Measure.Milestone(
                        Fields.value(title),
                        Fields.value(due),
                        Fields.value(forecast),
                        Fields.value(done),
                        Fields.value(weight).orElse(1),
                        Fields.value(acceptance),
                        Fields.value(evidence),
                        Fields.value(comment)))
                : Optional.empty();
    }

    private static Fields.Row<Measure.BudgetLine> budget(Fields fields, Optional<Measure.BudgetLine> value) {
        var year = year(fields, value.map(Measure.BudgetLine::year));
        var title = fields.text(
                "planning.money.what", value.map(Measure.BudgetLine::title).orElse(""));
        var planned = fields.number("edit.planned", euros(value.map(Measure.BudgetLine::planned)));
        var committed = fields.number("edit.committed", euros(value.map(Measure.BudgetLine::committed)));
        var spent = fields.number("edit.spent", euros(value.map(Measure.BudgetLine::spent)));
        return () -> fields.needs(year)
                ? Optional.of(new Measure.BudgetLine(
                        year.getValue().intValue(),
                        Fields.value(title),
                        cents(Fields.value(planned)),
                        cents(Fields.value(committed)),
                        cents(Fields.value(spent))))
                : Optional.empty();
    }

    private static NumberField year(Fields fields, Optional<Integer> value) {
        var year = fields.number(
                "planning.money.year", value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty());
        year.setMin(1990);
        year.setMax(2100);
        year.setStep(1);
        year.setI18n(new NumberField.NumberFieldI18n()
                .setBadInputErrorMessage(fields.words().text("edit.no-number"))
                .setMinErrorMessage(fields.words().text("edit.no-year"))
                .setMaxErrorMessage(fields.words().text("edit.no-year"))
                .setStepErrorMessage(fields.words().text("edit.no-year")));
        return year;
    }

    private static OptionalDouble euros(Optional<Long> cents) {
        return OptionalDouble.of(cents.orElse(0L) / 100.0);
    }

    private static long cents(OptionalDouble euros) {
        return Math.round(100 * euros.orElse(0));
    }

    private static Fields.Row<Measure.Resources> posts(Fields fields, Optional<Measure.Resources> value) {
        var year = year(fields, value.map(Measure.Resources::year));
        var posts = fields.number(
                "edit.posts.count",
                OptionalDouble.of(value.map(Measure.Resources::posts).orElse(1.0)));
        posts.setHelperText(fields.words().text("edit.posts.help"));
        var skills = fields.text(
                "edit.posts.skills", value.map(Measure.Resources::skills).orElse(""));
        var external = fields.text(
                "edit.posts.external", value.map(Measure.Resources::external).orElse(""));
        return () -> fields.needs(year)
                ? Optional.of(new Measure.Resources(
                        year.getValue().intValue(),
                        Fields.value(posts).orElse(0),
                        Fields.value(skills),
                        Fields.value(external)))
                : Optional.empty();
    }

    private static Fields.Row<Measure.Partner> partner(Fields fields, Optional<Measure.Partner> value) {
        var before = value.orElse(new Measure.Partner("", Measure.Partner.Part.PARTNER, "", false));
        var name = fields.text("edit.partner", before.name());
        var part = fields.choice("edit.part", "strategy.partner.", Measure.Partner.Part.values(), before.part());
        var contribution = fields.text("edit.contribution", before.contribution());
        var listed = fields.check("edit.listed", before.listed());
        return () -> fields.needs(name)
                ? Optional.of(new Measure.Partner(
                        Fields.value(name), part.getValue(), Fields.value(contribution), listed.getValue()))
                : Optional.empty();
    }
}
