package city.cockpit.operations;

import city.cockpit.access.Role;
import city.cockpit.alerts.AlertRules;
import city.cockpit.alerts.AlertRules.Kept;
import city.cockpit.alerts.AlertRules.Origin;
import city.cockpit.alerts.AlertRules.Outcome;
import city.cockpit.alerts.Recipients;
import city.cockpit.alerts.Rule;
import city.cockpit.alerts.RuleTrials;
import city.cockpit.alerts.RuleWords;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.FormMessage.Kind;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.Optional;

/** One rule as a form: the sentence that it makes is written while it is chosen, and it is tried before it holds. */
@Route(value = "alerts/rule/:rule?([a-z0-9-]{1,64})", layout = CockpitLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF})
final class RuleView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final Wording words;
    private final RuleWords ruleWords;
    private final AlertRules rules;
    private final Recipients recipients;
    private final RuleTrials trials;
    private final Background background;
    private final InstantSource clock;
    private final String person;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private Optional<Page> page = Optional.empty();
    private Optional<String> news = Optional.empty();

    RuleView(
            Wordings wordings,
            AlertRules rules,
            Recipients recipients,
            RuleTrials trials,
            ObservedProperties properties,
            SeriesCatalog catalog,
            Background background,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.ruleWords = new RuleWords(words.locale(), properties, catalog);
        this.rules = rules;
        this.recipients = recipients;
        this.trials = trials;
        this.background = background;
        this.clock = clock;
        this.person = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        addClassName("rule-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        message.clear();
        var key = event.getRouteParameters().get("rule");
        if (key.isEmpty()) open(Optional.empty());
        else
            attempt.at(() -> rules.find(key.get()), kept -> {
                if (kept.isEmpty()) throw new NotFoundException();
                open(kept);
            });
        news.ifPresent(text -> message.say(Kind.DONE, text));
        news = Optional.empty();
    }

    private void open(Optional<Kept> kept) {
        removeAll();
        var opened = new Page(kept);
        page = Optional.of(opened);
        add(opened.head(), opened.said, opened.form, opened.trial, opened.foot());
        opened.say();
    }

    /** One rule on the page. */
    private final class Page {

        private final Optional<Kept> kept;
        private final Paragraph sentence = new Paragraph();
        private final Paragraph mistaken = new Paragraph();
        private final Section said = new Section(new H2(words.text("rule.sentence")), sentence, mistaken);
        private final RuleForm form;
        private final TrialPanel trial;
        private int seen;
        private boolean isChanged;

        Page(Optional<Kept> kept) {
            this.kept = kept;
            seen = kept.map(one -> one.rule().version()).orElse(0);
            form = new RuleForm(words, rules, recipients.listNames(), this::changed);
            trial = new TrialPanel(words, ruleWords, trials, background, clock, this::filledIn);
            sentence.addClassName("rule-sentence");
            sentence.getElement().setAttribute("role", "status");
            mistaken.addClassName("panel-note");
            said.addClassNames("panel", "panel-form", "rule-said");
            kept.ifPresent(one -> form.show(one.rule(), one.shipped().isPresent()));
        }

        private Div head() {
            var back = new Nav(new Anchor("alerts", words.text("rule.back-to")));
            back.setAriaLabel(words.text("frame.way"));
            var lead = new Paragraph(kept.map(this::origin).orElseGet(() -> words.text("rule.new.lead")));
            lead.addClassName("lead");
            var head = new Div(new Div(new H1(title(kept)), lead, back));
            head.addClassName("figure-head");
            return head;
        }

        private String origin(Kept one) {
            var changedBy = one.changedBy()
                    .map(by -> " " + words.text("rule.changed-by", by))
                    .orElse("");
            return words.text("rule.origin." + one.origin()) + changedBy;
        }

        private Div foot() {
            var save = new Button(words.text("rule.save"), click -> save());
            save.addThemeVariants(ButtonVariant.PRIMARY);
            var buttons = new Div(save);
            kept.ifPresent(one -> {
                if (one.origin() == Origin.OWN)
                    buttons.add(new Button(words.text("rule.remove") + " …", click -> askToRemove(one)));
                else if (!one.shipped().equals(Optional.of(one.rule().withVersion(0))))
                    buttons.add(new Button(words.text("rule.set-back") + " …", click -> askToSetBack(one)));
            });
            buttons.addClassName("panel-buttons");
            var foot = new Div(message, buttons);
            foot.addClassName("sensor-foot");
            return foot;
        }

        private void changed() {
            isChanged = true;
            message.clear();
            say();
        }

        private void say() {
            var rule = form.rule();
            sentence.setText(rule.map(ruleWords::sentence)
                    .orElseGet(() -> words.text("rule.missing", words.list(form.missing()))));
            sentence.getElement().setAttribute("data-complete", rule.isPresent());
            mistaken.setText(form.mistaken().orElse(""));
            mistaken.setVisible(form.mistaken().isPresent());
            trial.compareWith(rule);
        }

        /** What is missing is said. */
        private Optional<Rule> filledIn() {
            form.mark();
            var rule = form.rule();
            if (rule.isEmpty()) message.say(Kind.PROBLEM, words.text("rule.missing", words.list(form.missing())));
            return rule;
        }

        private void save() {
            message.clear();
            filledIn().ifPresent(rule -> {
                if (isKnown(rule)) keep(rule);
                else
                    Question.ask(
                            words.text("rule.untried.title"),
                            words.text("rule.untried.text"),
                            words.text("trial.start"),
                            words.text("rule.untried.save"),
                            trial::start,
                            () -> keep(rule));
            });
        }

        /** Whether somebody knows what it finds: it was tried, or finds what it found before. */
        private boolean isKnown(Rule rule) {
            return trial.hasTried(rule)
                    || kept.filter(one -> one.rule().findsTheSameAs(rule)).isPresent();
        }

        private void keep(Rule rule) {
            attempt.at(() -> rules.save(rule, person), outcome -> {
                switch (outcome) {
                    case Outcome.Saved(var saved) -> {
                        isChanged = false;
                        var text = words.text(saved.isOn() ? "rule.saved" : "rule.saved.off");
                        if (kept.isPresent()) reopen(saved.key(), text);
                        else {
                            news = Optional.of(text);
                            UI.getCurrentOrThrow().navigate("alerts/rule/" + saved.key());
                        }
                    }
                    case Outcome.Overtaken(var newest) -> overtaken(newest);
                }
            });
        }

        /** What was chosen stays; whoever saves again has read what somebody else has saved. */
        private void overtaken(Optional<Kept> newest) {
            newest.ifPresentOrElse(
                    other -> {
                        seen = other.rule().version();
                        form.basedOn(seen);
                        message.say(
                                Kind.NOTICE,
                                words.text(
                                        "rule.overtaken",
                                        other.changedBy().orElse(""),
                                        ruleWords.sentence(other.rule())));
                    },
                    () -> message.say(Kind.PROBLEM, words.text("rule.overtaken.removed")));
        }

        private void askToSetBack(Kept one) {
            Question.ask(
                    words.text("rule.set-back.title"),
                    words.text(
                            "rule.set-back.text",
                            one.shipped().map(ruleWords::sentence).orElse("")),
                    words.text("question.keep"),
                    words.text("rule.set-back"),
                    () -> attempt.at(() -> rules.setBack(one.rule().key(), seen, person), isDone -> {
                        isChanged &= !isDone;
                        if (isDone) reopen(one.rule().key(), words.text("rule.set-back.done"));
                        else overtaken(rules.find(one.rule().key()));
                    }));
        }

        private void askToRemove(Kept one) {
            Question.ask(
                    words.text("rule.remove.title"),
                    words.text("rule.remove.text", ruleWords.sentence(one.rule())),
                    words.text("question.keep"),
                    words.text("rule.remove"),
                    () -> attempt.at(() -> rules.remove(one.rule().key(), seen, person), isDone -> {
                        isChanged &= !isDone;
                        if (isDone) removed(one, seen + 1);
                        else overtaken(rules.find(one.rule().key()));
                    }));
        }
    }

    private void reopen(String key, String text) {
        open(rules.find(key));
        message.say(Kind.DONE, text);
    }

    /** In the place of the rule stands that it is gone, and the way to have it again. */
    private void removed(Kept gone, int version) {
        removeAll();
        page = Optional.empty();
        var undo = new Button(
                words.text("rule.undo"),
                click -> attempt.at(() -> rules.bringBack(gone.rule().key(), version, person), isDone -> {
                    if (isDone) reopen(gone.rule().key(), words.text("rule.undone"));
                    else message.say(Kind.NOTICE, words.text("alerts.meanwhile"));
                }));
        var buttons = new Div(undo, new Anchor("alerts", words.text("rule.back-to")));
        buttons.addClassName("panel-buttons");
        add(new H1(words.text("rule.title")), message, buttons);
        message.say(Kind.DONE, words.text("rule.removed", ruleWords.sentence(gone.rule())));
        undo.focus();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        page.filter(open -> open.isChanged).ifPresent(open -> Question.askBeforeLeaving(event, words));
    }

    private String title(Optional<Kept> kept) {
        return words.text(kept.isPresent() ? "rule.title" : "rule.title.new");
    }

    @Override
    public String getPageTitle() {
        return title(page.flatMap(open -> open.kept));
    }
}
