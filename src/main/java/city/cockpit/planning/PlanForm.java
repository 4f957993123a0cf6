package city.cockpit.planning;

import city.cockpit.strategy.Edit;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The form of one part of the strategy. Nothing is required but what the part makes no sense without. */
final class PlanForm {

    private final Fields fields;
    private final Supplier<Optional<Edit>> reader;

    PlanForm(Fields fields, Supplier<Optional<Edit>> reader) {
        this.fields = fields;
        this.reader = reader;
    }

    /**
     * @param item what stands in the form; empty for something new, and for what there is only one of
     * @param name the short name of what is edited, or of something new with that title
     */
    static PlanForm of(
            PlanPart part,
            Wording words,
            Strategy strategy,
            Optional<Item> item,
            SensorChoice sensors,
            Function<String, ItemId> name) {
        var fields = new Fields(words);
        return switch (part) {
            case ABOUT -> WholeForms.about(fields, strategy.about());
            case MUNICIPALITY -> WholeForms.municipality(fields, strategy.municipality());
            case COMPONENTS -> ComponentsForm.of(fields, strategy);
            case RESOLUTIONS -> WholeForms.resolutions(fields, strategy.resolutions());
            case CONCEPTS -> WholeForms.concepts(fields, strategy.concepts());
            case FIELD, GOAL, MEASURE, INDICATOR -> {
                var head = Head.of(fields, item);
                var read = switch (part) {
                    case FIELD -> field(fields, head, item.map(FieldOfAction.class::cast));
                    case GOAL -> goal(fields, head, strategy, item.map(Goal.class::cast));
                    case MEASURE -> MeasureForm.of(fields, head, strategy, item.map(Measure.class::cast));
                    default ->
                        IndicatorForm.of(
                                fields,
                                head,
                                item.map(Indicator.class::cast),
                                item.flatMap(one -> strategy.findItem(one.id())).isPresent(),
                                sensors);
                };
                yield new PlanForm(fields, () -> {
                    fields.needs(head.title());
                    return read.apply(name.apply(head.name())).map(Edit.Put::new);
                });
            }
        };
    }

    /** What every item has. */
    record Head(TextField title, Select<Visibility> visibility) {

        private static Head of(Fields fields, Optional<Item> item) {
            fields.group("edit.about");
            var title = fields.text("edit.title", item.map(Item::title).orElse(""));
            title.setRequiredIndicatorVisible(true);
            title.setMaxLength(200);
            title.addClassName("plan-whole");
            var visibility = fields.choice(
                    "edit.visibility",
                    "strategy.visibility.",
                    Visibility.values(),
                    item.map(Item::visibility).orElse(Visibility.INTERNAL));
            visibility.setHelperText(fields.words().text("edit.visibility.help"));
            return new Head(title, visibility);
        }

        String name() {
            return Fields.value(title);
        }

        Visibility circle() {
            return visibility.getValue();
        }
    }

    private static Function<ItemId, Optional<Item>> field(Fields fields, Head head, Optional<FieldOfAction> before) {
        var lead = fields.text("edit.lead", before.map(FieldOfAction::lead).orElse(""));
        return id -> Optional.of(new FieldOfAction(id, head.name(), Fields.value(lead), head.circle()));
    }

    private static Function<ItemId, Optional<Item>> goal(
            Fields fields, Head head, Strategy strategy, Optional<Goal> before) {
        var field = fields.one("portfolio.field", strategy.fields(), before.map(Goal::field));
        field.setRequiredIndicatorVisible(true);
        var parent = fields.one(
                "edit.parent",
                strategy.goals().stream()
                        .filter(one -> before.filter(goal -> goal.id().equals(one.id()))
                                .isEmpty())
                        .toList(),
                before.flatMap(Goal::parent));
        var deadline = fields.day("edit.deadline", before.flatMap(Goal::deadline));
        var owner = fields.text("edit.owner", before.map(Goal::owner).orElse(""));
        var indicators = fields.several(
                "portfolio.indicators",
                strategy.indicators(),
                before.map(Goal::indicators).orElse(List.of()));
        return id -> fields.needs(field)
                ? Optional.of(new Goal(
                        id,
                        head.name(),
                        head.circle(),
                        field.getValue().id(),
                        parent.getOptionalValue().map(Goal::id),
                        Fields.value(deadline),
                        Fields.value(owner),
                        Fields.ids(indicators)))
                : Optional.empty();
    }

    Component component() {
        return fields.component();
    }

    Fields fields() {
        return fields;
    }

    /** What stands in the form as a change; empty if something is missing, which its field then says. */
    Optional<Edit> read() {
        fields.begin();
        var edit = reader.get();
        if (fields.wrong().isEmpty()) return edit;
        fields.focusOnWrong();
        return Optional.empty();
    }
}
