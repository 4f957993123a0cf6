package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.progress.Status;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.OptionalDouble;

/** The whole strategy for staff: fields of action by state, what somebody has to decide, goals and indicators. */
@Route(value = PortfolioView.ADDRESS, layout = CockpitLayout.class)
@Menu(title = "nav.portfolio", order = 3)
@RolesAllowed({Role.Name.STAFF, Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR})
final class PortfolioView extends PlanningPage {

    static final String ADDRESS = "strategy";
    static final String ITEM = "strategy/item";

    PortfolioView(Wordings wordings, StrategyPictures pictures, LivePicture live, AuthenticationContext visitor) {
        super(wordings, pictures, live, visitor, ADDRESS, "portfolio.title");
        withPicture(this::show);
    }

    private void show(StrategyPicture picture) {
        var title = picture.strategy().about().title();
        add(head(picture, title.isBlank() ? words.text("portfolio.title") : title));
        if (isEmpty(picture)) {
            add(nothing());
            return;
        }
        var lead = new Div(new Span(plan.counts(picture)));
        lead.addClassName("lead");
        add(lead, matrix(picture), decisions(picture), implementation(picture), goals(picture), indicators(picture));
    }

    private Section card(String heading) {
        var section = new Section(new H2(words.text(heading)));
        section.addClassNames("plan-card", "plan-wide");
        return section;
    }

    /** Fields of action by how their measures stand; every measure is a way to its page. */
    private Section matrix(StrategyPicture picture) {
        var table = new NativeTable();
        table.addClassName("plan-matrix");
        var head = new NativeTableRow(header(words.text("portfolio.field"), "col"));
        for (var standing : Standing.values()) head.add(header(standing));
        head.add(header(words.text("portfolio.progress"), "col"));
        table.getHead().add(head);
        for (var field : picture.strategy().fields()) table.getBody().add(row(picture, field));
        var section = card("portfolio.matrix");
        section.add(table);
        return section;
    }

    private NativeTableRow row(StrategyPicture picture, FieldOfAction field) {
        var measures = picture.strategy().measuresOf(field);
        var row = new NativeTableRow(header(field.title(), "row"));
        for (var standing : Standing.values()) row.add(cell(picture, measures, standing));
        var progress = picture.progress().of(field);
        var share = plan.percent(progress.share());
        var bar = new ProgressBar(progress.share(), OptionalDouble.empty(), ProgressBar.Kind.COMPUTED, share);
        var done = new NativeTableCell(new Div(new Span(share), bar, new HowComputed(words, progress.reckoning())));
        done.getElement().setAttribute("data-heading", words.text("portfolio.progress"));
        row.add(done);
        return row;
    }

    private NativeTableCell cell(StrategyPicture picture, List<Measure> all, Standing standing) {
        var list = new UnorderedList();
        for (var measure : all)
            if (Standing.of(picture.progress().of(measure), picture.progress().today()) == standing)
                list.add(new ListItem(new Anchor(ITEM + "/" + measure.id(), measure.title())));
        var isEmpty = list.getComponentCount() == 0;
        var cell = isEmpty ? new NativeTableCell(new Span("–")) : new NativeTableCell(list);
        if (isEmpty) cell.addClassName("nothing");
        cell.getElement().setAttribute("data-heading", words.text("promises.standing." + standing));
        return cell;
    }

    private NativeTableHeaderCell header(Standing standing) {
        var cell = new NativeTableHeaderCell(StatusChip.of(standing, words.text("promises.standing." + standing)));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    /** Questions that people wrote down, and what the figures ask for by themselves. */
    private Section decisions(StrategyPicture picture) {
        var section = card("portfolio.decisions");
        var list = new UnorderedList();
        for (var measure : picture.strategy().measures()) {
            if (!measure.decision().isBlank())
                list.add(item(new Anchor(ITEM + "/" + measure.id(), measure.title()), measure.decision()));
            else if (Standing.of(
                            picture.progress().of(measure), picture.progress().today())
                    == Standing.DELAYED)
                list.add(item(
                        new Anchor(ITEM + "/" + measure.id(), measure.title()),
                        String.join(
                                " ",
                                plan.whyLate(
                                        picture.progress().of(measure),
                                        picture.progress().today()))));
        }
        for (var indicator : picture.strategy().indicators()) {
            var progress = picture.progress().of(indicator);
            if (progress.status() == Status.OFF_TRACK || progress.status() == Status.MISSED)
                list.add(item(
                        new Anchor(ITEM + "/" + indicator.id(), indicator.title()),
                        words.text("strategy.status." + progress.status()) + ". " + plan.valueSentence(progress)));
        }
        if (list.getComponentCount() == 0) section.add(new Paragraph(words.text("portfolio.decisions.none")));
        else section.add(list);
        return section;
    }

    private static ListItem item(Anchor way, String text) {
        return new ListItem(way, new Span(": " + text));
    }

    private Section implementation(StrategyPicture picture) {
        var all = picture.progress().implementation();
        var section = card("portfolio.implementation");
        section.add(
                new Paragraph(words.text(
                        "portfolio.implementation.share",
                        plan.percent(all.share()),
                        all.unknown(),
                        all.discontinued())),
                new HowComputed(words, all.reckoning()));
        return section;
    }

    private Section goals(StrategyPicture picture) {
        var rows = new Rows(words, "portfolio.goal", "portfolio.field", "portfolio.worst", "portfolio.mean");
        rows.clear();
        for (var goal : picture.strategy().goals()) {
            var progress = picture.progress().of(goal);
            rows.addRow(
                    new Span(goal.title()),
                    new Span(picture.strategy()
                            .findItem(goal.field())
                            .map(field -> field.title())
                            .orElse("–")),
                    StatusChip.of(progress.worst(), words.text("strategy.status." + progress.worst())),
                    new Div(new Span(plan.percent(progress.mean())), new HowComputed(words, progress.reckoning())));
        }
        var section = card("portfolio.goals");
        section.add(rows);
        section.setVisible(!picture.strategy().goals().isEmpty());
        return section;
    }

    private Section indicators(StrategyPicture picture) {
        var rows = new Rows(
                words,
                "portfolio.indicator",
                "portfolio.source",
                "planning.values.value",
                "portfolio.target",
                "portfolio.way",
                "portfolio.status");
        rows.clear();
        for (var indicator : picture.strategy().indicators()) {
            var progress = picture.progress().of(indicator);
            rows.addRow(
                    new Anchor(ITEM + "/" + indicator.id(), indicator.title()),
                    new Span(plan.source(progress)),
                    new Span(plan.value(progress)),
                    new Span(indicator
                            .target()
                            .map(target -> plan.target(indicator, target))
                            .orElse("–")),
                    plan.bar(progress),
                    plan.chip(progress));
        }
        var section = card("portfolio.indicators");
        section.add(rows);
        section.setVisible(!picture.strategy().indicators().isEmpty());
        return section;
    }
}
