package city.cockpit.technicians;

import city.cockpit.registry.rights.Account;
import city.cockpit.registry.rights.FormatTopics;
import city.cockpit.registry.rights.Rights.Gateway;
import city.cockpit.registry.rights.TopicRights;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;

/** A new gateway: what it is called and what it may publish. */
final class GatewayForm extends Section {

    private static final List<String> KNOWN = List.of("chirpstack", "zigbee2mqtt");
    private static final String OTHER = "";

    private final Wording words;
    private final Consumer<Gateway> made;
    private final FormMessage message = new FormMessage();
    private final Select<String> kind = new Select<>();
    private final TextField title;
    private final TextField name;
    private final TextArea topics;
    private final TextField clientId;

    GatewayForm(Wording words, List<String> filters, Consumer<Gateway> made) {
        this.words = words;
        this.made = made;
        kind.setLabel(words.text("gateways.kind"));
        kind.setItems("chirpstack", "zigbee2mqtt", OTHER);
        kind.setItemLabelGenerator(format -> words.text(format.isEmpty() ? "gateways.kind.other" : "format." + format));
        title = new TextField(words.text("gateways.name"));
        title.setMaxLength(Account.LONGEST_TITLE);
        name = plain(new TextField(words.text("rights.user")));
        name.setHelperText(words.text("gateways.user.help"));
        topics = new TextArea(words.text("rights.topics"));
        topics.setHelperText(words.text("gateways.topics.help"));
        topics.setValue(String.join("\n", filters));
        topics.getElement().setAttribute("autocapitalize", "none");
        topics.getElement().setAttribute("spellcheck", "false");
        clientId = plain(new TextField(words.text("rights.client-id")));
        clientId.setHelperText(words.text("gateways.client-id.help"));
        kind.addValueChangeListener(change -> propose(change.getValue()));
        kind.setValue(KNOWN.getFirst());
        var fields = new Div(kind, title, name, topics, clientId);
        fields.addClassName("panel-fields");
        var make = new Button(words.text("rights.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(make);
        buttons.addClassName("panel-buttons");
        addClassNames("panel", "panel-form");
        getElement().setAttribute("aria-label", words.text("gateways.new"));
        add(new H2(words.text("gateways.new")), message, fields, buttons);
    }

    private static TextField plain(TextField field) {
        field.getElement().setAttribute("autocapitalize", "none");
        field.getElement().setAttribute("spellcheck", "false");
        return field;
    }

    private void propose(String format) {
        if (format == null || format.isEmpty()) return;
        topics.setValue(String.join("\n", FormatTopics.ofGateway(format)));
        if (KNOWN.contains(name.getValue()) || name.isEmpty()) name.setValue(format);
        var called = words.text("format." + format);
        if (title.isEmpty() || KNOWN.stream().anyMatch(known -> title.getValue().equals(words.text("format." + known))))
            title.setValue(called);
    }

    private void make() {
        var filters = topics.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        name.setInvalid(!Gateway.isName(name.getValue().strip()));
        name.setErrorMessage(words.text("gateways.user.form"));
        topics.setInvalid(filters.isEmpty()
                || filters.size() > TopicRights.MOST
                || !filters.stream().allMatch(TopicRights::isFilter));
        topics.setErrorMessage(words.text("gateways.topics.form"));
        clientId.setInvalid(!Account.isClientId(clientId.getValue().strip()));
        clientId.setErrorMessage(words.text("gateways.client-id.form"));
        if (name.isInvalid() || topics.isInvalid() || clientId.isInvalid()) {
            message.say(FormMessage.Kind.PROBLEM, words.text("gateways.wrong"));
            return;
        }
        message.clear();
        made.accept(new Gateway(
                name.getValue().strip(),
                title.getValue().strip(),
                filters,
                clientId.getValue().strip()));
    }
}
