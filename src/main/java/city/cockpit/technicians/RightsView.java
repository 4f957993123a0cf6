package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.platform.DevicesDoor;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.registry.SeriesPlan;
import city.cockpit.registry.rights.Account;
import city.cockpit.registry.rights.FormatTopics;
import city.cockpit.registry.rights.Rights;
import city.cockpit.registry.rights.Rights.Outcome;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.Optional;

/** With what one sensor's device comes to the broker, and how it is set up for that. */
@Route(value = "sensors/:sensor/rights", layout = AdministrationLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class RightsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final Sensors sensors;
    private final Rights rights;
    private final DevicesDoor door;
    private final InstantSource clock;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final H1 title = new H1();
    private final Anchor back = new Anchor();
    private final Paragraph lead = new Paragraph();
    private final Div parts = new Div();

    RightsView(
            Wordings wordings,
            Sensors sensors,
            Rights rights,
            DevicesDoor door,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.sensors = sensors;
        this.rights = rights;
        this.door = door;
        this.clock = clock;
        this.technician = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        title.setText(words.text("rights.title"));
        lead.addClassName("lead");
        parts.addClassName("rights-parts");
        var head = new Div(new Div(title, lead));
        head.addClassName("figure-head");
        var ways = new Paragraph(back, new Anchor("gateways", words.text("nav.gateways")));
        ways.addClassName("see-also");
        addClassName("rights-page");
        add(head, ways, message, parts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        message.clear();
        parts.removeAll();
        show(SensorInAddress.sensor(event, sensors));
    }

    private void show(Sensor sensor) {
        back.setHref("sensors/" + sensor.id());
        back.setText(words.text("rights.back"));
        lead.setText(sensor.name());
        parts.removeAll();
        rights.findOf(sensor.id())
                .ifPresentOrElse(account -> show(sensor, account, Optional.empty()), () -> offer(sensor));
    }

    private void offer(Sensor sensor) {
        if (FormatTopics.isBehindGateway(sensor.format().orElse(""))) parts.add(behindGateway());
        else parts.add(newAccount(sensor));
    }

    private Section behindGateway() {
        var part = panel(words.text("rights.behind.title"));
        part.add(new Paragraph(words.text("rights.behind")), new Anchor("gateways", words.text("rights.behind.go")));
        return part;
    }

    private Section panel(String heading) {
        var part = new Section(new H2(heading));
        part.addClassNames("panel", "panel-form");
        part.getElement().setAttribute("aria-label", heading);
        return part;
    }

    private Section newAccount(Sensor sensor) {
        var part = panel(words.text("rights.none.title"));
        var names = new DeviceNames(
                words, rights.topicName(sensor.id()), sensor.id().value());
        var make = new Button(words.text("rights.make"), click -> make(sensor, names));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(make);
        buttons.addClassName("panel-buttons");
        part.add(
                new Paragraph(words.text(
                        "rights.none", words.list(rights.listTopics(sensor.id(), rights.topicName(sensor.id()))))),
                new Details(words.text("rights.names"), names),
                buttons);
        return part;
    }

    /** What a device is called, if it cannot be called as its sensor is. */
    private static final class DeviceNames extends Div {

        private final TextField topicName;
        private final TextField clientId;

        DeviceNames(Wording words, String topic, String client) {
            topicName = field(words.text("rights.topic-name"), words.text("rights.topic-name.help"), topic);
            clientId = field(words.text("rights.client-id"), words.text("rights.client-id.help"), client);
            addClassName("panel-fields");
            add(topicName, clientId);
        }

        private static TextField field(String label, String help, String value) {
            var field = new TextField(label);
            field.setHelperText(help);
            field.setValue(value);
            field.setMaxLength(Account.LONGEST_NAME);
            field.getElement().setAttribute("autocapitalize", "none");
            field.getElement().setAttribute("spellcheck", "false");
            return field;
        }

        String topicName() {
            return topicName.getValue().strip();
        }

        String clientId() {
            return clientId.getValue().strip();
        }
    }

    private void make(Sensor sensor, DeviceNames names) {
        attempt.at(
                () -> rights.admit(sensor.id(), names.topicName(), names.clientId(), technician),
                outcome -> became(sensor, outcome));
    }

    private void became(Sensor sensor, Outcome outcome) {
        switch (outcome) {
            case Outcome.Given(var account, var password) -> {
                message.say(FormMessage.Kind.DONE, words.text("rights.made", account.name()));
                show(sensor, account, Optional.of(password));
            }
            case Outcome.Done(var account) -> {
                message.say(FormMessage.Kind.DONE, words.text("rights.changed"));
                show(sensor, account, Optional.empty());
            }
            case Outcome.BrokerAway() -> problem("rights.broker-away");
            case Outcome.Unfit() -> problem("rights.unfit");
            case Outcome.Taken() -> problem("rights.taken");
            case Outcome.Gone() -> problem("rights.gone");
            case Outcome.Overtaken(var newest) -> {
                problem("rights.overtaken");
                show(sensor, newest, Optional.empty());
            }
            case Outcome.Removed() -> show(sensor);
        }
    }

    private void problem(String key) {
        message.say(FormMessage.Kind.PROBLEM, words.text(key));
    }

    private void show(Sensor sensor, Account account, Optional<String> password) {
        var setUp = new SetUpPanel(
                words,
                door.now(),
                SetUp.Kind.of(sensor.format().orElse("")),
                sensor.series().stream().map(SeriesPlan::propertyKey).toList());
        setUp.show(account, password);
        var panel = new AccountPanel(words, rights, clock, technician, account, new AccountPanel.Listener() {
            @Override
            public void changed(Account changed, Optional<String> next) {
                setUp.show(changed, next);
            }

            @Override
            public void removed() {
                show(sensor);
                message.say(FormMessage.Kind.DONE, words.text("rights.removed"));
            }
        });
        password.ifPresent(panel::given);
        parts.removeAll();
        parts.add(panel, setUp);
        if (!FormatTopics.isBehindGateway(sensor.format().orElse(""))) panel.add(names(sensor, account));
    }

    private Details names(Sensor sensor, Account account) {
        var names = new DeviceNames(words, account.topicName(), account.clientId());
        var save = new Button(
                words.text("rights.names.save"),
                click -> attempt.at(
                        () -> rights.changeDevice(
                                sensor.id(),
                                rights.findOf(sensor.id()).map(Account::version).orElse(account.version()),
                                names.topicName(),
                                names.clientId(),
                                technician),
                        outcome -> became(sensor, outcome)));
        names.add(save);
        return new Details(words.text("rights.names"), names);
    }

    @Override
    public String getPageTitle() {
        return words.text("rights.title");
    }
}
