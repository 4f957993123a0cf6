package city.cockpit.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.access.People;
import city.cockpit.access.People.ChangeOutcome;
import city.cockpit.access.People.Details;
import city.cockpit.access.People.OneTimeLink;
import city.cockpit.access.Person;
import city.cockpit.access.Role;
import city.cockpit.access.Sessions;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Supplier;

/** One person: what is known, what may be changed, and what may be done with the account. */
final class PersonPanel extends Section {

    /** What the page around it is to do. */
    interface Frame {

        /** The list of people is not what it was. */
        void listChanged();

        /** The person is removed. */
        void removed(Person person);

        /** The same details for somebody to be invited. */
        void inviteAgain(Person person, Details details);
    }

    private final Wording words;
    private final People people;
    private final Sessions sessions;
    private final InstantSource clock;
    private final String administrator;
    private final Frame frame;
    private final H2 name = new H2();
    private final Paragraph about = new Paragraph();
    private final Div marks = new Div();
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Div secret = new Div();
    private final PersonFields fields;
    private final Button save;
    private final Button discard;
    private final Button inviteAgain;
    private final Button link;
    private final Button lock;
    private final Button remove;
    private final Anchor openSessions = new Anchor();
    private final Paragraph elsewhere;
    private Person base;
    private boolean gone;

