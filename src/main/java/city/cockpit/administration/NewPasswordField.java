package city.cockpit.administration;

import city.cockpit.access.OwnAccount;
import city.cockpit.access.OwnAccount.Weakness;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * A field for a new password. It can be shown, so it is typed once; how strong it is stands below in words while one
 * types. It is not cut where it becomes too long: a password cut in silence would open nothing.
 */
final class NewPasswordField extends Composite<PasswordField> {

    private static final int FEW_CHARACTERS = 6;
    private static final int STRONG = 16;
    private static final int VERY_STRONG = 20;

    private final Wording words;

    NewPasswordField(Wording words) {
        this.words = words;
        var field = getContent();
        field.setLabel(words.text("password.new"));
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        PasswordFields.prepare(field, words);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> assess(change.getValue()));
        assess("");
    }

    String typed() {
        return getContent().getValue();
    }

    void focus() {
        getContent().focus();
    }

    /** Says beside the field what is wrong if that can be seen from here. */
    boolean isComplete() {
        if (typed().isEmpty()) return refused(words.text("password.new.missing"));
        if (typed().length() < OwnAccount.SHORTEST_PASSWORD) return refused(text(Weakness.TOO_SHORT));
        if (typed().length() > OwnAccount.LONGEST_PASSWORD) return refused(text(Weakness.TOO_LONG));
        return true;
    }

    void refuse(Weakness weakness) {
        refused(text(weakness));
    }

    /** What is wrong stands in the place of how strong it is, until something else is typed. */
    private boolean refused(String why) {
        getContent().setHelperText(null);
        PasswordFields.refuse(getContent(), why);
        return false;
    }

    private String text(Weakness weakness) {
        return words.text("weakness." + weakness, OwnAccount.SHORTEST_PASSWORD, OwnAccount.LONGEST_PASSWORD);
    }

    private void assess(String typed) {
        getContent().setInvalid(false);
        getContent().setHelperText(strength(typed));
    }

    private String strength(String typed) {
        if (typed.isEmpty()) return words.text("password.rule", OwnAccount.SHORTEST_PASSWORD);
        var missing = OwnAccount.SHORTEST_PASSWORD - typed.length();
        if (missing > 0) return words.text("password.missing", missing);
        if (typed.chars().distinct().count() < FEW_CHARACTERS) return words.text("password.weak");
        if (typed.length() < STRONG) return words.text("password.sufficient");
        return words.text(typed.length() < VERY_STRONG ? "password.strong" : "password.very-strong");
    }
}
