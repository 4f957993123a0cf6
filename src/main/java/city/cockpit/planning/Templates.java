package city.cockpit.planning;

import city.cockpit.measurement.Series;
import city.cockpit.strategy.IndicatorChoices.ReadyMade;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Indicators to begin with, each with the places of this town that would feed it. */
final class Templates extends Composite<Section> {

    private static final int MOST_PLACES = 4;

    private final Wording words;

    Templates(Wording words, List<ReadyMade> readyMade) {
        this.words = words;
        var list = new UnorderedList();
        list.addClassName("plan-templates");
        readyMade.forEach(one -> list.add(line(one)));
        getContent().add(new H2(words.text("edit.templates")), new Paragraph(words.text("edit.templates.lead")), list);
        getContent().addClassNames("plan-card", "plan-ready-made");
    }

    private ListItem line(ReadyMade one) {
        var places = one.series().stream().map(Series::place).distinct().toList();
        var said = new Span(
                places.isEmpty()
                        ? words.text("edit.templates.none")
                        : words.text(
                                "edit.templates.places",
                                (long) one.series().size(),
                                String.join(", ", places.subList(0, Math.min(MOST_PLACES, places.size())))
                                        + (places.size() > MOST_PLACES ? " …" : "")));
        said.addClassName("plan-source");
        return new ListItem(
                new Anchor(
                        PlanPart.INDICATOR.address() + "?" + EditView.TEMPLATE + "="
                                + one.indicator().id(),
                        one.indicator().title()),
                new Span(" "),
                said);
    }
}
