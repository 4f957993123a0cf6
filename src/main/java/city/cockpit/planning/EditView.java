package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.strategy.Edit;
import city.cockpit.strategy.IndicatorChoices;
import city.cockpit.strategy.Merge;
import city.cockpit.strategy.SaveOutcome;
import city.cockpit.strategy.StrategyDesk;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.strategy.StrategyVersion;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One part of the strategy as a form. What somebody else saved meanwhile is taken over where it meets nothing that was typed
 * here, is told, and never overwritten unseen; what was typed stays.
 */
@Route(value = EditView.ADDRESS + "/:kind/:item?", layout = CockpitLayout.class)
@RolesAllowed({Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR})
final class EditView extends PlanningPage implements BeforeEnterObserver, BeforeLeaveObserver {

    static final String ADDRESS = "strategy/edit";

    /** In the address: the indicator to begin with. */
    static final String TEMPLATE = "template";

    private final StrategyDesk desk;
    private final IndicatorChoices choices;
    private final AuthenticationContext visitor;
    private final InstantSource clock;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Problems problems;
    private final Div content = new Div();
    private final Div buttons = new Div();
    private final Div foot = new Div(message, buttons);
    private PlanPart part = PlanPart.ABOUT;
    private Optional<Item> item = Optional.empty();
    private Optional<StrategyVersion> seen = Optional.empty();
    private Optional<PlanForm> shown = Optional.empty();

    EditView(
            Wordings wordings,
            StrategyPictures pictures,
            LivePicture live,
            AuthenticationContext visitor,
            StrategyDesk desk,
            IndicatorChoices choices,
            InstantSource clock) {
        super(wordings, pictures, live, visitor, DeskView.ADDRESS, "desk.title");
        this.desk = desk;
        this.choices = choices;
        this.visitor = visitor;
        this.clock = clock;
        this.attempt = new Attempt(words, message);
        this.problems = new Problems(words);
        buttons.addClassName("plan-chips");
        foot.addClassName("plan-foot");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        content.removeAll();
        buttons.removeAll();
        message.clear();
        shown = Optional.empty();
        part = PlanPart.of(event.getRouteParameters().get("kind").orElse("")).orElseThrow(NotFoundException::new);
        var key = event.getRouteParameters().get("item");
        var template = event.getLocation().getQueryParameters().getSingleParameter(TEMPLATE);
        add(new PlanningWays(words, visitor, DeskView.ADDRESS), way(), content, foot);
        attempt.at(desk::newest, newest -> open(newest, key, template));
    }

