package city.cockpit.planning;

import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.plan.About;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What the town has promised, in plain words, and what has become of it: exactly what is published, and nothing else. */
@Route(value = PromisesView.ADDRESS, layout = CockpitLayout.class)
@Menu(title = "nav.promises", order = 1.5)
@AnonymousAllowed
final class PromisesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "strategie";

    /** Names the indicators to show, with a comma in between; without it all are shown. */
    static final String ONLY = "only";

    private static final Logger log = LoggerFactory.getLogger(PromisesView.class);

    private final Wordings wordings;
    private final Wording words;
    private final PlanWords plan;
    private final Promises promises;

    PromisesView(Wordings wordings, Promises promises, LivePicture pictures) {
        this.wordings = wordings;
        this.words = wordings.ofThisPage();
        this.plan = new PlanWords(words);
        this.promises = promises;
        addClassName("promises");
        // The frame tells the pulse of the city here, too.
        pictures.follow(this, picture -> {});
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var only = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ONLY)
                .map(names -> List.of(names.split(",")))
                .orElse(List.of());
        try {
            promises.published().ifPresentOrElse(picture -> show(picture, chosen(picture, only)), this::nothing);
        } catch (DataAccessException | TransactionException e) {
            log.warn("The published strategy could not be read", e);
            add(new H1(words.text("promises.title")), new Paragraph(words.text("promises.unavailable")));
        }
    }

    private void nothing() {
        add(new H1(words.text("promises.title")), new Paragraph(words.text("promises.none")));
    }

    /** The indicators of these names, as far as there are any. */
    private static List<Indicator> chosen(StrategyPicture picture, List<String> only) {
        return picture.strategy().indicators().stream()
                .filter(indicator -> only.contains(indicator.id().value()))
                .toList();
    }

    private void show(StrategyPicture picture, List<Indicator> chosen) {
        add(head(picture.strategy().about()));
        if (chosen.isEmpty()) showAll(picture);
        else showOnly(picture, chosen);
    }

    private void showAll(StrategyPicture picture) {
        if (!picture.strategy().about().summary().isBlank()) {
            var summary = new Paragraph(picture.strategy().about().summary());
            summary.addClassName("plan-summary");
            add(summary);
        }
        add(lead(picture));
        for (var standing : Standing.values())
            section(picture, standing, picture.strategy().measures());
        indicators(picture, picture.strategy().indicators());
    }

    /** What some sensors count for: the figures first, then what the town does about them. */
    private void showOnly(StrategyPicture picture, List<Indicator> chosen) {
        var lead = new Div(new Span(words.text("promises.only")), new Anchor(ADDRESS, words.text("promises.all")));
        lead.addClassName("lead");
        add(lead);
        indicators(picture, chosen);
        var measures = picture.strategy().measures().stream()
                .filter(measure -> chosen.stream()
                        .anyMatch(indicator -> measure.indicators().contains(indicator.id())))
                .toList();
        for (var standing : Standing.values()) section(picture, standing, measures);
    }

    private Div head(About about) {
        var head = new Div(new H1(about.title()));
        if (about.example()) head.add(StatusChip.none(words.text("planning.example")));
        head.addClassName("plan-head");
        return head;
    }

    private Div lead(StrategyPicture picture) {
        var about = picture.strategy().about();
        var lead = new Div(new Span(plan.counts(picture)));
        if (about.from().isPresent() && about.to().isPresent())
            lead.add(new Span(words.text("promises.period", plan.date(about.from()), plan.date(about.to()))));
        lead.add(new Span(words.text("promises.since", words.formats().date(picture.since()))));
        if (!about.document().isBlank()) lead.add(PlanLinks.outside(about.document(), words.text("promises.document")));
        lead.add(new Anchor(ProfileView.ADDRESS, words.text("promises.profile")));
        lead.addClassName("lead");
        return lead;
    }

    private void section(StrategyPicture picture, Standing standing, List<Measure> all) {
        var measures = all.stream()
                .filter(measure -> Standing.of(
                                picture.progress().of(measure),
                                picture.progress().today())
                        == standing)
                .toList();
        if (measures.isEmpty()) return;
        var cards = new Div();
        cards.addClassName("plan-cards");
        measures.forEach(measure -> cards.add(new MeasureCard(words, picture, measure, ADDRESS)));
        var section = new Section(
                new H2(StatusChip.of(standing, words.text("promises.standing." + standing))),
                new Paragraph(words.text("promises.means." + standing)),
                cards);
        section.addClassName("plan-section");
        add(section);
    }

    private void indicators(StrategyPicture picture, List<Indicator> indicators) {
        if (indicators.isEmpty()) return;
        var cards = new Div();
        cards.addClassName("plan-cards");
        indicators.forEach(indicator ->
                cards.add(new IndicatorCard(words, picture.progress().of(indicator), ADDRESS)));
        var section = new Section(
                new H2(words.text("promises.figures")), new Paragraph(words.text("promises.figures.lead")), cards);
        section.addClassName("plan-section");
        add(section);
    }

    @Override
    public String getPageTitle() {
        return words.text("promises.page", wordings.town().name());
    }
}
