package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The newest version as citizens, the council or the administration would read it once it is published. */
@Route(value = PreviewView.ADDRESS + "/:circle?/:item?", layout = CockpitLayout.class)
@RolesAllowed({Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR})
final class PreviewView extends PlanningPage implements BeforeEnterObserver {

    static final String ADDRESS = "strategy/preview";

    private final StrategyPictures pictures;
    private final AuthenticationContext visitor;

    PreviewView(Wordings wordings, StrategyPictures pictures, LivePicture live, AuthenticationContext visitor) {
        super(wordings, pictures, live, visitor, DeskView.ADDRESS, "preview.title");
        this.pictures = pictures;
        this.visitor = visitor;
    }

    static String address(Visibility circle) {
        return ADDRESS + "/" + circle.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PlanningWays(words, visitor, DeskView.ADDRESS));
        var name = event.getRouteParameters().get("circle").orElse("public");
        var circle = Arrays.stream(Visibility.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var item = event.getRouteParameters().get("item");
        withPicture(whole -> {
            var picture = pictures.preview(circle);
            add(way(item.isPresent() ? address(circle) : DeskView.ADDRESS, item.isPresent()), notice(whole, picture));
            if (item.isPresent()) one(picture, item.get());
            else all(whole.strategy(), picture);
        });
    }

    private Nav way(String address, boolean isItem) {
        var way = new Nav(new Anchor(address, words.text(isItem ? "preview.title" : "desk.title")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        return way;
    }

    /** That nothing of this is published by looking at it, and the ways to the other circles. */
    private Section notice(StrategyPicture whole, StrategyPicture picture) {
        var circles = new Nav();
        circles.addClassName("plan-chips");
        circles.setAriaLabel(words.text("edit.visibility"));
        for (var circle : List.of(Visibility.PUBLIC, Visibility.COUNCIL, Visibility.INTERNAL)) {
            var way = new Anchor(address(circle), words.text("preview.circle." + circle));
            if (circle == picture.circle()) way.getElement().setAttribute("aria-current", "page");
            circles.add(way);
        }
        var notice = new Section(
                new Paragraph(
                        StatusChip.notice(words.text("preview.title")),
                        new Span(" "
                                + words.text(
                                        "preview.lead",
                                        Long.toString(whole.version()),
                                        words.text("strategy.state." + whole.state())))),
                circles);
        notice.addClassNames("plan-card", "plan-wide");
        return notice;
    }

    private void all(Strategy whole, StrategyPicture picture) {
        var title = picture.strategy().about().title();
        var cards = new PromiseCards(words, picture, address(picture.circle()));
        add(cards.head(title.isBlank() ? words.text("preview.title") : title));
        cards.summary().ifPresent(this::add);
        if (isEmpty(picture)) add(nothing());
        for (var standing : Standing.values())
            cards.measures(standing, picture.strategy().measures()).ifPresent(this::add);
        cards.indicators(picture.strategy().indicators()).ifPresent(this::add);
        hidden(whole, picture.strategy());
    }

    /** What stays closed to that circle, so that nobody has to look for it. */
    private void hidden(Strategy whole, Strategy seen) {
        var list = new UnorderedList();
        whole.items()
                .filter(item -> seen.findItem(item.id()).isEmpty())
                .forEach(item -> list.add(new ListItem(
                        new Span(words.text("edit.kind.one." + PlanPart.of(item)) + ": "),
                        new Anchor(PlanPart.address(item), item.title()))));
        if (list.getComponentCount() == 0) return;
        var section = new Section(new H2(words.text("preview.hidden")), list);
        section.addClassNames("plan-card", "plan-wide");
        add(section);
    }

    private void one(StrategyPicture picture, String key) {
        var item = picture.strategy().findItem(key).orElseThrow(NotFoundException::new);
        var address = address(picture.circle());
        switch (item) {
            case Measure measure ->
                add(new MeasureSheet(words, picture, measure, address, picture.circle() != Visibility.PUBLIC));
            case Indicator indicator -> add(new IndicatorSheet(words, picture, indicator, address));
            case Goal goal -> throw new NotFoundException();
            case FieldOfAction field -> throw new NotFoundException();
        }
    }
}
