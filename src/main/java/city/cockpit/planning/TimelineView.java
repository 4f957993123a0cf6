package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.OptionalLong;

/** All measures along time: what was planned, what is expected now, and today. The table says the same. */
@Route(value = TimelineView.ADDRESS, layout = CockpitLayout.class)
@RolesAllowed({Role.Name.STAFF, Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR})
final class TimelineView extends PlanningPage {

    static final String ADDRESS = "strategy/timeline";

    TimelineView(Wordings wordings, StrategyPictures pictures, LivePicture live, AuthenticationContext visitor) {
        super(wordings, pictures, live, visitor, ADDRESS, "timeline.title");
        withPicture(this::show);
    }

    private void show(StrategyPicture picture) {
        add(head(picture, words.text("timeline.title")));
        if (picture.strategy().measures().isEmpty()) {
            add(nothing());
            return;
        }
        var sorted = picture.strategy().measures().stream()
                .sorted(Comparator.comparing(
                        (Measure measure) -> measure.schedule().start().orElse(LocalDate.MAX)))
                .toList();
        var lines = new Section(new Timeline(words, sorted, picture.progress(), PortfolioView.ITEM));
        lines.addClassNames("plan-card", "plan-wide");
        add(lines);
        var rows = new Rows(
                words,
                "timeline.measure",
                "timeline.start",
                "timeline.planned",
                "timeline.expected",
                "timeline.slip",
                "portfolio.progress");
        rows.clear();
        for (var measure : sorted) {
            var progress = picture.progress().of(measure);
            var schedule = measure.schedule();
            rows.addRow(
                    new Anchor(PortfolioView.ITEM + "/" + measure.id(), measure.title()),
                    new Span(plan.date(schedule.start())),
                    new Span(plan.date(schedule.plannedEnd())),
                    new Span(plan.date(schedule.actualEnd().or(schedule::forecastEnd))),
                    new Span(slip(progress.schedule().slipDays())),
                    new Span(plan.progress(progress)));
        }
        add(rows);
    }

    private String slip(OptionalLong days) {
        if (days.isEmpty()) return "–";
        if (days.getAsLong() == 0) return words.text("timeline.on-time");
        return words.text(days.getAsLong() > 0 ? "timeline.days" : "timeline.earlier", Math.abs(days.getAsLong()));
    }
}
