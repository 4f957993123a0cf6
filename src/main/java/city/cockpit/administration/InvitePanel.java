package city.cockpit.administration;

import city.cockpit.access.People;
import city.cockpit.access.People.Details;
import city.cockpit.access.People.Invitation;
import city.cockpit.access.People.Invitee;
import city.cockpit.access.SignInName;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.function.Consumer;

/** Somebody is to get an account: who, and with which roles. Ends with the link for the invited person. */
final class InvitePanel extends Section {

    private final Wording words;
    private final People people;
    private final InstantSource clock;
    private final String administrator;
    private final Runnable listChanged;
    private final Consumer<SignInName> done;
    private final TextField name;
    private final PersonFields fields;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Paragraph lead;
    private final Div buttons;
    private boolean invited;

    InvitePanel(
            Wording words,
            People people,
            InstantSource clock,
            String administrator,
            Runnable listChanged,
            Consumer<SignInName> done) {
        this.words = words;
        this.people = people;
        this.clock = clock;
        this.administrator = administrator;
        this.listChanged = listChanged;
        this.done = done;
        attempt = new Attempt(words, message);
        name = new TextField(words.text("people.name"));
        name.setHelperText(words.text("people.name.help"));
        name.getElement().setAttribute("autocapitalize", "none");
        fields = new PersonFields(words);
        fields.addComponentAsFirst(name);
        var invite = new Button(words.text("people.invite.do"), click -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        buttons = PersonPanel.row(invite);
        lead = new Paragraph(words.text("people.invite.lead"));
        lead.addClassName("panel-note");
        var title = new H2(words.text("people.invite"));
        title.addClassName("panel-head");
        addClassNames("panel", "panel-form");
        getElement().setAttribute("aria-label", words.text("people.invite"));
        add(title, lead, message, fields, buttons);
    }

    void type(SignInName invitee, Details details) {
        name.setValue(invitee.value());
        fields.type(details);
    }

    boolean isChanged() {
        return !invited && (fields.isChanged() || !name.isEmpty());
    }

    private void invite() {
        var invitee = SignInName.of(name.getValue());
        name.setInvalid(invitee.isEmpty());
        name.setErrorMessage(words.text("people.name.form"));
        var details = fields.details();
        if (invitee.isPresent() && details.isPresent()) invite(invitee.get(), details.get());
        else sayWhatIsWrong();
    }

    private void sayWhatIsWrong() {
        var wrong = new ArrayList<>(fields.wrongFields());
        if (name.isInvalid()) {
            wrong.addFirst(name.getLabel());
            name.focus();
        }
        message.say(FormMessage.Kind.PROBLEM, words.text("people.invite.wrong", words.list(wrong)));
    }

    private void invite(SignInName invitee, Details details) {
        attempt.at(() -> people.invite(new Invitee(invitee, details), administrator), outcome -> {
            switch (outcome) {
                case Invitation.Invited(var person, var link) -> {
                    invited = true;
                    listChanged.run();
                    show(person.name(), PersonPanel.title(person), details.email(), link);
                }
                case Invitation.NameTaken(var taken) -> {
                    name.setErrorMessage(words.text("people.name.taken"));
                    name.setInvalid(true);
                    name.focus();
                    message.say(FormMessage.Kind.PROBLEM, words.text("people.invite.taken", taken));
                }
            }
        });
    }

    private void show(SignInName who, String title, String email, People.OneTimeLink link) {
        var until = words.formats().minute(link.expiresAt(), clock.instant());
        remove(lead, fields, buttons);
        if (link.mailed()) {
            message.say(FormMessage.Kind.DONE, words.text("people.link.mailed", email, until));
            add(PersonPanel.row(new Button(words.text("once.done"), click -> done.accept(who))));
        } else {
            message.say(FormMessage.Kind.DONE, words.text("people.invited", title));
            add(new LinkShown(
                    words,
                    words.text("people.link.invitation.title"),
                    words.text("people.link.invitation.why", until),
                    link.path(),
                    () -> done.accept(who)));
        }
    }
}
