package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.ingest.kept.Inbox;
import city.cockpit.measurement.SensorId;
import city.cockpit.onboarding.Draft;
import city.cockpit.onboarding.DraftField;
import city.cockpit.onboarding.Lack;
import city.cockpit.onboarding.LorawanCode;
import city.cockpit.registry.Device;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.FormMessage.Kind;
import city.cockpit.uikit.Question;
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
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another device takes the place of the one that hangs there; the series go on, the change is marked. */
@Route(value = "sensors/:sensor/swap", layout = AdministrationLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class SwapView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final List<DraftField> ALL =
            List.of(DraftField.SERIAL, DraftField.SPEAKS_AS, DraftField.KIND, DraftField.MODEL, DraftField.SINCE);

    private final Wording words;
    private final Sensors sensors;
    private final Inbox inbox;
    private final InstantSource clock;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private Optional<Form> form = Optional.empty();

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
        var opened = new Form(sensor);
        form = Optional.of(opened);
        var lead = new Paragraph(words.text("swap.lead", sensor.name()));
        lead.addClassName("lead");
        var back = new Anchor("sensors/" + sensor.id(), words.text("sensor.edit.back"));
        var head = new Div(new Div(new H1(words.text("swap.title")), lead, back));
        head.addClassName("figure-head");
        removeAll();
        add(head, opened);
    }

    /** The new device. What is typed stays in the browser until it is saved. */
    private final class Form extends Div {

        private final Sensor sensor;
        private final DraftFields fields = new DraftFields(words);
        private final DraftKeeper keeper;
        private final TextField speaksAs = field(DraftField.SPEAKS_AS, 64);
        private final DayField on = fields.day(DraftField.SINCE);
        private final Div foot = new Div();
        private final Draft before;
        private boolean isSwapped;

        private Form(Sensor sensor) {
            this.sensor = sensor;
            keeper = new DraftKeeper(technician + "/" + sensor.id() + "/swap", this::bringBack);
            before = new Draft(
                    Map.of(
                            DraftField.KIND, sensor.device().kind(),
                            DraftField.MODEL, sensor.device().model(),
                            DraftField.SINCE, today().toString()),
                    List.of());
            speaksAs.setLabel(words.text("swap.speaks"));
            speaksAs.setHelperText(words.text("swap.speaks.help"));
            on.setLabel(words.text("swap.on"));
            on.setMax(today());
            on.setRequired(true);
            on.setClearButtonVisible(false);
            var was = new Paragraph(words.text("swap.before", described(sensor.device())));
            was.addClassName("panel-note");
            var inputs = new Div(
                    field(DraftField.SERIAL, Device.LONGEST_TEXT),
                    speaksAs,
                    field(DraftField.KIND, Device.LONGEST_TEXT),
                    field(DraftField.MODEL, Device.LONGEST_TEXT),
                    on);
            inputs.addClassName("plan-fields");
            fields.take(before);
            fields.whenChanged(field -> keeper.hold(field, fields.value(field)));
            var save = new Button(words.text("swap.save"), click -> save());
            save.addThemeVariants(ButtonVariant.PRIMARY);
            var buttons = new Div(save);
            buttons.addClassName("panel-buttons");
            foot.add(message, buttons);
            addClassNames("panel", "panel-form");
            add(keeper, was, new CodeScanner(words, this::scanned), inputs, foot);
        }

        private TextField field(DraftField field, int longest) {
            var input = fields.text(field);
            input.setMaxLength(longest);
            return input;
        }

        private boolean isChanged() {
            return !isSwapped && !fields.draft().equals(before);
        }

        /** What was typed stands here again. */
        private void bringBack(DraftKeeper.Found found) {
            var news = fields.bringBack(found.values());
            if (!isChanged()) keeper.forget();
            if (!news.isEmpty()) message.say(Kind.NOTICE, words.text("swap.unsaved", words.list(news)));
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
                    fields.set(DraftField.SERIAL, code.devEui());
                    fields.set(DraftField.SPEAKS_AS, code.sensor().value());
                    message.say(Kind.HINT, words.text("scan.found", code.devEui(), code.vendor(), code.profile()));
                }
                case LorawanCode.Scan.Flawed(var flaw) -> message.say(Kind.PROBLEM, words.text("scan.flaw." + flaw));
            }
        }

        private String said(DraftField field) {
            return fields.value(field).strip();
        }

        private void save() {
            var name = SensorId.ofDevice(said(DraftField.SPEAKS_AS));
            if (!said(DraftField.SPEAKS_AS).isEmpty() && name.isEmpty()) {
                speaksAs.setErrorMessage(words.text("swap.nameless"));
                speaksAs.setInvalid(true);
                speaksAs.focus();
                return;
            }
            if (said(DraftField.SERIAL).isEmpty() && said(DraftField.MODEL).isEmpty()) {
                fields.mark(Map.of(DraftField.SERIAL, Lack.MISSING));
                return;
            }
            if (on.isEmpty() || on.isInvalid()) {
                on.focus();
                return;
            }
            var next = new Device(
                    said(DraftField.KIND), said(DraftField.MODEL), said(DraftField.SERIAL), Optional.of(on.getValue()));
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
            keeper.forget();
            isSwapped = true;
            ALL.forEach(fields::lock);
            foot.removeAll();
            foot.add(message, new Anchor("sensors/" + sensor.id(), words.text("sensor.edit.back")));
            if (assigned) message.say(Kind.DONE, words.text("swap.done"));
            else message.say(Kind.PROBLEM, words.text("swap.unassigned", said(DraftField.SPEAKS_AS)));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        form.filter(Form::isChanged).ifPresent(open -> Question.askBeforeLeaving(event, words, open.keeper::forget));
    }

    @Override
    public String getPageTitle() {
        return words.text("swap.title");
    }
}
