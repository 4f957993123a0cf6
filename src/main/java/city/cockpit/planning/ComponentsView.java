package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.strategy.survey.ComponentCheck;
import city.cockpit.strategy.survey.SurveyShare;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.OutsideLink;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;

/** The ten components: the plan itself says which are there, and why not; beside it, how many strategies had them in 2017. */
@Route(value = ComponentsView.ADDRESS, layout = CockpitLayout.class)
@RolesAllowed({Role.Name.STAFF, Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR})
final class ComponentsView extends PlanningPage {

    static final String ADDRESS = "strategy/components";

    private static final int YEAR = 2017;

    ComponentsView(Wordings wordings, StrategyPictures pictures, LivePicture live, AuthenticationContext visitor) {
        super(wordings, pictures, live, visitor, ADDRESS, "components.title");
        withPicture(this::show);
    }

    private void show(StrategyPicture picture) {
        add(head(picture, words.text("components.title")));
        add(new Paragraph(SurveyShare.averageCount(YEAR)
                .map(mean -> words.text(
                        "components.count",
                        picture.check().count(),
                        words.formats().number(mean, 2),
                        Integer.toString(YEAR)))
                .orElseGet(() ->
                        words.text("components.count.alone", picture.check().count()))));
        var rows = new Rows(words, "components.component", "components.there", "components.why", "components.survey");
        rows.clear();
        for (var answer : picture.check().answers()) {
            var chip = answer.isThere()
                    ? StatusChip.good(words.text("components.yes"))
                    : StatusChip.notice(words.text("components.no"));
            rows.addRow(
                    new Span(words.text("strategy.component." + answer.key())),
                    chip,
                    why(picture, answer),
                    new Span(answer.survey().map(this::share).orElse("–")));
        }
        add(rows);
        var source = new Paragraph(words.text("components.source", source(picture.check())));
        source.addClassName("figure-note");
        add(source);
    }

    private String share(SurveyShare share) {
        return words.text("strategy.bound." + share.bound(), share.percent() + "\u00a0%");
    }

    private static String source(ComponentCheck check) {
        return check.answers().stream()
                .flatMap(answer -> answer.survey().stream())
                .map(share -> share.sourceTitle() + ", " + share.figure())
                .findFirst()
                .orElse("–");
    }

    private Div why(StrategyPicture picture, ComponentCheck.Answer answer) {
        var why = new Div(new Span(words.text(
                "components.claimed",
                words.text("strategy.component-status." + answer.claimed().status()))));
        if (!answer.claimed().evidence().isBlank())
            why.add(
                    new Span(" "),
                    new OutsideLink(answer.claimed().evidence(), words.text("planning.milestone.proof")));
        if (answer.gaps().isEmpty()) return why;
        var list = new UnorderedList();
        for (var gap : answer.gaps()) {
            var sentence = words.text(gap.reason().text(), gap.title());
            list.add(
                    gap.item()
                                    .flatMap(picture.strategy()::findItem)
                                    .filter(PlanItemView::hasPage)
                                    .isPresent()
                            ? new ListItem(new Anchor(
                                    PortfolioView.ITEM + "/" + gap.item().get(), sentence))
                            : new ListItem(new Anchor(PortfolioView.ADDRESS, sentence)));
        }
        why.add(list);
        return why;
    }
}
