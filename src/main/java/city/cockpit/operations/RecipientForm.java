package city.cockpit.operations;

import city.cockpit.alerts.Recipient;
import city.cockpit.alerts.Recipient.Channel;
import city.cockpit.alerts.Recipient.Language;
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

/** A recipient, new or to be changed: a way, an address, in which language, and of what they want to know. */
final class RecipientForm extends Div {

    private final Wording words;
    private final TextField name;
    private final Select<Channel> channel = new Select<>();
    private final TextField address;
    private final Select<Language> language = new Select<>();
    private final Select<Severity> least = new Select<>();
    private final Checkbox digest;
    private final H3 heading = new H3();
    private final Button giveUp;
    private Optional<Recipient> before = Optional.empty();

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
        channel.addValueChangeListener(change -> {
            address.setLabel(words.text("recipients.address." + change.getValue()));
            language.setVisible(change.getValue() == Channel.EMAIL);
        });
        language.setLabel(words.text("recipients.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(one -> words.text("recipient.language." + one));
        least.setLabel(words.text("recipients.least"));
        least.setHelperText(words.text("recipients.least.help"));
        least.setItems(Severity.NOTICE, Severity.WARNING, Severity.ALARM);
        least.setItemLabelGenerator(one -> words.text("severity." + one));
        digest = new Checkbox(words.text("recipients.digest"));
        var keep = new Button(
                words.text("recipients.save"),
                click -> filledIn().ifPresent(recipient -> {
                    if (save.test(recipient)) clear();
                }));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        var tryIt =
                new Button(words.text("recipients.test"), click -> filledIn().ifPresent(test));
        giveUp = new Button(words.text("question.keep"), click -> clear());
        var buttons = new Div(keep, tryIt, giveUp);
        buttons.addClassName("panel-buttons");
        var fields = new Div(name, channel, address, language, least, digest);
        fields.addClassName("plan-fields");
        add(heading, fields, buttons);
        addClassNames("panel", "panel-form", "recipient-form");
        clear();
    }

    /** That one is changed now, until it is saved or given up. */
    void change(Recipient recipient) {
        before = Optional.of(recipient);
        heading.setText(words.text("recipients.change.title", recipient.name()));
        fill(recipient.name(), recipient.channel(), recipient.address(), recipient.language(), recipient.least());
        digest.setValue(recipient.isDigest());
        name.setReadOnly(true);
        giveUp.setVisible(true);
        address.focus();
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private void fill(String named, Channel way, String place, Language read, Severity mildest) {
        name.setValue(named);
        channel.setValue(way);
        address.setValue(place);
        language.setValue(read);
        least.setValue(mildest);
        name.setInvalid(false);
        address.setInvalid(false);
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
                language.getValue(),
                least.getValue(),
                digest.getValue(),
                before.map(Recipient::isOn).orElse(true),
                before.map(Recipient::version).orElse(0)));
    }

    private void clear() {
        before = Optional.empty();
        heading.setText(words.text("recipients.new"));
        fill("", Channel.EMAIL, "", Language.BOTH, Severity.WARNING);
        digest.setValue(false);
        name.setReadOnly(false);
        giveUp.setVisible(false);
    }
}