    private Nav way() {
        var way = new Nav(new Anchor(DeskView.ADDRESS, words.text("desk.title")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        return way;
    }

    private void open(StrategyVersion newest, Optional<String> key, Optional<String> template) {
        item = key.map(id -> newest.strategy().findItem(id).filter(part::fits).orElseThrow(NotFoundException::new));
        seen = Optional.of(newest);
        show(newest.strategy(), item.or(() -> template.flatMap(this::readyMade)));
    }

    private Optional<Item> readyMade(String id) {
        return part != PlanPart.INDICATOR
                ? Optional.empty()
                : choices.listReadyMade().stream()
                        .map(IndicatorChoices.ReadyMade::indicator)
                        .filter(indicator -> indicator.id().value().equals(id))
                        .map(Item.class::cast)
                        .findFirst();
    }

    /** @param shownItem what stands in the form, which need not be saved yet */
    private void show(Strategy strategy, Optional<Item> shownItem) {
        var sensors = new SensorChoice(
                LocalDate.ofInstant(clock.instant(), words.formats().zone()),
                part == PlanPart.INDICATOR ? choices.listSeries() : List.of(),
                choices::listFeeding);
        var form = PlanForm.of(
                part,
                words,
                strategy,
                shownItem,
                sensors,
                title -> item.map(Item::id).orElseGet(() -> free(title)));
        form.fields().whenChanged(() -> warnBrowser(true));
        shown = Optional.of(form);
        var save = new Button(words.text("edit.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        buttons.removeAll();
        buttons.add(
                save,
                new Button(
                        words.text("edit.cancel"),
                        click -> UI.getCurrentOrThrow().navigate(DeskView.class)));
        item.ifPresent(one -> buttons.add(new Button(words.text("edit.remove"), click -> ask(one))));
        content.removeAll();
        content.add(new H1(heading(shownItem)));
        if (part == PlanPart.INDICATOR && shownItem.isEmpty())
            content.add(new Templates(words, choices.listReadyMade()));
        content.add(form.component());
    }

    private String heading(Optional<Item> shownItem) {
        if (PlanPart.SINGLE.contains(part)) return words.text("edit.kind." + part);
        return item.isPresent()
                ? item.get().title()
                : shownItem.map(Item::title).orElse(words.text("edit.new." + part));
    }

    private void save() {
        shown.ifPresent(form -> form.read()
                .ifPresentOrElse(
                        this::put,
                        () -> message.say(
                                FormMessage.Kind.PROBLEM,
                                words.text(
                                        "edit.incomplete",
                                        words.list(form.fields().wrong().stream()
                                                .distinct()
                                                .map(label -> words.text("edit.quoted", label))
                                                .toList())))));
    }

    /** A short name that nothing has yet. */
    private ItemId free(String title) {
        var wanted = ItemId.of(title);
        Strategy strategy = desk.newest().strategy();
        var id = wanted;
        for (var n = 2; strategy.findItem(id).isPresent(); n++) {
            var suffix = "-" + n;
            var cut = wanted.value().substring(0, Math.min(wanted.value().length(), ItemId.LONGEST - suffix.length()));
            id = new ItemId(cut + suffix);
        }
        return id;
    }

    /** Whoever removes something is told what else is touched; a field of action with goals in it cannot go. */
    private void ask(Item one) {
        var strategy = seen.orElseThrow().strategy();
        if (one instanceof FieldOfAction field && !strategy.goalsOf(field).isEmpty()) {
            message.say(
                    FormMessage.Kind.PROBLEM,
                    words.text(
                            "edit.remove.goals",
                            one.title(),
                            words.list(strategy.goalsOf(field).stream()
                                    .map(goal -> words.text("edit.quoted", goal.title()))
                                    .toList())));
            return;
        }
        var others = others(strategy, one.id());
        Question.ask(
                words.text("edit.remove.title", one.title()),
                words.text("edit.remove.text")
                        + (others.isEmpty()
                                ? ""
                                : " "
                                        + words.text(
                                                "edit.remove.others",
                                                words.list(others.stream()
                                                        .map(title -> words.text("edit.quoted", title))
                                                        .toList()))),
                words.text("edit.remove.keep"),
                words.text("edit.remove"),
                () -> put(new Edit.Remove(one.id())));
    }

    /** Titles of what names it. */
    private static List<String> others(Strategy strategy, ItemId id) {
        var without = strategy.without(id);
        return strategy.items()
                .filter(one -> !one.id().equals(id))
                .filter(one -> !without.findItem(one.id()).equals(Optional.of(one)))
                .map(Item::title)
                .toList();
    }

    private void put(Edit edit) {
        var base = seen.orElseThrow();
        attempt.at(
                () -> desk.save(base.number(), edit, visitor.getPrincipalName().orElseThrow()), outcome -> {
                    switch (outcome) {
                        case SaveOutcome.Saved(var version) -> leave();
                        case SaveOutcome.Overtaken(var newest) -> merge(base, edit, newest);
                        case SaveOutcome.Refused(var wrong) ->
                            message.say(
                                    FormMessage.Kind.PROBLEM, words.text("desk.refused", problems.sentences(wrong)));
                    }
                });
    }

    private void leave() {
        shown.ifPresent(form -> form.fields().settle());
        warnBrowser(false);
        UI.getCurrentOrThrow().navigate(DeskView.class);
    }

    /** What the other changed and nobody here did comes into the form; the next try to save decides about the rest. */
    private void merge(StrategyVersion base, Edit mine, StrategyVersion newest) {
        var merge = Merge.of(mine, base.strategy(), newest.strategy());
        var isGone = mine instanceof Edit.Put(var put)
                && base.strategy().findItem(put.id()).isPresent()
                && newest.strategy().findItem(put.id()).isEmpty();
        seen = Optional.of(newest);
        if (!(mine instanceof Edit.Remove)) {
            show(
                    merge.edit().applyTo(newest.strategy()),
                    merge.edit() instanceof Edit.Put(var put) ? Optional.of(put) : Optional.empty());
            shown.ifPresent(form -> form.fields().change());
        }
        var who = newest.savedBy();
        var when = words.formats().dateTime(newest.savedAt());
        var said = Stream.of(
                        words.text(isGone ? "edit.overtaken.gone" : "edit.overtaken", who, when),
                        told("edit.overtaken.theirs", merge.theirs()),
                        told("edit.overtaken.both", merge.both()),
                        words.text("edit.overtaken.again"))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        message.say(FormMessage.Kind.PROBLEM, String.join(" ", said));
    }

    private String told(String key, Collection<String> fields) {
        return fields.isEmpty()
                ? ""
                : words.text(
                        key,
                        words.list(fields.stream()
                                .sorted()
                                .map(field -> field.equals("title")
                                        ? words.text("edit.title")
                                        : words.findText("field." + field).orElse(field))
                                .map(name -> words.text("edit.quoted", name))
                                .toList()));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (shown.filter(form -> form.fields().isChanged()).isPresent()) Question.askBeforeLeaving(event, words);
    }

    /** The browser asks in its own words when the window is closed or loaded anew. */
    private void warnBrowser(boolean changed) {
        getElement().executeJs("window.onbeforeunload = $0 ? event => event.preventDefault() : null", changed);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().getPage().executeJs("window.onbeforeunload = null");
    }
}
