package city.cockpit.administration;

import city.cockpit.ingest.connection.Connection;
import city.cockpit.ingest.connection.ConnectionField;
import city.cockpit.ingest.connection.Connections;
import city.cockpit.ingest.connection.Connections.Addition;
import city.cockpit.ingest.connection.Connections.Outcome;
import city.cockpit.ingest.connection.Connections.Trial;
import city.cockpit.ingest.connection.Wish;
import city.cockpit.mqtt.ConnectionPlan;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection for who may change it, or a new one: what it is to be, how it does, and a trial of what stands in the fields. */
final class ConnectionPanel extends Section {

    /** What the page around it is to do. */
    interface Frame {

        /** The list of connections is not what it was. */
        void listChanged();

        void added(Connection connection);

        void removed(String title);
    }

    private static final String PROPOSED = "cockpit";

    private final Wording words;
    private final ConnectionWords told;
    private final Connections connections;
    private final Background background;
    private final String administrator;
    private final Frame frame;
    private final H2 title = new H2();
    private final TextField name;
    private final FormMessage message = new FormMessage();
    private final FormMessage tried = new FormMessage();
    private final Attempt attempt;
    private final ConnectionReport report;
    private final ConnectionFields fields;
    private final Button save;
    private final Button discard;
    private final Button tryOut;
    private final Button remove;
    private final ValueSignal<Answer<Trial>> trial = new ValueSignal<>(new Answer.Pending<>());
    private Optional<Connection> base;
    private boolean gone;

