package city.cockpit.operations;

import city.cockpit.access.Role;
import city.cockpit.alerts.AlertRules;
import city.cockpit.alerts.AlertRules.Kept;
import city.cockpit.alerts.AlertRules.Origin;
import city.cockpit.alerts.Norm;
import city.cockpit.alerts.Recipient;
import city.cockpit.alerts.Recipient.Channel;
import city.cockpit.alerts.Recipient.Language;
import city.cockpit.alerts.Recipients;
import city.cockpit.alerts.Recipients.Standing;
import city.cockpit.alerts.RuleWords;
import city.cockpit.alerts.Untold;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.WordChip;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When incidents are raised, each rule as a sentence that can be switched off, and for administrators who is told. */
@Route(value = "alerts", layout = CockpitLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF})
final class AlertsView extends Main implements HasDynamicTitle {

    private final Wording words;
    private final RuleWords ruleWords;
    private final AlertRules rules;
    private final Recipients recipients;
    private final InstantSource clock;
    private final String person;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Rows ruleRows;
    private final Rows recipientRows;
    private final RecipientForm recipientForm;
    private final Map<String, String> tested = new HashMap<>();
    private final Paragraph nobody = new Paragraph();

    AlertsView(
            Wordings wordings,
            AlertRules rules,
            Recipients recipients,
            ObservedProperties properties,
            SeriesCatalog catalog,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.ruleWords = new RuleWords(words.locale(), properties, catalog);
        this.rules = rules;
        this.recipients = recipients;
        this.clock = clock;
        this.person = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        ruleRows = new Rows(words, "alerts.rule", "incidents.severity", "alerts.on");
        recipientForm = new RecipientForm(words, this::save, this::test);
        recipientRows = new Rows(
                words,
                "recipients.who",
                "recipients.channel",
                "recipients.wants",
                "recipients.standing",
                "alerts.on",
                "recipients.deeds");
        add(head(), message);
        if (visitor.hasRole(Role.Name.ADMINISTRATOR)) {
            add(told());
            showRecipients();
        }
        add(ruleSection());
        showRules();
    }

    private Div head() {
        var lead = new Paragraph(words.text("alerts.lead"));
        lead.addClassName("lead");
        var head = new Div(new Div(
                new H1(words.text("alerts.title")), lead, new Anchor("incidents", words.text("incidents.back"))));
        head.addClassName("figure-head");
        return head;
    }

    private Section ruleSection() {
        var add = new Anchor("alerts/rule", words.text("rule.add"));
        add.addClassName("button");
        var tools = new Div(add);
        tools.addClassName("list-tools");
        var section = new Section(new H2(words.text("alerts.rules")), tools, ruleRows);
        section.addClassName("alert-section");
        return section;
    }

    private Section told() {
        nobody.setText(words.text("recipients.none"));
        nobody.addClassName("rows-note");
        var section = new Section(new H2(words.text("recipients.title")), recipientRows, nobody, recipientForm);
        section.addClassName("alert-section");
        return section;
    }

    private void showRules() {
        attempt.at(rules::listRules, kept -> {
            ruleRows.clear();
            kept.forEach(this::addRow);
        });
    }

    private void addRow(Kept kept) {
        var rule = kept.rule();
        var sentence = new Anchor("alerts/rule/" + rule.key(), ruleWords.sentence(rule));
        var about = new Div(sentence);
        Stream.of(
                        rule.norm().map(Norm::source).filter(source -> !source.isEmpty()),
                        Optional.of(kept.origin())
                                .filter(origin -> origin != Origin.SHIPPED)
                                .map(origin -> words.text("alerts.origin." + origin)),
                        kept.changedBy().map(by -> words.text("alerts.changed", by)))
                .flatMap(Optional::stream)
                .map(Span::new)
                .forEach(about::add);
        about.addClassName("rows-about");
        var on = new Checkbox(rule.isOn());
        on.setAriaLabel(words.text("alerts.on-of", ruleWords.title(rule)));
        on.addValueChangeListener(change -> {
            if (change.isFromClient()) turn(kept, change.getValue());
        });
        ruleRows.addRow(
                        about,
                        new WordChip(
                                rule.severity().name().toLowerCase(Locale.ROOT),
                                words.text("severity." + rule.severity())),
                        on)
                .addClassName("rule-row");
    }

