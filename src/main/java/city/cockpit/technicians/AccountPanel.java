package city.cockpit.technicians;

import city.cockpit.registry.rights.Account;
import city.cockpit.registry.rights.BrokerStanding;
import city.cockpit.registry.rights.Refused;
import city.cockpit.registry.rights.Rights;
import city.cockpit.registry.rights.Rights.Outcome;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.ShownOnce;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** An account: what it may publish, how it stands, and what can be done about it. A new password stands here once. */
final class AccountPanel extends Section {

    /** Is told what became of the account. */
    interface Listener {
        /**
         * It is another one now.
         *
         * @param password if it has just got one
         */
        void changed(Account account, Optional<String> password);

        void removed();
    }

    private final Wording words;
    private final Rights rights;
    private final InstantSource clock;
    private final String technician;
    private final Listener listener;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Div facts = new Div();
    private final Div once = new Div();
    private final Div buttons = new Div();
    private Account account;

    AccountPanel(
            Wording words, Rights rights, InstantSource clock, String technician, Account account, Listener listener) {
        this.words = words;
        this.rights = rights;
        this.clock = clock;
        this.technician = technician;
        this.account = account;
        this.listener = listener;
        attempt = new Attempt(words, message);
        facts.addClassName("panel-part");
        buttons.addClassName("panel-buttons");
        addClassNames("panel", "panel-form", "account");
        var title = new H2(words.text("rights.account"));
        getElement().setAttribute("aria-label", words.text("rights.account"));
        add(title, message, once, facts, buttons);
        show();
    }

    private void show() {
        facts.removeAll();
        facts.add(list(clock.instant()));
        buttons.removeAll();
        buttons.add(new Button(words.text("rights.rotate") + " …", click -> askToRotate()));
        switch (account.state()) {
            case OPEN -> buttons.add(new Button(words.text("rights.lock") + " …", click -> askToLock()));
            case LOCKED ->
                buttons.add(new Button(words.text("rights.unlock"), click -> act(this::unlock, "rights.unlocked")));
            case RETIRED -> {
                // The registry says when the sensor is back.
            }
        }
        if (!account.name().equals(Account.SHARED))
            buttons.add(new Button(words.text("rights.remove") + " …", click -> askToRemove()));
    }

    private Outcome unlock() {
        return rights.unlock(account.name(), technician);
    }

    private DescriptionList list(Instant now) {
        var list = new DescriptionList();
        fact(list, "rights.state", new Span(words.text("rights.state." + account.state())));
        fact(list, "rights.user", new Code(account.name()));
        fact(
                list,
                "rights.client-id",
                account.clientId().isEmpty()
                        ? new Span(words.text("rights.client-id.any"))
                        : new Code(account.clientId()));
        var topics = new Div();
        topics.addClassName("rights-topics");
        account.topics().forEach(topic -> topics.add(new Code(topic)));
        fact(list, "rights.topics", topics);
        fact(
                list,
                "rights.password",
                new Span(account.passwordAt()
                        .map(at -> words.text(
                                "rights.password.made", words.formats().minute(at, now)))
                        .orElseGet(() -> words.text("rights.password.installation"))));
        rights.lastRefused(account.name())
                .ifPresent(refused -> fact(list, "rights.refused", new Span(told(refused, now))));
        fact(list, "rights.broker", new Span(standing()));
        return list;
    }

    private void fact(DescriptionList list, String key, Component value) {
        list.add(new DescriptionList.Term(words.text(key)), new DescriptionList.Description(value));
    }

    private String told(Refused refused, Instant now) {
        return words.text(
                        "rights.refused." + refused.cause(),
                        words.formats().minute(refused.at(), now),
                        refused.detail())
                + words.text("rights.refused-times", refused.times());
    }

    private String standing() {
        return switch (rights.standing()) {
            case BrokerStanding.Embedded() -> words.text("rights.broker.embedded");
            case BrokerStanding.InStep(var since, var without) ->
                words.text(
                        without.contains(account.name()) ? "rights.broker.without-password" : "rights.broker.in-step");
            case BrokerStanding.Away(var since) -> words.text("rights.broker.away");
            case BrokerStanding.NotOffered(var since) -> words.text("rights.broker.not-offered");
        };
    }

    /** What somebody has just been given. */
    void given(String password) {
        once.removeAll();
        var shown =
                new ShownOnce(words, words.text("rights.once.title"), words.text("rights.once.why"), password, () -> {
                    once.removeAll();
                    listener.changed(account, Optional.empty());
                });
        once.add(shown);
    }

    private void askToRotate() {
        Question.ask(
                words.text("rights.rotate.title"),
                words.text(
                        account.name().equals(Account.SHARED) ? "rights.rotate.shared" : "rights.rotate.text",
                        account.name()),
                words.text("question.keep"),
                words.text("rights.rotate"),
                () -> act(() -> rights.rotate(account.name(), technician), "rights.rotated"));
    }

    private void askToLock() {
        Question.ask(
                words.text("rights.lock.title", account.name()),
                words.text(account.name().equals(Account.SHARED) ? "rights.lock.shared" : "rights.lock.text"),
                words.text("question.keep"),
                words.text("rights.lock"),
                () -> act(() -> rights.lock(account.name(), technician), "rights.locked"));
    }

    private void askToRemove() {
        Question.ask(
                words.text("rights.remove.title", account.name()),
                words.text("rights.remove.text"),
                words.text("question.keep"),
                words.text("rights.remove"),
                () -> act(() -> rights.remove(account.name(), technician), "rights.removed"));
    }

    private void act(Supplier<Outcome> deed, String done) {
        attempt.at(deed, outcome -> {
            switch (outcome) {
                case Outcome.Done(var changed) -> show(changed, Optional.empty(), done);
                case Outcome.Given(var changed, var password) -> {
                    show(changed, Optional.of(password), done);
                    given(password);
                }
                case Outcome.Removed() -> listener.removed();
                case Outcome.BrokerAway() -> message.say(FormMessage.Kind.PROBLEM, words.text("rights.broker-away"));
                case Outcome.Gone() -> message.say(FormMessage.Kind.PROBLEM, words.text("rights.gone"));
                case Outcome.Overtaken _, Outcome.Taken _, Outcome.Unfit _ ->
                    message.say(FormMessage.Kind.PROBLEM, words.text("rights.overtaken"));
            }
        });
    }

    private void show(Account changed, Optional<String> password, String done) {
        account = changed;
        message.say(FormMessage.Kind.DONE, words.text(done, account.name()));
        once.removeAll();
        show();
        listener.changed(account, password);
    }
}
