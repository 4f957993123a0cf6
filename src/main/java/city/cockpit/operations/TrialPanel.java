package city.cockpit.operations;

import city.cockpit.alerts.Condition;
import city.cockpit.alerts.Incident;
import city.cockpit.alerts.Rule;
import city.cockpit.alerts.RuleTrials;
import city.cockpit.alerts.RuleWords;
import city.cockpit.alerts.Trial;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries a rule against the last 30 days and tells what it would have found; nothing on the page waits for it. */
final class TrialPanel extends Section {

    private static final int PER_CENT = 100;

    /** A page is not told of each series. */
    private static final int STEP = 4;

    private final Wording words;
    private final RuleWords ruleWords;
    private final RuleTrials trials;
    private final Background background;
    private final InstantSource clock;
    private final Supplier<Optional<Rule>> wanted;
    private final Button button;
    private final Element progress = new Element("progress");
    private final Paragraph finding = new Paragraph();
    private final Div notes = new Div();
    private final OrderedList found = new OrderedList();
    private final ValueSignal<Integer> share = new ValueSignal<>(0);
    private final ValueSignal<Answer<Told>> answer = new ValueSignal<>(new Answer.Pending<>());
    private Optional<Run> running = Optional.empty();
    private Optional<Rule> tried = Optional.empty();

    /** What came of one run; nothing of one that was stopped. */
    private record Told(Run run, Optional<Trial> trial) {}

    /** One trial; whoever stops it does not wait any more. */
    private final class Run implements RuleTrials.Onlooker {

        private final Rule rule;
        private volatile boolean isStopped;
        private int told;

        Run(Rule rule) {
            this.rule = rule;
        }

        @Override
        public void done(double part) {
            var next = (int) Math.floor(part * PER_CENT);
            if (isStopped || (next < told + STEP && next < PER_CENT)) return;
            told = next;
            share.set(next);
        }

        @Override
        public boolean isWaiting() {
            return !isStopped;
        }
    }

    /** @param wanted the rule to be tried; empty while it is not complete, which whoever answers says */
    TrialPanel(
            Wording words,
            RuleWords ruleWords,
            RuleTrials trials,
            Background background,
            InstantSource clock,
            Supplier<Optional<Rule>> wanted) {
        this.words = words;
        this.ruleWords = ruleWords;
        this.trials = trials;
        this.background = background;
        this.clock = clock;
        this.wanted = wanted;
        button = new Button(words.text("trial.start"), click -> {
            if (running.isPresent()) stop();
            else start();
        });
        progress.setAttribute("max", String.valueOf(PER_CENT));
        progress.setAttribute("aria-label", words.text("trial.running"));
        finding.addClassName("trial-finding");
        finding.getElement().setAttribute("role", "status");
        notes.addClassName("trial-notes");
        found.addClassName("trial-found");
        var heading = new H2(words.text("trial.title"));
        addClassNames("panel", "panel-form", "rule-trial");
        add(heading, finding);
        getElement().appendChild(progress);
        add(notes, found, button);
        rest(words.text("trial.lead"));
        Signal.effect(this, () -> {
            var done = share.get();
            progress.setAttribute("value", String.valueOf(done));
        });
        Signal.effect(this, () -> show(answer.get()));
    }

    /** Whether what the rule finds is known: that very rule was tried to its end. */
    boolean hasTried(Rule rule) {
        return tried.filter(before -> before.findsTheSameAs(rule)).isPresent();
    }

    void start() {
        wanted.get().ifPresent(this::start);
    }

    private void start(Rule rule) {
        stopRunning();
        var run = new Run(rule);
        share.set(0);
        rest(words.text("trial.running"));
        running = Optional.of(run);
        progress.setVisible(true);
        button.setText(words.text("trial.stop"));
        background.ask(() -> new Told(run, trials.attempt(rule, run)), answer);
    }

    private void stop() {
        stopRunning();
        rest(words.text("trial.stopped"));
    }

    private void stopRunning() {
        running.ifPresent(run -> run.isStopped = true);
        running = Optional.empty();
    }