    private void turn(Kept kept, boolean on) {
        attempt.at(
                () -> rules.turn(kept.rule().key(), kept.rule().version(), on, person),
                words.text(on ? "alerts.turned-on" : "alerts.turned-off"),
                words.text("alerts.meanwhile"));
        showRules();
    }

    private void showRecipients() {
        attempt.at(recipients::listRecipients, standings -> {
            recipientRows.clear();
            standings.forEach(this::addRow);
            nobody.setVisible(standings.isEmpty());
        });
    }

    private void addRow(Standing standing) {
        var recipient = standing.recipient();
        var about = new Div(new Span(recipient.name()), new Span(recipient.address()));
        about.addClassName("rows-about");
        var on = new Checkbox(recipient.isOn());
        on.setAriaLabel(words.text("alerts.on-of", recipient.name()));
        on.addValueChangeListener(change -> {
            if (change.isFromClient()) save(recipient.switched(change.getValue()));
        });
        var test = new Button(words.text("recipients.test"), click -> test(recipient));
        var remove = new Button(words.text("recipients.remove") + " …", click -> askToRemove(recipient.name()));
        var change = new Button(words.text("recipients.change"), click -> recipientForm.change(recipient));
        change.setAriaLabel(words.text("recipients.change.title", recipient.name()));
        test.setAriaLabel(words.text("recipients.test.of", recipient.name()));
        remove.setAriaLabel(words.text("recipients.remove.of", recipient.name()));
        var deeds = new Div(change, test, remove);
        deeds.addClassName("panel-buttons");
        recipientRows.addRow(
                about,
                new Span(way(recipient)),
                new Span(words.text(
                        recipient.isDigest() ? "recipients.wants.digest" : "recipients.wants.once",
                        words.text("severity." + recipient.least()))),
                standing(standing),
                on,
                deeds);
    }

    private String way(Recipient recipient) {
        var way = words.text("recipient.channel." + recipient.channel());
        return recipient.channel() == Channel.EMAIL && recipient.language() != Language.BOTH
                ? way + " · " + words.text("recipient.language." + recipient.language())
                : way;
    }

    /** How it stands, and what became of a test that somebody made on this page. */
    private Div standing(Standing standing) {
        var shown = new Div(new Span(told(standing)));
        Optional.ofNullable(tested.get(standing.recipient().name()))
                .map(Span::new)
                .ifPresent(shown::add);
        shown.addClassName("recipient-standing");
        return shown;
    }

    private String told(Standing standing) {
        if (standing.waiting() > 0)
            return words.text(
                    standing.failure().isPresent() ? "recipients.waiting.why" : "recipients.waiting",
                    standing.waiting(),
                    standing.failure().map(this::why).orElse(""));
        return standing.toldAt()
                .map(at -> words.text("recipients.told", words.formats().minute(at, clock.instant())))
                .orElseGet(() -> words.text("recipients.never"));
    }

    private String why(Untold failure) {
        return words.text("untold." + failure.reason(), failure.detail());
    }

    private boolean save(Recipient recipient) {
        var outcome = attempt.at(
                () -> recipients.save(recipient, person),
                words.text("recipients.saved", recipient.name()),
                words.text("recipients.taken", recipient.name()));
        showRecipients();
        return outcome == Attempt.Outcome.DONE;
    }

    private void test(Recipient recipient) {
        attempt.at(() -> recipients.test(recipient), failure -> {
            var now = clock.instant();
            tested.put(
                    recipient.name(),
                    words.text(
                            failure.isPresent() ? "recipients.tested.failed" : "recipients.tested",
                            words.formats().minute(now, now),
                            failure.map(this::why).orElse("")));
            failure.ifPresentOrElse(
                    why -> message.say(FormMessage.Kind.PROBLEM, words.text("recipients.test.failed", why(why))),
                    () -> message.say(FormMessage.Kind.DONE, words.text("recipients.test.done", recipient.address())));
        });
        showRecipients();
    }

    private void askToRemove(String name) {
        Question.ask(
                words.text("recipients.remove.title"),
                words.text("recipients.remove.text", name),
                words.text("question.keep"),
                words.text("recipients.remove"),
                () -> {
                    attempt.at(
                            () -> recipients.remove(name, person),
                            removed -> message.say(FormMessage.Kind.DONE, words.text("recipients.removed", name)));
                    showRecipients();
                });
    }

    @Override
    public String getPageTitle() {
        return words.text("alerts.title");
    }
}