    ConnectionPanel(
            Wording words,
            ConnectionWords told,
            Connections connections,
            Background background,
            InstantSource clock,
            String administrator,
            Optional<Connection> connection,
            Frame frame) {
        this.words = words;
        this.told = told;
        this.connections = connections;
        this.background = background;
        this.administrator = administrator;
        this.frame = frame;
        this.base = connection;
        attempt = new Attempt(words, message);
        report = new ConnectionReport(told);
        name = new TextField(words.text("connections.name"));
        name.setHelperText(words.text("connections.name.help"));
        name.getElement().setAttribute("autocapitalize", "none");
        fields = new ConnectionFields(
                words,
                clock,
                connections.listFormats(),
                connection.map(Connection::hasPassword).orElse(false));
        if (connection.isEmpty()) fields.addComponentAsFirst(name);
        save = new Button(words.text("setup.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        discard = new Button(words.text("setup.discard"), click -> discard());
        tryOut = new Button(words.text("connections.try"), click -> tryOut());
        remove = new Button(words.text("connections.remove") + " …", click -> askToRemove());
        addClassNames("panel", "panel-form");
        add(head(), message, report, fields, PersonPanel.row(save, tryOut, discard), tried, account());
        fields.whenChanged(this::changed);
        read();
        Signal.effect(this, () -> show(trial.get()));
    }

    private Div head() {
        var head = new Div(title);
        base.ifPresent(connection -> head.add(new Span(connection.name())));
        head.addClassName("panel-head");
        return head;
    }

    private Div account() {
        var account = PersonPanel.row(remove);
        account.addClassName("panel-account");
        account.setVisible(base.isPresent());
        return account;
    }

    void show(Optional<ConnectionStatus> status, Instant now) {
        report.show(status, now);
    }

    boolean isChanged() {
        return !gone && (fields.isChanged() || !name.isEmpty());
    }

    private void read() {
        fields.read(
                base.map(connection -> ConnectionField.all(connection.wish())).orElseGet(this::proposal));
        var heading = base.map(connection -> connection.wish().title()).orElse(words.text("connections.new"));
        title.setText(heading);
        getElement().setAttribute("aria-label", heading);
        changed();
    }

    private Map<ConnectionField, String> proposal() {
        var proposal = new EnumMap<ConnectionField, String>(ConnectionField.class);
        proposal.put(ConnectionField.CLIENT_ID, PROPOSED);
        proposal.put(ConnectionField.GROUP, PROPOSED);
        proposal.put(ConnectionField.ENABLED, "true");
        return proposal;
    }

    private void changed() {
        save.setVisible(!gone);
        save.setEnabled(base.isEmpty() || fields.isChanged());
        discard.setVisible(base.isPresent() && fields.isChanged() && !gone);
        remove.setVisible(!gone);
    }

    private void save() {
        var named = base.isPresent() || ConnectionPlan.isName(name.getValue());
        name.setInvalid(!named);
        name.setErrorMessage(words.text("connections.name.form"));
        var wish = fields.wish();
        if (named && wish.isPresent()) base.ifPresentOrElse(known -> change(known, wish.get()), () -> add(wish.get()));
        else sayWhatIsWrong();
    }

    private void sayWhatIsWrong() {
        var wrong = new ArrayList<>(fields.wrongFields());
        if (name.isInvalid()) {
            wrong.addFirst(name.getLabel());
            name.focus();
        }
        problem(words.text("setup.wrong", words.list(wrong)));
    }

    private void add(Wish wish) {
        attempt.at(() -> connections.add(name.getValue(), wish, administrator), outcome -> {
            switch (outcome) {
                case Addition.Added(var connection) -> {
                    gone = true;
                    frame.added(connection);
                }
                case Addition.NameTaken() -> {
                    name.setInvalid(true);
                    name.setErrorMessage(words.text("connections.name.taken"));
                    name.focus();
                    problem(words.text("setup.wrong", name.getLabel()));
                }
                case Addition.TooMany(var most) -> problem(words.text("connections.too-many", most));
            }
        });
    }

    private void change(Connection known, Wish mine) {
        attempt.at(() -> connections.change(known.name(), known.version(), mine, administrator), outcome -> {
            switch (outcome) {
                case Outcome.Changed(var connection) -> {
                    base = Optional.of(connection);
                    read();
                    tried.clear();
                    saySaved(connection.wish());
                }
                case Outcome.Overtaken(var newest) -> overtaken(known, mine, newest);
                case Outcome.PasswordWanted() -> {
                    fields.wantPassword();
                    problem(words.text("connections.password.wanted"));
                }
                case Outcome.Gone() -> {
                    gone = true;
                    changed();
                    problem(words.text("connections.gone", known.wish().title()));
                }
            }
            frame.listChanged();
        });
    }

    /** Good, unless several nodes run and each of them gets everything. */
    private void saySaved(Wish saved) {
        var unshared = saved.group().isEmpty() ? told.unshared(List.of("")) : Optional.<String>empty();
        message.say(
                unshared.isPresent() ? FormMessage.Kind.NOTICE : FormMessage.Kind.DONE,
                (words.text("connections.saved") + " " + unshared.orElse("")).strip());
        message.scrollIntoView();
    }

    /** Takes over what the other one changed and keeps what was changed here; the next try to save decides. */
    private void overtaken(Connection known, Wish mine, Connection newest) {
        var merge = WishMerge.of(
                ConnectionField.all(known.wish()), ConnectionField.all(mine), ConnectionField.all(newest.wish()));
        base = Optional.of(newest);
        read();
        fields.type(merge.merged());
        changed();
        problem(words.text("connections.overtaken", newest.wish().title(), names(merge.theirs()))
                + " "
                + (merge.both().isEmpty()
                        ? words.text("people.overtaken.apart")
                        : words.text("people.overtaken.both", names(merge.both()))));
    }

    private String names(Collection<ConnectionField> changed) {
        return words.list(changed.stream()
                .map(field -> words.text("connections.field." + field))
                .toList());
    }

    private void discard() {
        read();
        message.clear();
        tried.clear();
    }

    private void tryOut() {
        var wish = fields.wish();
        if (wish.isEmpty()) {
            sayWhatIsWrong();
            return;
        }
        tryOut.setEnabled(false);
        tried.say(FormMessage.Kind.HINT, words.text("connections.trial.running"));
        trial.set(new Answer.Pending<>());
        background.ask(() -> connections.tryOut(base.map(Connection::name), wish.get()), trial);
    }

    private void show(Answer<Trial> answer) {
        switch (answer) {
            case Answer.Pending<Trial>() -> {
                return;
            }
            case Answer.Unavailable<Trial>() -> tried.say(FormMessage.Kind.PROBLEM, words.text("attempt.unavailable"));
            case Answer.Known<Trial>(var outcome) -> {
                var verdict = told.verdict(outcome);
                tried.say(verdict.kind(), verdict.sentence());
                if (outcome instanceof Trial.PasswordWanted) fields.wantPassword();
            }
        }
        tryOut.setEnabled(true);
    }

    private void askToRemove() {
        base.ifPresent(connection -> Question.ask(
                words.text("connections.remove.title", connection.wish().title()),
                words.text("connections.remove.text"),
                words.text("question.keep"),
                words.text("connections.remove"),
                () -> removeNow(connection)));
    }

    private void removeNow(Connection connection) {
        attempt.at(() -> connections.remove(connection.name(), administrator), removed -> {
            gone = true;
            frame.removed(connection.wish().title());
        });
    }

    private void problem(String text) {
        message.say(FormMessage.Kind.PROBLEM, text);
        message.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }
}
