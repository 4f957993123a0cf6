package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.ingest.kept.Inbox;
import city.cockpit.measurement.SensorId;
import city.cockpit.onboarding.LorawanCode;
import city.cockpit.registry.Device;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.FormMessage.Kind;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another device takes the place of the one that hangs there; the series go on, the change is marked. */
@Route(value = "sensors/:sensor/swap", layout = AdministrationLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class SwapView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final Sensors sensors;
    private final Inbox inbox;
    private final InstantSource clock;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;

    SwapView(Wordings wordings, Sensors sensors, Inbox inbox, AuthenticationContext visitor, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.sensors = sensors;
        this.inbox = inbox;
        this.clock = clock;
        technician = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        addClassName("sensor-desk");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(SensorInAddress.sensor(event, sensors));
    }

    private void open(Sensor sensor) {
        var form = new Form(sensor);
        var lead = new Paragraph(words.text("swap.lead", sensor.name()));
        lead.addClassName("lead");
        var back = new Anchor("sensors/" + sensor.id(), words.text("sensor.edit.back"));
        var head = new Div(new Div(new H1(words.text("swap.title")), lead, back));
        head.addClassName("figure-head");
        removeAll();
        add(head, form);
    }

    /** The new device. */
    private final class Form extends Div {

        private final Sensor sensor;
        private final TextField kind = field("draft.KIND", Device.LONGEST_TEXT);
        private final TextField model = field("draft.MODEL", Device.LONGEST_TEXT);
        private final TextField serial = field("draft.SERIAL", Device.LONGEST_TEXT);
        private final TextField speaksAs = field("swap.speaks", 64);
        private final DayField on = new DayField(words, words.text("swap.on"));
        private final Div foot = new Div();

        private Form(Sensor sensor) {
            this.sensor = sensor;
            kind.setValue(sensor.device().kind());
            model.setValue(sensor.device().model());
            speaksAs.setHelperText(words.text("swap.speaks.help"));
            on.setValue(today());
            on.setMax(today());
            on.setRequired(true);
            var before = new Paragraph(words.text("swap.before", described(sensor.device())));
            before.addClassName("panel-note");
            var fields = new Div(serial, speaksAs, kind, model, on);
            fields.addClassName("plan-fields");
            var save = new Button(words.text("swap.save"), click -> save());
            save.addThemeVariants(ButtonVariant.PRIMARY);
            var buttons = new Div(save);
            buttons.addClassName("panel-buttons");
            foot.add(message, buttons);
            addClassNames("panel", "panel-form");
            add(before, new CodeScanner(words, this::scanned), fields, foot);
        }

        private TextField field(String label, int longest) {
            var field = new TextField(words.text(label));
            field.setMaxLength(longest);
            return field;
        }

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), words.formats().zone());
        }

        private String described(Device device) {
            var parts = Stream.of(device.kind(), device.model(), device.serial())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
            return parts.isEmpty() ? words.text("draft.unknown") : parts;
        }

        private void scanned(String text) {
            switch (LorawanCode.read(text)) {
                case LorawanCode.Scan.Found(var code) -> {
                    serial.setValue(code.devEui());
                    speaksAs.setValue(code.sensor().value());
                    message.say(Kind.HINT, words.text("scan.found", code.devEui(), code.vendor(), code.profile()));
                }
                case LorawanCode.Scan.Flawed(var flaw) -> message.say(Kind.PROBLEM, words.text("scan.flaw." + flaw));
            }
        }

        private void save() {
            var name = SensorId.ofDevice(speaksAs.getValue().strip());
            if (!speaksAs.isEmpty() && name.isEmpty()) {
                speaksAs.setErrorMessage(words.text("swap.nameless"));
                speaksAs.setInvalid(true);
                speaksAs.focus();
                return;
            }
            if (serial.isEmpty() && model.isEmpty()) {
                serial.setErrorMessage(words.text("lack.MISSING"));
                serial.setInvalid(true);
                serial.focus();
                return;
            }
            if (on.isEmpty() || on.isInvalid()) {
                on.focus();
                return;
            }
            var next = new Device(
                    kind.getValue().strip(),
                    model.getValue().strip(),
                    serial.getValue().strip(),
                    Optional.of(on.getValue()));
            attempt.at(() -> swap(next, name), this::done);
        }

        /** Whether the new device's messages are those of the sensor from now on. */
        private boolean swap(Device next, Optional<SensorId> name) {
            sensors.swap(sensor.id(), next, on.getValue(), technician);
            return name.isEmpty()
                    || name.get().equals(sensor.id())
                    || inbox.assign(name.get(), sensor.id(), technician).isPresent();
        }

        private void done(boolean assigned) {
            var name = speaksAs.getValue();
            List.of(kind, model, serial, speaksAs).forEach(field -> field.setReadOnly(true));
            on.setReadOnly(true);
            foot.removeAll();
            foot.add(message, new Anchor("sensors/" + sensor.id(), words.text("sensor.edit.back")));
            if (assigned) message.say(Kind.DONE, words.text("swap.done"));
            else message.say(Kind.PROBLEM, words.text("swap.unassigned", name));
        }
    }

    @Override
    public String getPageTitle() {
        return words.text("swap.title");
    }
}
