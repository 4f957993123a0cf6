package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;

/** A measure or an indicator of the newest version, with what is not for citizens. */
@Route(value = PortfolioView.ITEM + "/:item", layout = CockpitLayout.class)
@RolesAllowed({Role.Name.STAFF, Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR})
final class PlanItemView extends PlanningPage implements BeforeEnterObserver {

    private final LivePicture live;
    private final TimeSeriesStore history;
    private final InstantSource clock;
    private final Background background;
    private final AuthenticationContext visitor;

    PlanItemView(
            Wordings wordings,
            StrategyPictures pictures,
            LivePicture live,
            AuthenticationContext visitor,
            TimeSeriesStore history,
            InstantSource clock,
            Background background) {
        super(wordings, pictures, live, visitor, "", "portfolio.title");
        this.live = live;
        this.visitor = visitor;
        this.history = history;
        this.clock = clock;
        this.background = background;
    }

    /** Goals and fields of action stand in the portfolio, whole. */
    static boolean hasPage(Item item) {
        return item instanceof Measure || item instanceof Indicator;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PlanningWays(words, visitor, ""));
        var key = event.getRouteParameters().get("item").orElse("");
        withPicture(picture -> show(picture, key));
    }

    private void show(StrategyPicture picture, String key) {
        var item = picture.strategy().findItem(key).orElseThrow(NotFoundException::new);
        var way = new Nav(new Anchor(PortfolioView.ADDRESS, words.text("portfolio.title")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        add(way);
        switch (item) {
            case Measure measure -> add(new MeasureSheet(words, picture, measure, PortfolioView.ITEM, true));
            case Indicator indicator -> {
                add(new IndicatorSheet(words, picture, indicator, PortfolioView.ITEM));
                if (indicator.binding().isPresent())
                    add(new Evidence(
                            words,
                            indicator,
                            picture.feeds().getOrDefault(indicator.id(), List.of()),
                            live.picture(),
                            history,
                            clock,
                            background));
            }
            case Goal goal -> throw new NotFoundException();
            case FieldOfAction field -> throw new NotFoundException();
        }
    }
}
