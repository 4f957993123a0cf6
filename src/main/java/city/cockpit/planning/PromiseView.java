package city.cockpit.planning;

import city.cockpit.history.TimeSeriesStore;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One promise with everything that proves it, under an address that people can pass on. Only what is published. */
@Route(value = PromisesView.ADDRESS + "/:item", layout = CockpitLayout.class)
@AnonymousAllowed
final class PromiseView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(PromiseView.class);

    private final Wording words;
    private final Promises promises;
    private final LivePicture pictures;
    private final TimeSeriesStore history;
    private final InstantSource clock;
    private final Background background;
    private String title = "";

    PromiseView(
            Wordings wordings,
            Promises promises,
            LivePicture pictures,
            TimeSeriesStore history,
            InstantSource clock,
            Background background) {
        this.words = wordings.ofThisPage();
        this.promises = promises;
        this.pictures = pictures;
        this.history = history;
        this.clock = clock;
        this.background = background;
        addClassName("promises");
        pictures.follow(this, picture -> {});
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var way = new Nav(new Anchor(PromisesView.ADDRESS, words.text("promises.title")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        add(way);
        try {
            show(promises.published().orElseThrow(NotFoundException::new), event);
        } catch (DataAccessException | TransactionException e) {
            log.warn("The published strategy could not be read", e);
            title = words.text("promises.title");
            add(new H1(title), new Paragraph(words.text("promises.unavailable")));
        }
    }

    private void show(StrategyPicture picture, BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("item").orElse("");
        var item = picture.strategy().findItem(key).orElseThrow(NotFoundException::new);
        title = item.title();
        if (picture.strategy().about().example()) add(StatusChip.none(words.text("planning.example")));
        switch (item) {
            case Indicator indicator -> show(picture, indicator);
            case Measure measure -> add(new MeasureSheet(words, picture, measure, PromisesView.ADDRESS, false));
            case Goal goal -> throw new NotFoundException();
            case FieldOfAction field -> throw new NotFoundException();
        }
    }

    private void show(StrategyPicture picture, Indicator indicator) {
        add(new IndicatorSheet(words, picture, indicator, PromisesView.ADDRESS));
        if (indicator.binding().isPresent())
            add(new Evidence(
                    words,
                    indicator,
                    picture.feeds().getOrDefault(indicator.id(), java.util.List.of()),
                    pictures.picture(),
                    history,
                    clock,
                    background));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
