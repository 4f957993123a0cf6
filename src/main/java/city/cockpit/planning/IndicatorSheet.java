package city.cockpit.planning;

import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.progress.IndicatorProgress;
import city.cockpit.strategy.progress.IndicatorValue;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Everything about an indicator: how it stands, the way, every value with its coverage, and how that was computed. */
final class IndicatorSheet extends Composite<Div> {

    private final Wording words;
    private final PlanWords plan;
    private final StrategyPicture picture;
    private final Indicator indicator;
    private final IndicatorProgress progress;
    private final String address;

    IndicatorSheet(Wording words, StrategyPicture picture, Indicator indicator, String address) {
        this.words = words;
        this.plan = new PlanWords(words);
        this.picture = picture;
        this.indicator = indicator;
        this.progress = picture.progress().of(indicator);
        this.address = address;
        getContent().addClassName("plan-sheet");
        getContent().add(standing());
        getContent().add(values());
        var corrected = picture.corrected().getOrDefault(indicator.id(), List.of());
        if (!corrected.isEmpty()) getContent().add(corrected(corrected));
        if (!indicator.formerTargets().isEmpty()) getContent().add(formerTargets());
        if (!indicator.comparisons().isEmpty()) getContent().add(comparisons());
        getContent().add(serves());
    }

    private Section standing() {
        var chip = plan.chip(progress);
        var value = new Span(plan.value(progress));
        value.addClassName("strip-value");
        var line = new Paragraph(value, chip);
        line.addClassName("strip-line");
        var how = how();
        var section = new Section(new H1(indicator.title()));
        if (!indicator.definition().isBlank()) section.add(new Paragraph(indicator.definition()));
        section.add(
                line,
                plan.bar(progress),
                new Paragraph(plan.sentence(progress)),
                new PathChart(words, progress, picture.progress().today()),
                how);
        section.addClassName("plan-card");
        return section;
    }

    private HowComputed how() {
        var how = new HowComputed(words, progress.reckoning());
        indicator.binding().ifPresent(binding -> {
            how.say(
                    words.text("planning.how.aggregation"),
                    words.text("strategy.aggregation." + binding.aggregation(), level(binding)));
            how.say(words.text("planning.how.places"), words.text("strategy.places." + binding.places()));
            how.say(words.text("planning.how.window"), words.text("strategy.window." + binding.window()));
            how.say(words.text("planning.how.grade"), words.text("strategy.grade." + binding.grade()));
        });
        progress.judged().filter(value -> value.ruleVersion() > 0).ifPresent(value -> how.version(value.ruleVersion()));
        return how;
    }

    private String level(Binding binding) {
        return binding.level().isPresent() ? plan.plain(binding.level().getAsDouble()) : "";
    }

    /** Newest first. */
    private Section values() {
        var rows = new Rows(
                words,
                "planning.values.period",
                "planning.values.value",
                "planning.values.state",
                "planning.values.coverage",
                "planning.values.source");
        rows.clear();
        for (var value : progress.values().reversed())
            rows.addRow(
                    new Span(plan.period(value)),
                    new Span(
                            value.value().isPresent()
                                    ? plan.amount(value.value().getAsDouble(), indicator)
                                    : "–"),
                    new Span(words.text("strategy.value-state." + value.state())
                            + (value.isRolling() ? " · " + words.text("planning.values.rolling") : "")),
                    new Span(value.origin() == IndicatorValue.Origin.MEASURED ? plan.percent(value.coverage()) : "–"),
                    source(value));
        var section = new Section(new H2(words.text("planning.values")));
        if (progress.values().isEmpty()) section.add(new Paragraph(words.text("planning.values.none")));
        section.add(rows);
        section.addClassName("plan-card");
        return section;
    }

    private Div source(IndicatorValue value) {
        var source = new Div(new Span(words.text("strategy.origin." + value.origin())
                + (value.source().isBlank() ? "" : ": " + value.source())));
        if (value.places().size() > 1) {
            var places = new UnorderedList();
            for (var place : value.places())
                places.add(new ListItem(words.text(
                        "planning.values.place",
                        place.place(),
                        place.value().isPresent() ? plan.amount(place.value().getAsDouble(), indicator) : "–",
                        plan.percent(place.coverage()))));
            var details = new com.vaadin.flow.component.html.NativeDetails(
                    words.text("planning.values.places", (long) value.places().size()), places);
            source.add(details);
        }
        return source;
    }

    /** Nothing is overwritten silently: what was said of a year that was over can still be read. */
    private Section corrected(List<IndicatorValue> values) {
        var list = new UnorderedList();
        for (var value : values.reversed())
            list.add(new ListItem(words.text(
                    "planning.corrected.line",
                    plan.period(value),
                    value.value().isPresent() ? plan.amount(value.value().getAsDouble(), indicator) : "–",
                    plan.percent(value.coverage()),
                    value.computedAt().map(words.formats()::dateTime).orElse("–"))));
        var section = new Section(
                new H2(words.text("planning.corrected")), new Paragraph(words.text("planning.corrected.lead")), list);
        section.addClassName("plan-card");
        return section;
    }

    private Section formerTargets() {
        var list = new UnorderedList();
        for (var former : indicator.formerTargets())
            list.add(new ListItem(words.text(
                    "planning.former",
                    plan.target(indicator, former.target()),
                    plan.date(former.replacedOn()),
                    former.reason().isBlank() ? "–" : former.reason())));
        var section = new Section(new H2(words.text("planning.former.title")), list);
        section.addClassName("plan-card");
        return section;
    }

    private Section comparisons() {
        var list = new DescriptionList();
        for (var comparison : indicator.comparisons())
            list.add(
                    new DescriptionList.Term(comparison.title()),
                    new DescriptionList.Description(
                            plan.amount(comparison.value(), indicator) + " (" + comparison.source() + ")"));
        var section = new Section(
                new H2(words.text("planning.comparisons")),
                new Paragraph(words.text("planning.comparisons.lead")),
                list);
        section.addClassName("plan-card");
        return section;
    }

    /** Which goals and measures it tells of. */
    private Section serves() {
        var list = new UnorderedList();
        for (Goal goal : picture.strategy().goals())
            if (goal.indicators().contains(indicator.id())) list.add(new ListItem(goal.title()));
        for (var measure : picture.strategy().measures())
            if (measure.indicators().contains(indicator.id()))
                list.add(new ListItem(new Anchor(address + "/" + measure.id(), measure.title())));
        var section = new Section(new H2(words.text("planning.serves")), list);
        section.addClassName("plan-card");
        section.setVisible(list.getComponentCount() > 0);
        return section;
    }
}
