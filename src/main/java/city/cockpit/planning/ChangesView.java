package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.strategy.ItemChange;
import city.cockpit.strategy.SaveOutcome;
import city.cockpit.strategy.StrategyDesk;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What changed between two days, and every version with what became of it. */
@Route(value = ChangesView.ADDRESS, layout = CockpitLayout.class)
@RolesAllowed({Role.Name.STAFF, Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR})
final class ChangesView extends PlanningPage {

    static final String ADDRESS = "strategy/changes";

    private static final Logger log = LoggerFactory.getLogger(ChangesView.class);
    private static final int MOST_VERSIONS = 100;

    private final StrategyDesk desk;
    private final DayField from;
    private final DayField to;
    private final Div found = new Div();
    private final AuthenticationContext visitor;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;

    ChangesView(
            Wordings wordings,
            StrategyPictures pictures,
            LivePicture live,
            AuthenticationContext visitor,
            StrategyDesk desk) {
        super(wordings, pictures, live, visitor, ADDRESS, "changes.title");
        this.desk = desk;
        this.visitor = visitor;
        this.attempt = new Attempt(words, message);
        this.from = new DayField(words, words.text("changes.from"));
        this.to = new DayField(words, words.text("changes.to"));
        withPicture(this::show);
    }

    private void show(StrategyPicture picture) {
        add(head(picture, words.text("changes.title")));
        var today = picture.progress().today();
        from.setValue(today.minusMonths(1));
        to.setValue(today);
        from.addValueChangeListener(changed -> compare());
        to.addValueChangeListener(changed -> compare());
        var days = new Div(from, to);
        days.addClassName("plan-days");
        found.getElement().setAttribute("role", "status");
        add(days, found, versions(), steps());
        compare();
    }

    private void compare() {
        found.removeAll();
        if (from.isEmpty() || to.isEmpty() || from.getValue().isAfter(to.getValue())) {
            found.add(new Paragraph(words.text("changes.days")));
            return;
        }
        try {
            fill(desk.changes(from.getValue(), to.getValue()), from.getValue(), to.getValue());
        } catch (DataAccessException | TransactionException e) {
            log.warn("The changes of the strategy could not be read", e);
            found.add(new Paragraph(words.text("promises.unavailable")));
        }
    }

    private void fill(List<ItemChange> changes, LocalDate first, LocalDate last) {
        if (changes.isEmpty()) {
            found.add(new Paragraph(words.text("changes.none", plan.date(first), plan.date(last))));
            return;
        }
        found.add(new ChangeRows(words, changes));
    }

    private Section versions() {
        var rows = new Rows(words, "changes.version", "changes.state", "changes.when", "changes.who", "changes.back");
        rows.clear();
        for (var line : desk.listVersions().stream().limit(MOST_VERSIONS).toList())
            rows.addRow(
                    new Span(Long.toString(line.number())),
                    StatusChip.none(words.text("strategy.state." + line.state())),
                    new Span(words.formats().dateTime(line.savedAt())),
                    new Span(line.savedBy()),
                    back(line.number()));
        var section = new Section(new H2(words.text("changes.versions")), message, rows);
        section.addClassName("plan-section");
        return section;
    }

    /** Takes back what one version changed; what else was saved stays. */
    private Component back(long version) {
        if (version < 2 || !PlanningWays.mayWrite(visitor)) return new Span("–");
        var back = new Button(words.text("desk.undo"), click -> undo(version));
        back.setAriaLabel(words.text("changes.back.of", Long.toString(version)));
        back.addThemeVariants(ButtonVariant.TERTIARY);
        return back;
    }

    private void undo(long version) {
        attempt.at(() -> desk.undo(version, visitor.getPrincipalName().orElseThrow()), outcome -> {
            switch (outcome) {
                case SaveOutcome.Saved(var saved) ->
                    message.say(FormMessage.Kind.DONE, words.text("changes.back.done", Long.toString(saved.number())));
                case SaveOutcome.Overtaken overtaken ->
                    message.say(FormMessage.Kind.PROBLEM, words.text("changes.back.overtaken"));
                case SaveOutcome.Refused(var problems) ->
                    message.say(
                            FormMessage.Kind.PROBLEM,
                            words.text("desk.refused", new Problems(words).sentences(problems)));
            }
        });
    }

    private Section steps() {
        var rows = new Rows(words, "changes.when", "changes.version", "changes.state", "changes.who", "changes.note");
        rows.clear();
        for (var step :
                desk.listSteps().reversed().stream().limit(MOST_VERSIONS).toList())
            rows.addRow(
                    new Span(words.formats().dateTime(step.at())),
                    new Span(Long.toString(step.version())),
                    StatusChip.none(words.text("strategy.state." + step.state())),
                    new Span(step.by()),
                    new Span(step.note().isBlank() ? "–" : step.note()));
        var section = new Section(new H2(words.text("changes.steps")), rows);
        section.addClassName("plan-section");
        return section;
    }
}