    PersonPanel(
            Wording words,
            People people,
            Sessions sessions,
            InstantSource clock,
            String administrator,
            Person person,
            Frame frame) {
        this.words = words;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
        this.administrator = administrator;
        this.frame = frame;
        this.base = person;
        attempt = new Attempt(words, message);
        fields = new PersonFields(words);
        save = new Button(words.text("setup.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        discard = new Button(words.text("setup.discard"), click -> discard());
        inviteAgain = new Button(words.text("people.invite-again"), click -> inviteAgain());
        link = new Button("", click -> makeLink());
        lock = new Button("", click -> lock());
        remove = new Button(words.text("people.remove") + " …", click -> askToRemove());
        elsewhere = new Paragraph(words.text("people.elsewhere"));
        elsewhere.addClassName("panel-note");
        addClassNames("panel", "panel-form");
        getElement().setAttribute("aria-label", person.name().value());
        add(head(), message, secret, fields, row(save, discard, inviteAgain), elsewhere, account());
        fields.whenChanged(this::changed);
        take(person);
    }

    private Div head() {
        about.addClassName("panel-about");
        marks.addClassName("panel-marks");
        var head = new Div(name, about, marks);
        head.addClassName("panel-head");
        return head;
    }

    private Div account() {
        var account = row(link, lock, remove, openSessions);
        account.addClassName("panel-account");
        return account;
    }

    static Div row(Component... buttons) {
        var row = new Div(buttons);
        row.addClassName("panel-buttons");
        return row;
    }

    boolean isChanged() {
        return fields.isChanged() && !gone;
    }

    private void take(Person person) {
        fields.read(details(person));
        show(person);
    }

    private void show(Person person) {
        base = person;
        name.setText(title(person));
        about.setText(words.text(
                person.lastSignInAt().isPresent() ? "people.about" : "people.about.never",
                person.name(),
                words.formats().date(person.createdAt()),
                person.lastSignInAt()
                        .map(at -> words.formats().minute(at, clock.instant()))
                        .orElse("")));
        marks.removeAll();
        PeopleView.marks(words, person).forEach(marks::add);
        marks.setVisible(marks.getComponentCount() > 0);
        var own = person.origin() == Person.Origin.COCKPIT;
        link.setVisible(own && !gone);
        link.setText(words.text(person.invited() ? "people.link.invitation" : "people.link.password"));
        lock.setText(words.text(person.locked() ? "people.unlock" : "people.lock"));
        lock.setVisible(!gone);
        remove.setVisible(!gone);
        elsewhere.setVisible(!own);
        inviteAgain.setVisible(gone && own);
        showSessions();
        changed();
    }

    private void showSessions() {
        openSessions.setVisible(false);
        attempt.at(() -> sessions.listSessionsOf(base.name()).size(), count -> {
            openSessions.setHref(
                    "sessions?person=" + URLEncoder.encode(base.name().value(), UTF_8));
            openSessions.setText(words.text("people.sessions", (long) count));
            openSessions.setVisible(count > 0);
        });
    }

    private void changed() {
        save.setVisible(!gone);
        save.setEnabled(fields.isChanged());
        discard.setVisible(fields.isChanged() && !gone);
    }

    private void save() {
        fields.details()
                .ifPresentOrElse(
                        this::askAndSave, () -> problem(words.text("setup.wrong", words.list(fields.wrongFields()))));
    }

    private void askAndSave(Details mine) {
        if (isMine()
                && base.roles().contains(Role.ADMINISTRATOR)
                && !mine.roles().contains(Role.ADMINISTRATOR))
            Question.ask(
                    words.text("people.own-role.title"),
                    words.text("people.own-role.text"),
                    words.text("question.keep"),
                    words.text("people.own-role.go"),
                    () -> save(mine));
        else save(mine);
    }

    private void save(Details mine) {
        attempt.at(() -> people.change(base.name(), base.version(), mine, administrator), outcome -> {
            switch (outcome) {
                case ChangeOutcome.Changed(var person) -> {
                    take(person);
                    done(words.text("people.saved"));
                }
                case ChangeOutcome.Overtaken(var newest) -> overtaken(mine, newest);
                case ChangeOutcome.LastAdministrator() -> problem(words.text("people.last"));
                case ChangeOutcome.Gone() -> gone();
            }
            frame.listChanged();
        });
    }

    /** Takes over what the other one changed and keeps what was changed here; the next try to save decides. */
    private void overtaken(Details mine, Person newest) {
        var merge = DetailsMerge.of(details(base), mine, details(newest));
        if (merge.theirs().isEmpty()) {
            base = newest;
            save(mine);
            return;
        }
        adopt(merge, newest);
        problem(words.text("people.overtaken", title(newest), parts(merge.theirs()))
                + " "
                + (merge.both().isEmpty()
                        ? words.text("people.overtaken.apart")
                        : words.text("people.overtaken.both", parts(merge.both()))));
    }

    private void adopt(DetailsMerge merge, Person newest) {
        fields.read(details(newest));
        fields.type(merge.merged());
        show(newest);
    }

    private void gone() {
        gone = true;
        show(base);
        problem(words.text("people.gone", title(base)));
    }

    private void discard() {
        take(base);
        message.clear();
    }

    private void inviteAgain() {
        fields.details()
                .ifPresentOrElse(
                        details -> frame.inviteAgain(base, details),
                        () -> problem(words.text("setup.wrong", words.list(fields.wrongFields()))));
    }

    private void makeLink() {
        attempt.at(
                () -> people.makeLink(base.name(), administrator),
                made -> made.ifPresentOrElse(this::show, this::gone));
    }

    private void show(OneTimeLink made) {
        secret.removeAll();
        if (made.mailed()) done(words.text("people.link.mailed", base.email(), until(made)));
        else {
            message.clear();
            secret.add(new LinkShown(
                    words,
                    words.text(base.invited() ? "people.link.invitation.title" : "people.link.password.title"),
                    words.text(base.invited() ? "people.link.invitation.why" : "people.link.password.why", until(made)),
                    made.path(),
                    secret::removeAll));
        }
    }

    private String until(OneTimeLink made) {
        return words.formats().minute(made.expiresAt(), clock.instant());
    }

    private void lock() {
        if (base.locked()) settle(() -> people.unlock(base.name(), administrator), "people.unlocked");
        else if (isMine())
            Question.ask(
                    words.text("people.own-lock.title"),
                    words.text("people.own-lock.text"),
                    words.text("question.keep"),
                    words.text("people.lock"),
                    this::lockNow);
        else lockNow();
    }

    private void lockNow() {
        settle(() -> people.lock(base.name(), administrator), "people.locked");
    }

    /** What is typed in the fields stays. */
    private void settle(Supplier<ChangeOutcome> deed, String sentence) {
        attempt.at(deed, outcome -> {
            switch (outcome) {
                case ChangeOutcome.Changed(var person) -> {
                    catchUp(person);
                    done(words.text(sentence, title(person)));
                }
                case ChangeOutcome.Overtaken(var newest) -> {
                    catchUp(newest);
                    problem(words.text("people.again"));
                }
                case ChangeOutcome.LastAdministrator() -> problem(words.text("people.last"));
                case ChangeOutcome.Gone() -> gone();
            }
            frame.listChanged();
        });
    }

    private void catchUp(Person newest) {
        if (fields.isChanged())
            fields.details()
                    .ifPresentOrElse(
                            mine -> adopt(DetailsMerge.of(details(base), mine, details(newest)), newest),
                            () -> show(newest));
        else take(newest);
    }

    private void askToRemove() {
        Question.ask(
                words.text("people.remove.title", title(base)),
                words.text(isMine() ? "people.remove.own" : "people.remove.text"),
                words.text("question.keep"),
                words.text("people.remove"),
                this::removeNow);
    }

    private void removeNow() {
        attempt.at(() -> people.remove(base.name(), administrator), outcome -> {
            switch (outcome) {
                case ChangeOutcome.Changed(var person) -> leave(person);
                case ChangeOutcome.Gone() -> leave(base);
                case ChangeOutcome.Overtaken(var newest) -> {
                    catchUp(newest);
                    problem(words.text("people.again"));
                }
                case ChangeOutcome.LastAdministrator() -> problem(words.text("people.last"));
            }
        });
    }

    private void leave(Person removed) {
        gone = true;
        frame.removed(removed);
    }

    private boolean isMine() {
        return base.name().value().equals(administrator);
    }

    private void done(String text) {
        secret.removeAll();
        message.say(FormMessage.Kind.DONE, text);
    }

    private void problem(String text) {
        secret.removeAll();
        message.say(FormMessage.Kind.PROBLEM, text);
        message.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private String parts(Collection<DetailsMerge.Part> parts) {
        return words.list(
                parts.stream().map(part -> words.text("people.part." + part)).toList());
    }

    /** How colleagues know the person. */
    static String title(Person person) {
        return person.fullName().isEmpty() ? person.name().value() : person.fullName();
    }

    private static Details details(Person person) {
        return new Details(person.fullName(), person.email(), person.roles());
    }
}
