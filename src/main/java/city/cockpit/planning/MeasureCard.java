package city.cockpit.planning;

import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.OptionalDouble;

/** One thing the town does, in plain words: what it is, how far, until when, and why later if so. */
final class MeasureCard extends Composite<Article> {

    MeasureCard(Wording words, StrategyPicture picture, Measure measure, String address) {
        var plan = new PlanWords(words);
        var progress = picture.progress().of(measure);
        var today = picture.progress().today();
        getContent().addClassNames("plan-card", "plan-measure");
        getContent().setId(measure.id().value());
        var fields = new Span(String.join(
                " · ",
                picture.strategy().fields().stream()
                        .filter(field -> measure.fields().contains(field.id()))
                        .map(FieldOfAction::title)
                        .toList()));
        fields.addClassName("plan-source");
        var head = new Div(new H3(new Anchor(address + "/" + measure.id(), measure.title())), fields);
        head.addClassName("strip-head");
        getContent().add(head);
        if (!measure.plainText().isBlank()) getContent().add(new Paragraph(measure.plainText()));
        getContent().add(bar(plan, progress), line(plan.progress(progress)), line(plan.time(measure)));
        var reasons = plan.whyLate(progress, today);
        if (!reasons.isEmpty()) {
            var why = new UnorderedList(reasons.stream().map(ListItem::new).toArray(ListItem[]::new));
            why.addClassName("plan-why");
            getContent().add(why);
        }
        var proofs = picture.strategy().indicatorsOf(measure.indicators());
        if (!proofs.isEmpty()) getContent().add(proofs(picture, plan, measure, address));
    }

    static ProgressBar bar(PlanWords plan, city.cockpit.strategy.progress.MeasureProgress progress) {
        return switch (progress.basis()) {
            case ESTIMATE ->
                new ProgressBar(
                        progress.share(), OptionalDouble.empty(), ProgressBar.Kind.ESTIMATED, plan.progress(progress));
            case ESTIMATE_EXPIRED, UNKNOWN, DISCONTINUED ->
                new ProgressBar(
                        progress.measure().estimate().isPresent()
                                ? OptionalDouble.of(
                                        progress.measure().estimate().get().share())
                                : OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        ProgressBar.Kind.EXPIRED,
                        plan.progress(progress));
            case COMPLETED, MILESTONES, IDEA ->
                new ProgressBar(
                        progress.share(),
                        progress.schedule().planned(),
                        ProgressBar.Kind.COMPUTED,
                        plan.progress(progress));
        };
    }

    private static Paragraph line(String text) {
        var line = new Paragraph(text);
        line.addClassName("plan-line");
        line.setVisible(!text.isEmpty());
        return line;
    }

    private static UnorderedList proofs(StrategyPicture picture, PlanWords plan, Measure measure, String address) {
        var list = new UnorderedList();
        for (var indicator : picture.strategy().indicatorsOf(measure.indicators())) {
            var progress = picture.progress().of(indicator);
            list.add(new ListItem(
                    plan.chip(progress),
                    new Span(" "),
                    new Anchor(address + "/" + indicator.id(), indicator.title()),
                    new Span(": " + plan.valueSentence(progress))));
        }
        list.addClassName("plan-proofs");
        return list;
    }
}