    private void rest(String text) {
        finding.setText(text);
        notes.removeAll();
        found.removeAll();
        found.setVisible(false);
        progress.setVisible(false);
        button.setText(words.text("trial.start"));
        getElement().removeAttribute("data-stale");
    }

    /** The rule is another one now, so what was found is not about it any more. */
    void compareWith(Optional<Rule> rule) {
        if (running.isPresent()) {
            if (rule.filter(now -> now.findsTheSameAs(running.get().rule)).isEmpty()) stop();
            return;
        }
        if (tried.isEmpty()) return;
        var isSame = rule.filter(this::hasTried).isPresent();
        getElement().setAttribute("data-stale", !isSame);
        button.setText(words.text(isSame ? "trial.again" : "trial.start"));
    }

    private void show(Answer<Told> latest) {
        switch (latest) {
            case Answer.Pending<Told>() -> {}
            case Answer.Unavailable<Told>() -> {
                if (running.isEmpty()) return;
                running = Optional.empty();
                rest(words.text("trial.unavailable"));
            }
            case Answer.Known<Told>(var told) -> {
                if (running.filter(run -> run == told.run()).isEmpty()) return;
                running = Optional.empty();
                told.trial().ifPresent(trial -> show(told.run().rule, trial));
            }
        }
    }

    private void show(Rule rule, Trial trial) {
        tried = Optional.of(rule);
        rest(headline(trial));
        button.setText(words.text("trial.again"));
        for (var note : notes(rule, trial)) notes.add(new Paragraph(note));
        trial.newest().forEach(incident -> found.add(item(incident)));
        found.setVisible(!trial.newest().isEmpty());
        if (trial.count() > trial.newest().size() && !trial.newest().isEmpty())
            notes.add(new Paragraph(
                    words.text("trial.newest", (long) trial.newest().size())));
    }

    private String headline(Trial trial) {
        if (trial.series() == 0) return words.text("trial.nothing");
        if (trial.judged() == 0) return words.text("trial.unknown");
        if (trial.isMore()) return words.text("trial.more", (long) trial.count());
        var missing = trial.daysMissing();
        return missing == 0
                ? words.text("trial.found", (long) trial.count())
                : words.text("trial.found.since", (long) trial.count(), known(trial));
    }

    private String known(Trial trial) {
        var length = trial.knownSince()
                .map(since -> Duration.between(since, trial.span().to()))
                .orElse(Duration.ZERO);
        return length.toHours() < 48
                ? words.text("trial.hours", Math.max(1, length.toHours()))
                : words.text("trial.days", length.toDays());
    }

    private List<String> notes(Rule rule, Trial trial) {
        var said = new ArrayList<String>();
        if (trial.daysMissing() > 0) said.add(words.text("trial.missing", known(trial)));
        if (trial.judged() == 0 && trial.series() > 0 && rule.condition() instanceof Condition.Unusual)
            said.add(words.text("trial.usual"));
        if (trial.judged() > 0 && trial.judged() < trial.series())
            said.add(words.text("trial.judged", (long) trial.judged(), (long) trial.series()));
        if (!trial.isInForce()) said.add(words.text("trial.not-in-force"));
        return said;
    }

    private ListItem item(Incident incident) {
        var now = clock.instant();
        var length = Duration.between(incident.raisedAt(), incident.endedAt().orElse(now));
        var when = incident.endedAt().isPresent()
                ? words.text("trial.lasted", moment(incident.raisedAt(), now), ruleWords.roughly(length))
                : words.text("trial.lasts", moment(incident.raisedAt(), now));
        var worst = incident.worst().isPresent()
                ? " · "
                        + words.text(
                                "trial.worst", ruleWords.extent(incident.worst().getAsDouble(), incident.rule()))
                : "";
        return new ListItem(new Span(ruleWords.places(incident)), new Span(when + worst));
    }

    private String moment(Instant time, Instant now) {
        return words.formats().minute(time, now);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopRunning();
    }
}
