package city.cockpit.administration;

import city.cockpit.access.People.Details;
import city.cockpit.access.Role;
import city.cockpit.town.PlainText;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an administrator may change of a person, with what is wrong with it beside each field. */
final class PersonFields extends Div {

    static final Details NOTHING = new Details("", "", Set.of());

    private final Binder<Draft> binder = new Binder<>();
    private final List<Binder.Binding<Draft, ?>> bindings;
    private Draft draft = new Draft(NOTHING);

    /** What stands in the fields; nothing is checked here. */
    private static final class Draft {

        private String fullName;
        private String email;
        private Set<Role> roles;

        Draft(Details details) {
            fullName = details.fullName();
            email = details.email();
            roles = details.roles();
        }

        Details details() {
            return new Details(PlainText.tidy(fullName), email.strip(), roles);
        }
    }

    PersonFields(Wording words) {
        var fullName = new TextField(words.text("people.full-name"));
        fullName.setValueChangeMode(ValueChangeMode.LAZY);
        var email = new TextField(words.text("people.email"));
        email.setValueChangeMode(ValueChangeMode.LAZY);
        email.getElement().setAttribute("inputmode", "email");
        var roles = new CheckboxGroup<Role>(words.text("people.roles"));
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> words.text("role." + role));
        roles.setRenderer(
                new ComponentRenderer<>(role -> choice(words.text("role." + role), words.text("role.opens." + role))));
        addClassName("panel-fields");
        add(fullName, email, roles);
        var longest = words.formats().count(Details.LONGEST_NAME);
        bindings = List.of(
                binder.forField(fullName)
                        .withValidator(
                                text -> PlainText.fitsOneLine(PlainText.tidy(text), Details.LONGEST_NAME),
                                words.text("setup.too-long", longest))
                        .bind(held -> held.fullName, (held, value) -> held.fullName = value),
                binder.forField(email)
                        .withValidator(text -> Details.isEmail(text.strip()), words.text("setup.email.form"))
                        .bind(held -> held.email, (held, value) -> held.email = value),
                binder.forField(roles)
                        .withValidator(chosen -> !chosen.isEmpty(), words.text("people.roles.missing"))
                        .bind(held -> held.roles, (held, value) -> held.roles = value));
        binder.setChangeDetectionEnabled(true);
        binder.readBean(draft);
    }

    /** A choice with what it means below it. */
    static Div choice(String name, String meaning) {
        var why = new Span(meaning);
        why.addClassName("choice-why");
        var choice = new Div(new Span(name), why);
        choice.addClassName("choice");
        return choice;
    }

    /** Runs after every change of a field. */
    void whenChanged(Runnable changed) {
        binder.addValueChangeListener(change -> changed.run());
    }

    void read(Details details) {
        draft = new Draft(details);
        binder.readBean(draft);
    }

    /** Puts this into the fields as if it had been typed there: where it differs from what was read, that is a change. */
    void type(Details typed) {
        var unchecked = new Draft(typed);
        bindings.forEach(binding -> binding.read(unchecked));
    }

    boolean isChanged() {
        return binder.hasChanges();
    }

    /** What stands in the fields; empty if some of it is wrong, which then stands beside the fields. */
    Optional<Details> details() {
        return binder.writeBeanIfValid(draft) ? Optional.of(draft.details()) : Optional.empty();
    }

    /** The names of the fields that are wrong. The first of them gets the focus. */
    List<String> wrongFields() {
        return WrongFields.of(binder);
    }
}
