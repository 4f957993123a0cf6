package city.cockpit.planning;

import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.progress.MeasureProgress;
import city.cockpit.uikit.OutsideLink;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** Everything about a measure. What is not for citizens stands in the picture of staff only. */
final class MeasureSheet extends Composite<Div> {

    private final Wording words;
    private final PlanWords plan;
    private final StrategyPicture picture;
    private final Measure measure;
    private final MeasureProgress progress;
    private final String address;
    private final boolean isForStaff;

    MeasureSheet(Wording words, StrategyPicture picture, Measure measure, String address, boolean isForStaff) {
        this.words = words;
        this.plan = new PlanWords(words);
        this.picture = picture;
        this.measure = measure;
        this.progress = picture.progress().of(measure);
        this.address = address;
        this.isForStaff = isForStaff;
        getContent().addClassName("plan-sheet");
        getContent().add(standing());
        if (isForStaff && !measure.decision().isBlank()) getContent().add(decision());
        getContent().add(time(), proofs());
        if (!measure.budget().isEmpty()) getContent().add(money());
        people();
        text("planning.learned", measure.lessonsLearned());
    }

    private Section card(String heading) {
        var section = new Section(new H2(words.text(heading)));
        section.addClassName("plan-card");
        return section;
    }

    private Section standing() {
        var standing = Standing.of(progress, picture.progress().today());
        var section = new Section(new H1(measure.title()));
        if (!measure.plainText().isBlank()) section.add(new Paragraph(measure.plainText()));
        var chips = new Paragraph(
                StatusChip.of(standing, words.text("promises.standing." + standing)),
                StatusChip.none(
                        words.text("strategy.measure." + measure.standing().status())));
        chips.addClassName("plan-chips");
        section.add(chips, MeasureCard.bar(plan, progress), new Paragraph(plan.progress(progress)));
        var reasons = plan.whyLate(progress, picture.progress().today());
        if (!reasons.isEmpty()) {
            var why = new UnorderedList(reasons.stream().map(ListItem::new).toArray(ListItem[]::new));
            why.addClassName("plan-why");
            section.add(why);
        }
        var goals = String.join(
                " ",
                picture.strategy().goals().stream()
                        .filter(goal -> measure.goals().contains(goal.id()))
                        .map(Goal::title)
                        .toList());
        if (!goals.isBlank()) section.add(new Paragraph(words.text("planning.goals", goals)));
        section.add(new HowComputed(words, progress.reckoning()));
        section.addClassName("plan-card");
        return section;
    }

    private Section decision() {
        var section = card("planning.decision");
        section.add(new Paragraph(measure.decision()));
        section.addClassName("plan-decision");
        return section;
    }

    private Section time() {
        var section = card("planning.time.title");
        section.add(new Paragraph(plan.time(measure)));
        if (progress.schedule().index().isPresent())
            section.add(new Paragraph(
                    StatusChip.of(
                            progress.schedule().light(),
                            words.text("strategy.light." + progress.schedule().light())),
                    new Span(" "
                            + words.text(
                                    "planning.schedule",
                                    plan.percent(progress.schedule().done()),
                                    plan.percent(progress.schedule().planned())))));
        section.add(new Timeline(words, java.util.List.of(measure), picture.progress(), address));
        if (!measure.milestones().isEmpty()) section.add(milestones());
        section.add(new HowComputed(words, progress.schedule().reckoning()));
        return section;
    }

    private Rows milestones() {
        var rows = new Rows(
                words,
                "planning.milestone",
                "planning.milestone.due",
                "planning.milestone.forecast",
                "planning.milestone.done",
                "planning.milestone.weight",
                "planning.milestone.proof");
        rows.clear();
        for (var one : measure.milestones()) {
            var proof = new Div();
            if (!one.evidence().isBlank())
                proof.add(new OutsideLink(one.evidence(), words.text("planning.milestone.proof")));
            if (!one.comment().isBlank()) proof.add(new Span(one.comment()));
            rows.addRow(
                    new Span(one.title()),
                    new Span(plan.date(one.due())),
                    new Span(plan.date(one.forecast())),
                    new Span(plan.date(one.done())),
                    new Span(plan.plain(one.weight())),
                    proof);
        }
        return rows;
    }

    private Section proofs() {
        var section = card("planning.proofs");
        var indicators = picture.strategy().indicatorsOf(measure.indicators());
        if (indicators.isEmpty()) section.add(new Paragraph(words.text("planning.proofs.none")));
        var cards = new Div();
        cards.addClassName("plan-cards");
        indicators.forEach(indicator ->
                cards.add(new IndicatorCard(words, picture.progress().of(indicator), address)));
        section.add(cards);
        return section;
    }

    private Section money() {
        var budget = progress.budget();
        var section = card("planning.money");
        var rows = new Rows(
                words,
                "planning.money.year",
                "planning.money.what",
                "strategy.input.PLANNED",
                "strategy.input.COMMITTED",
                "strategy.input.SPENT");
        rows.clear();
        for (var line : measure.budget())
            rows.addRow(
                    new Span(Integer.toString(line.year())),
                    new Span(line.title()),
                    new Span(plan.money(line.planned())),
                    new Span(plan.money(line.committed())),
                    new Span(plan.money(line.spent())));
        rows.addRow(
                new Span(words.text("planning.money.sum")),
                new Span(""),
                new Span(plan.money(budget.planned())),
                new Span(plan.money(budget.committed())),
                new Span(plan.money(budget.spent())));
        if (budget.isOverspent()) section.add(new Paragraph(StatusChip.notice(words.text("planning.money.over"))));
        section.add(rows);
        if (isForStaff && budget.costIndex().isPresent())
            section.add(new Paragraph(words.text(
                    "planning.money.index",
                    words.formats().number(budget.costIndex().getAsDouble(), 2))));
        section.add(new HowComputed(words, budget.reckoning()));
        return section;
    }

    private void people() {
        var list = new UnorderedList();
        if (!measure.responsible().isBlank())
            list.add(new ListItem(words.text("planning.responsible", measure.responsible())));
        if (isForStaff && !measure.deputy().isBlank())
            list.add(new ListItem(words.text("planning.deputy", measure.deputy())));
        for (var partner : measure.partners())
            list.add(new ListItem(words.text(
                    partner.contribution().isBlank() ? "planning.partner" : "planning.partner.does",
                    partner.name(),
                    words.text("strategy.partner." + partner.part()),
                    partner.contribution())));
        for (var one : measure.resources())
            list.add(new ListItem(words.text(
                    one.skills().isBlank() ? "planning.posts" : "planning.posts.with",
                    Integer.toString(one.year()),
                    plan.plain(one.posts()),
                    one.skills(),
                    one.posts())));
        if (list.getComponentCount() == 0) return;
        var section = card("planning.people");
        section.add(list);
        getContent().add(section);
    }

    private void text(String heading, String text) {
        if (text.isBlank()) return;
        var section = card(heading);
        section.add(new Paragraph(text));
        if (measure.transferable()) section.add(new Paragraph(words.text("planning.transferable")));
        getContent().add(section);
    }

    static Anchor link(String address, Measure measure) {
        return new Anchor(address + "/" + measure.id(), measure.title());
    }
}
