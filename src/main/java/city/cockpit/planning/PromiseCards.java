package city.cockpit.planning;

import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.plan.About;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A strategy as those read it to whom something was promised: its head, measures by their standing, figures.
 *
 * @param address where each of its parts is found
 */
record PromiseCards(Wording words, StrategyPicture picture, String address) {

    Div head(String title) {
        var head = new Div(new H1(title));
        if (about().example()) head.add(StatusChip.none(words.text("planning.example")));
        head.addClassName("plan-head");
        return head;
    }

    /** What the strategy is about; empty if nobody wrote it. */
    Optional<Paragraph> summary() {
        if (about().summary().isBlank()) return Optional.empty();
        var summary = new Paragraph(about().summary());
        summary.addClassName("plan-summary");
        return Optional.of(summary);
    }

    private About about() {
        return picture.strategy().about();
    }

    /** Those of that standing; empty without any. */
    Optional<Section> measures(Standing standing, List<Measure> all, Component... lead) {
        var cards = all.stream()
                .filter(measure -> Standing.of(
                                picture.progress().of(measure),
                                picture.progress().today())
                        == standing)
                .map(measure -> new MeasureCard(words, picture, measure, address));
        return section(new H2(StatusChip.of(standing, words.text("promises.standing." + standing))), cards, lead);
    }

    /** Empty without any. */
    Optional<Section> indicators(List<Indicator> all, Component... lead) {
        var cards = all.stream()
                .map(indicator -> new IndicatorCard(words, picture.progress().of(indicator), address));
        return section(new H2(words.text("promises.figures")), cards, lead);
    }

    private static Optional<Section> section(H2 heading, Stream<? extends Component> cards, Component... lead) {
        var grid = new Div();
        grid.addClassName("plan-cards");
        cards.forEach(grid::add);
        if (grid.getComponentCount() == 0) return Optional.empty();
        var section = new Section(heading);
        section.add(lead);
        section.add(grid);
        section.addClassName("plan-section");
        return Optional.of(section);
    }
}
