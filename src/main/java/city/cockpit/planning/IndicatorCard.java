package city.cockpit.planning;

import city.cockpit.strategy.progress.IndicatorProgress;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** One promise in figures: what was measured, what was promised, how far the town is, and all of it as sentences. */
final class IndicatorCard extends Composite<Article> {

    IndicatorCard(Wording words, IndicatorProgress progress, String address) {
        var plan = new PlanWords(words);
        var indicator = progress.indicator();
        getContent().addClassNames("plan-card", "plan-indicator");
        getContent().setId(indicator.id().value());
        var source = new Span(plan.source(progress));
        source.addClassName("plan-source");
        var head = new Div(new H3(new Anchor(address + "/" + indicator.id(), indicator.title())), source);
        head.addClassName("strip-head");
        getContent().add(head);
        getContent().add(plan.bar(progress), plan.chip(progress));
        var sentence = new Paragraph(plan.sentence(progress));
        sentence.addClassName("plan-sentence");
        getContent().add(sentence);
    }
}
