package city.cockpit.planning;

import city.cockpit.strategy.Edit;
import city.cockpit.strategy.plan.Component;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.survey.ComponentCheck;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The ten components as people judge them, each beside what the plan itself says. Only what was changed is saved. */
final class ComponentsForm {

    /** The page of the ten components tells all of them. */
    private static final int MOST_GAPS = 3;

    private ComponentsForm() {}

    static PlanForm of(Fields fields, Strategy strategy) {
        var forms = new ArrayList<Supplier<Component>>();
        var seen = new ArrayList<Component>();
        for (var answer : ComponentCheck.of(strategy).answers()) {
            seen.add(answer.claimed());
            forms.add(component(fields, answer));
        }
        return new PlanForm(fields, () -> {
            List<Component> changed = forms.stream()
                    .map(Supplier::get)
                    .filter(one -> !seen.contains(one))
                    .toList();
            return Optional.of(new Edit.OfComponents(changed));
        });
    }

    private static Supplier<Component> component(Fields fields, ComponentCheck.Answer answer) {
        var words = fields.words();
        var before = answer.claimed();
        fields.groupOf(words.text("strategy.component." + before.key()));
        fields.add(new Paragraph(
                answer.isThere()
                        ? StatusChip.good(words.text("edit.component.there"))
                        : StatusChip.notice(words.text(
                                "edit.component.gaps", (long) answer.gaps().size()))));
        if (!answer.gaps().isEmpty())
            fields.add(new UnorderedList(answer.gaps().stream()
                    .limit(MOST_GAPS)
                    .map(gap -> new ListItem(words.text(gap.reason().text(), gap.title())))
                    .toArray(ListItem[]::new)));
        var status = fields.choice(
                "edit.component.status", "strategy.component-status.", Component.Status.values(), before.status());
        var assessed = fields.day("field.assessed-on", before.assessedOn());
        var evidence = fields.text("edit.evidence", before.evidence());
        var note = fields.text("edit.comment", before.note());
        return () -> new Component(
                before.key(), status.getValue(), Fields.value(evidence), Fields.value(assessed), Fields.value(note));
    }
}
