package city.cockpit.operations;

import city.cockpit.alerts.Recipient;
import city.cockpit.alerts.Recipient.Channel;
import city.cockpit.measurement.Severity;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A new recipient: a way, an address, and of what they want to know. */
final class RecipientForm extends Div {

    private final Wording words;
    private final TextField name;
    private final Select<Channel> channel = new Select<>();
    private final TextField address;
    private final Select<Severity> least = new Select<>();
    private final Checkbox digest;

    /** @param save returns whether they are kept now */
    RecipientForm(Wording words, Predicate<Recipient> save, Consumer<Recipient> test) {
        this.words = words;
        name = new TextField(words.text("recipients.name"));
        name.setMaxLength(Recipient.LONGEST_NAME);
        channel.setLabel(words.text("recipients.channel"));
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(one -> words.text("recipient.channel." + one));
        channel.setValue(Channel.EMAIL);
        address = new TextField(words.text("recipients.address.EMAIL"));
        address.setMaxLength(Recipient.LONGEST_ADDRESS);
        channel.addValueChangeListener(
                change -> address.setLabel(words.text("recipients.address." + change.getValue())));
        least.setLabel(words.text("recipients.least"));
        least.setItems(Severity.NOTICE, Severity.WARNING, Severity.ALARM);
        least.setItemLabelGenerator(one -> words.text("severity." + one));
        least.setValue(Severity.WARNING);
        digest = new Checkbox(words.text("recipients.digest"));
        var keep = new Button(
                words.text("recipients.save"),
                click -> filledIn().ifPresent(recipient -> {
                    if (save.test(recipient)) clear();
                }));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        var tryIt =
                new Button(words.text("recipients.test"), click -> filledIn().ifPresent(test));
        var buttons = new Div(keep, tryIt);
        buttons.addClassName("panel-buttons");
        var fields = new Div(name, channel, address, least, digest);
        fields.addClassName("recipient-fields");
        add(new H3(words.text("recipients.new")), fields, buttons);
        addClassName("recipient-form");
    }

    private Optional<Recipient> filledIn() {
        var isNamed = !name.getValue().isBlank() && !name.getValue().contains(";");
        var isAddressed =
                Recipient.isAddress(channel.getValue(), address.getValue().strip());
        name.setInvalid(!isNamed);
        name.setErrorMessage(words.text("recipients.name.wrong"));
        address.setInvalid(!isAddressed);
        address.setErrorMessage(words.text("recipients.address.wrong." + channel.getValue()));
        if (!isNamed || !isAddressed) return Optional.empty();
        return Optional.of(new Recipient(
                name.getValue().strip(),
                channel.getValue(),
                address.getValue().strip(),
                least.getValue(),
                digest.getValue(),
                true,
                0));
    }

    private void clear() {
        name.clear();
        address.clear();
        name.setInvalid(false);
        address.setInvalid(false);
    }

    static Recipient switched(Recipient recipient, boolean on) {
        return new Recipient(
                recipient.name(),
                recipient.channel(),
                recipient.address(),
                recipient.least(),
                recipient.isDigest(),
                on,
                recipient.version());
    }
}
