package city.cockpit.technicians;

import city.cockpit.registry.rights.Account;
import city.cockpit.registry.rights.FormatTopics;
import city.cockpit.registry.rights.Rights.Gateway;
import city.cockpit.registry.rights.TopicRights;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;

/** What a gateway is called and what it may publish; what is wrong is said at the field. */
final class GatewayFields extends Div {

    private static final List<String> KNOWN = List.of("chirpstack", "zigbee2mqtt");
    private static final String OTHER = "";

    private final Wording words;
    private final TextField title;
    private final TextField name;
    private final TextArea topics;
    private final TextField clientId;

    private GatewayFields(Wording words) {
        this.words = words;
        title = new TextField(words.text("gateways.name"));
        title.setMaxLength(Account.LONGEST_TITLE);
        name = new TextField(words.text("rights.user"));
        name.setHelperText(words.text("gateways.user.help"));
        topics = new TextArea(words.text("rights.topics"));
        topics.setHelperText(words.text("gateways.topics.help"));
        clientId = new TextField(words.text("rights.client-id"));
        clientId.setHelperText(words.text("gateways.client-id.help"));
        for (var field : List.of(name, topics, clientId)) {
            field.getElement().setAttribute("autocapitalize", "none");
            field.getElement().setAttribute("spellcheck", "false");
        }
        addClassName("panel-fields");
    }

    /** Of a new one, filled with what is known of the kind that somebody chooses. */
    static GatewayFields ofNew(Wording words) {
        var fields = new GatewayFields(words);
        var kind = new Select<String>();
        kind.setLabel(words.text("gateways.kind"));
        kind.setItems("chirpstack", "zigbee2mqtt", OTHER);
        kind.setItemLabelGenerator(format -> words.text(format.isEmpty() ? "gateways.kind.other" : "format." + format));
        kind.addValueChangeListener(change -> fields.propose(change.getValue()));
        kind.setValue(KNOWN.getFirst());
        fields.add(kind, fields.title, fields.name, fields.topics, fields.clientId);
        return fields;
    }

    /** Of one that is there; its name stays. */
    static GatewayFields of(Wording words, Account account) {
        var fields = new GatewayFields(words);
        fields.title.setValue(account.title());
        fields.name.setValue(account.name());
        fields.topics.setValue(String.join("\n", account.topics()));
        fields.clientId.setValue(account.clientId());
        fields.add(fields.title, fields.topics, fields.clientId);
        return fields;
    }

    private void propose(String format) {
        if (format == null || format.isEmpty()) return;
        topics.setValue(String.join("\n", FormatTopics.ofGateway(format)));
        if (KNOWN.contains(name.getValue()) || name.isEmpty()) name.setValue(format);
        var called = words.text("format." + format);
        if (title.isEmpty() || KNOWN.stream().anyMatch(known -> title.getValue().equals(words.text("format." + known))))
            title.setValue(called);
    }

    /** What was typed, if all of it is right; else the fields say what is wrong. */
    Optional<Gateway> findGateway() {
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
        if (name.isInvalid() || topics.isInvalid() || clientId.isInvalid()) return Optional.empty();
        return Optional.of(new Gateway(
                name.getValue().strip(),
                title.getValue().strip(),
                filters,
                clientId.getValue().strip()));
    }
}
