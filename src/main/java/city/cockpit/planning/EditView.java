package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.strategy.Edit;
import city.cockpit.strategy.SaveOutcome;
import city.cockpit.strategy.StrategyDesk;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.strategy.StrategyVersion;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One part of the strategy as a form. What somebody else saved meanwhile is told and never overwritten unseen; what was typed
 * stays.
 */
@Route(value = EditView.ADDRESS + "/:kind/:item?", layout = CockpitLayout.class)
@RolesAllowed({Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR})
final class EditView extends PlanningPage implements BeforeEnterObserver {

    static final String ADDRESS = "strategy/edit";

    private final StrategyDesk desk;
    private final AuthenticationContext visitor;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private long seen;

    EditView(
            Wordings wordings,
            StrategyPictures pictures,
            LivePicture live,
            AuthenticationContext visitor,
            StrategyDesk desk) {
        super(wordings, pictures, live, visitor, DeskView.ADDRESS, "desk.title");
        this.desk = desk;
        this.visitor = visitor;
        this.attempt = new Attempt(words, message);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PlanningWays(words, visitor, DeskView.ADDRESS));
        var kind = ItemForm.Kind.of(event.getRouteParameters().get("kind").orElse(""))
                .orElseThrow(NotFoundException::new);
        var key = event.getRouteParameters().get("item");
        message.clear();
        add(message);
        attempt.at(desk::newest, newest -> show(newest, kind, key));
    }

    private void show(StrategyVersion newest, ItemForm.Kind kind, Optional<String> key) {
        seen = newest.number();
        var strategy = newest.strategy();
        Optional<Item> item = key.map(id -> strategy.items()
                .filter(one -> one.id().value().equals(id))
                .filter(kind::fits)
                .findFirst()
                .orElseThrow(NotFoundException::new));
        var form = ItemForm.of(kind, words, strategy, item);
        var way = new Nav(new Anchor(DeskView.ADDRESS, words.text("desk.title")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        var heading = item.map(Item::title).orElse(words.text("edit.new." + kind));
        var save = new Button(words.text("edit.save"), click -> save(form, item));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(save);
        item.ifPresent(one -> buttons.add(new Button(words.text("edit.remove"), click -> ask(one))));
        buttons.addClassName("plan-chips");
        add(way, new H1(heading), form.component(), message, buttons);
    }

    private void save(ItemForm form, Optional<Item> before) {
        var id = before.map(Item::id).orElseGet(() -> free(form.title()));
        form.read(id)
                .ifPresentOrElse(
                        item -> put(new Edit.Put(item)),
                        () -> message.say(FormMessage.Kind.PROBLEM, words.text("edit.incomplete")));
    }

    /** A short name that nothing has yet. */
    private ItemId free(String title) {
        var wanted = ItemId.of(title);
        Strategy strategy = desk.newest().strategy();
        var id = wanted;
        for (var n = 2; strategy.findItem(id).isPresent(); n++) id = ItemId.of(title + " " + n);
        return id;
    }

    private void ask(Item item) {
        Question.ask(
                words.text("edit.remove.title", item.title()),
                words.text("edit.remove.text"),
                words.text("edit.remove.keep"),
                words.text("edit.remove"),
                () -> put(new Edit.Remove(item.id())));
    }

    private void put(Edit edit) {
        attempt.at(() -> desk.save(seen, edit, visitor.getPrincipalName().orElseThrow()), outcome -> {
            switch (outcome) {
                case SaveOutcome.Saved(var version) -> UI.getCurrentOrThrow().navigate(DeskView.class);
                case SaveOutcome.Overtaken(var newest) -> {
                    seen = newest.number();
                    message.say(
                            FormMessage.Kind.PROBLEM,
                            words.text(
                                    "edit.overtaken",
                                    newest.savedBy(),
                                    words.formats().dateTime(newest.savedAt())));
                }
                case SaveOutcome.Refused(var problems) ->
                    message.say(
                            FormMessage.Kind.PROBLEM,
                            words.text(
                                    "desk.refused",
                                    problems.stream()
                                            .map(problem -> words.text(
                                                    problem.kind().text(),
                                                    problem.details().toArray()))
                                            .collect(Collectors.joining(" "))));
            }
        });
    }
}
