package city.cockpit.planning;

import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.OutsideLink;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
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
        var cards = new PromiseCards(words, picture, ADDRESS);
        add(cards.head(picture.strategy().about().title()));
        if (chosen.isEmpty()) showAll(picture, cards);
        else showOnly(picture, cards, chosen);
    }

    private void showAll(StrategyPicture picture, PromiseCards cards) {
        cards.summary().ifPresent(this::add);
        add(lead(picture));
        measures(cards, picture.strategy().measures());
        indicators(cards, picture.strategy().indicators());
    }

    /** What some sensors count for: the figures first, then what the town does about them. */
    private void showOnly(StrategyPicture picture, PromiseCards cards, List<Indicator> chosen) {
        var lead = new Div(new Span(words.text("promises.only")), new Anchor(ADDRESS, words.text("promises.all")));
        lead.addClassName("lead");
        add(lead);
        indicators(cards, chosen);
        measures(
                cards,
                picture.strategy().measures().stream()
                        .filter(measure -> chosen.stream()
                                .anyMatch(indicator -> measure.indicators().contains(indicator.id())))
                        .toList());
    }

    private Div lead(StrategyPicture picture) {
        var about = picture.strategy().about();
        var lead = new Div(new Span(plan.counts(picture)));
        if (about.from().isPresent() && about.to().isPresent())
            lead.add(new Span(words.text("promises.period", plan.date(about.from()), plan.date(about.to()))));
        lead.add(new Span(words.text("promises.since", words.formats().date(picture.since()))));
        if (!about.document().isBlank()) lead.add(new OutsideLink(about.document(), words.text("promises.document")));
        lead.add(new Anchor(ProfileView.ADDRESS, words.text("promises.profile")));
        lead.addClassName("lead");
        return lead;
    }

    private void measures(PromiseCards cards, List<Measure> measures) {
        for (var standing : Standing.values())
            cards.measures(standing, measures, new Paragraph(words.text("promises.means." + standing)))
                    .ifPresent(this::add);
    }

    private void indicators(PromiseCards cards, List<Indicator> indicators) {
        cards.indicators(indicators, new Paragraph(words.text("promises.figures.lead")))
                .ifPresent(this::add);
    }

    @Override
    public String getPageTitle() {
        return words.text("promises.page", wordings.town().name());
    }
}
