package city.cockpit.technicians;

import city.cockpit.platform.DevicesDoor.Door;
import city.cockpit.registry.rights.Account;
import city.cockpit.technicians.SetUp.Kind;
import city.cockpit.uikit.CopyButton;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import java.util.Optional;

/** Ready to copy: how a device, a network server or a terminal is set up for one account. */
final class SetUpPanel extends Section {

    private final Wording words;
    private final Door door;
    private final List<String> propertyKeys;
    private final Select<Kind> kind = new Select<>();
    private final TextField host = new TextField();
    private final Pre text = new Pre();
    private final Paragraph hint = new Paragraph();
    private final FormMessage refused = new FormMessage();
    private final Button copy;
    private final Span copied = new Span();
    private Optional<Account> account = Optional.empty();
    private Optional<String> password = Optional.empty();

    SetUpPanel(Wording words, Door door, Kind first, List<String> propertyKeys) {
        this.words = words;
        this.door = door;
        this.propertyKeys = propertyKeys;
        kind.setLabel(words.text("setup-of.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> words.text("setup-of." + one));
        kind.setValue(first);
        kind.addValueChangeListener(change -> show());
        host.setLabel(words.text("setup-of.host"));
        host.setHelperText(words.text(door.onlyThisMachine() ? "setup-of.host.local" : "setup-of.host.help"));
        host.setValue(knownHost());
        host.setValueChangeMode(ValueChangeMode.LAZY);
        host.addValueChangeListener(change -> show());
        host.getElement().setAttribute("autocapitalize", "none");
        host.getElement().setAttribute("spellcheck", "false");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", words.text("setup-of.text"));
        hint.addClassName("panel-note");
        copy = new Button(words.text("once.copy"));
        copied.getElement().setAttribute("role", "status");
        var fields = new Div(kind, host);
        fields.addClassName("panel-fields");
        var buttons = new Div(copy, copied);
        buttons.addClassName("panel-buttons");
        addClassNames("panel", "panel-form", "message-sheet", "set-up");
        add(new H2(words.text("setup-of.title")), fields, refused, text, buttons, hint);
    }

    /** The broker's name where others can know it; else the one under which this page was found. */
    private String knownHost() {
        if (door.host().contains(".") && !door.onlyThisMachine()) return door.host();
        var request = VaadinRequest.getCurrent();
        return request == null || door.onlyThisMachine() ? door.host() : hostOf(request);
    }

    private static String hostOf(VaadinRequest request) {
        var header = request.getHeader("Host");
        return header == null ? "localhost" : header.replaceFirst(":[0-9]+$", "");
    }

    /** @param password just made; nobody can show it later */
    void show(Account shown, Optional<String> password) {
        account = Optional.of(shown);
        this.password = password;
        show();
    }

    private void show() {
        copied.setText("");
        account.ifPresent(known -> {
            var setUp = new SetUp(
                    known,
                    host.getValue().strip(),
                    door,
                    password.orElseGet(() -> words.text("setup-of.password")),
                    propertyKeys);
            text.setText(setUp.text(kind.getValue()).strip());
            setUp.refusedTopic(kind.getValue())
                    .ifPresentOrElse(
                            topic -> refused.say(
                                    FormMessage.Kind.NOTICE,
                                    words.text(
                                            known.isGateway() ? "setup-of.refused.gateway" : "setup-of.refused",
                                            topic,
                                            words.list(known.topics()))),
                            refused::clear);
        });
        var secret = words.text(password.isPresent() ? "setup-of.with-password" : "setup-of.without-password");
        hint.setText(secret + " " + words.text("setup-of." + kind.getValue() + ".hint")
                + (door.encrypted() ? " " + words.text("setup-of.encrypted") : ""));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        CopyButton.copies(copy, text, copied, words);
    }
}
