package city.cockpit.administration;

import city.cockpit.ingest.TopicPattern;
import city.cockpit.ingest.connection.ConnectionField;
import city.cockpit.ingest.connection.Wish;
import city.cockpit.ingest.connection.Wish.Password;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an administrator may change of a connection, with what is wrong with it beside each field. */
final class ConnectionFields extends Div {

    private final Wording words;
    private final Binder<Map<ConnectionField, String>> binder = new Binder<>();
    private final List<Binder.Binding<Map<ConnectionField, String>, ?>> bindings = new ArrayList<>();
    private final PasswordField password;
    private final boolean hasPassword;
    private Map<ConnectionField, String> draft = new EnumMap<>(ConnectionField.class);

    /** @param hasPassword whether there is one that may stay as it is */
    ConnectionFields(Wording words, InstantSource clock, List<String> formats, boolean hasPassword) {
        this.words = words;
        this.hasPassword = hasPassword;
        addClassNames("panel-fields", "connection-fields");
        text(ConnectionField.TITLE, new TextField(), Wish::isTitle);
        var address = text(ConnectionField.ADDRESS, new TextField(), Wish::isAddress);
        address.setPlaceholder("mqtts://broker.example.org:8883");
        text(ConnectionField.USERNAME, new TextField(), Wish::isUsername).setAutocomplete(Autocomplete.OFF);
        password = text(ConnectionField.PASSWORD, new PasswordField(), text -> text.length() <= 500);
        password.setHelperText(words.text(hasPassword ? "connections.password.kept" : "connections.password.none"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        text(ConnectionField.TOPICS, new TextArea(), ConnectionFields::areTopics);
        text(ConnectionField.GROUP, new TextField(), Wish::isGroup);
        format(formats);
        zone(clock);
        var certificate = text(ConnectionField.CERTIFICATE, new TextArea(), Wish::isCertificate);
        certificate.setPlaceholder("-----BEGIN CERTIFICATE-----");
        certificate.setMaxHeight("12rem");
        text(ConnectionField.CLIENT_ID, new TextField(), Wish::isClientId);
        var enabled = new Checkbox(name(ConnectionField.ENABLED));
        bindings.add(binder.forField(enabled)
                .bind(
                        held -> Boolean.parseBoolean(held.get(ConnectionField.ENABLED)),
                        (held, value) -> held.put(ConnectionField.ENABLED, String.valueOf(value))));
        add(enabled);
        binder.setChangeDetectionEnabled(true);
    }

    private String name(ConnectionField field) {
        return words.text("connections.field." + field);
    }

    private <F extends TextFieldBase<F, String>> F text(ConnectionField field, F component, Predicate<String> good) {
        component.setLabel(name(field));
        component.setValueChangeMode(ValueChangeMode.LAZY);
        component.getElement().setAttribute("autocapitalize", "none");
        component.getElement().setAttribute("spellcheck", "false");
        var help = "connections.help." + field;
        if (words.findText(help).isPresent())
            component.getElement().setProperty("helperText", words.text(help, TopicPattern.SENSOR));
        bindings.add(binder.forField(component)
                .withValidator(
                        text -> good.test(text.strip()), words.text("connections.wrong." + field, TopicPattern.SENSOR))
                .bind(held -> held.getOrDefault(field, ""), (held, value) -> held.put(field, value)));
        add(component);
        return component;
    }

    private void format(List<String> formats) {
        var format = new Select<String>();
        format.setLabel(name(ConnectionField.FORMAT));
        format.setItems(Stream.concat(Stream.of(""), formats.stream()).toList());
        format.setItemLabelGenerator(key -> words.text("format." + (key.isEmpty() ? "automatic" : key)));
        format.setHelperText(words.text("connections.help.FORMAT"));
        bindings.add(binder.forField(format)
                .bind(
                        held -> held.getOrDefault(ConnectionField.FORMAT, ""),
                        (held, value) -> held.put(ConnectionField.FORMAT, value == null ? "" : value)));
        add(format);
    }

    private void zone(InstantSource clock) {
        var zone = new ZoneField(words, clock, words.formats().zone());
        zone.setClearButtonVisible(true);
        zone.setPlaceholder(words.text("connections.zone.town"));
        bindings.add(binder.forField(zone)
                .bind(
                        held -> zoneOf(held.get(ConnectionField.ZONE)),
                        (held, value) -> held.put(ConnectionField.ZONE, value == null ? "" : value.getId())));
        add(zone);
    }

    private static @Nullable ZoneId zoneOf(@Nullable String id) {
        if (id == null || id.isEmpty()) return null;
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean areTopics(String text) {
        var topics = topics(text);
        return !topics.isEmpty()
                && topics.size() <= Wish.MOST_TOPICS
                && topics.stream().allMatch(TopicPattern::isPattern);
    }

    private static List<String> topics(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Runs after every change of a field. */
    void whenChanged(Runnable changed) {
        binder.addValueChangeListener(change -> changed.run());
    }

    void read(Map<ConnectionField, String> texts) {
        draft = new EnumMap<>(texts);
        binder.readBean(draft);
    }

    /** Puts this into the fields as if it had been typed there: where it differs from what was read, that is a change. */
    void type(Map<ConnectionField, String> typed) {
        var unchecked = new EnumMap<ConnectionField, String>(typed);
        bindings.forEach(binding -> binding.read(unchecked));
    }

    boolean isChanged() {
        return binder.hasChanges();
    }

    /** What stands in the fields; empty if some of it is wrong, which then stands beside the fields. */
    Optional<Wish> wish() {
        var written = new EnumMap<ConnectionField, String>(draft);
        if (!binder.writeBeanIfValid(written)) return Optional.empty();
        written.replaceAll((field, text) -> field == ConnectionField.PASSWORD ? text : text.strip());
        return Optional.of(wish(written));
    }

    private Wish wish(Map<ConnectionField, String> texts) {
        return new Wish(
                text(texts, ConnectionField.TITLE),
                text(texts, ConnectionField.ADDRESS),
                text(texts, ConnectionField.USERNAME),
                password(texts),
                text(texts, ConnectionField.CERTIFICATE),
                text(texts, ConnectionField.CLIENT_ID),
                topics(text(texts, ConnectionField.TOPICS)).stream()
                        .map(TopicPattern::new)
                        .toList(),
                text(texts, ConnectionField.GROUP),
                text(texts, ConnectionField.FORMAT),
                Optional.ofNullable(zoneOf(text(texts, ConnectionField.ZONE))),
                Boolean.parseBoolean(text(texts, ConnectionField.ENABLED)));
    }

    private static String text(Map<ConnectionField, String> texts, ConnectionField field) {
        return texts.getOrDefault(field, "");
    }

    /** Nothing typed means: as it is; but without a user there is no password either. */
    private Password password(Map<ConnectionField, String> texts) {
        var typed = text(texts, ConnectionField.PASSWORD);
        if (text(texts, ConnectionField.USERNAME).isEmpty()) return new Password.Typed("");
        return typed.isEmpty() && hasPassword ? new Password.Kept() : new Password.Typed(typed);
    }

    /** The password so far does not count for what stands in the fields. */
    void wantPassword() {
        password.setInvalid(true);
        password.setErrorMessage(words.text("connections.password.wanted"));
        password.focus();
    }

    /** The names of the fields that are wrong. The first of them gets the focus. */
    List<String> wrongFields() {
        return WrongFields.of(binder);
    }
}
