package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.onboarding.Draft;
import city.cockpit.onboarding.DraftField;
import city.cockpit.onboarding.Onboarding;
import city.cockpit.onboarding.Onboarding.Outcome;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.FormMessage.Kind;
import city.cockpit.uikit.PlacePickers;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A registered sensor in the form in which it was registered. What is typed stays in the browser until it is saved. */
@Route(value = "sensors/:sensor/edit", layout = AdministrationLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class EditSensorView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final Wording words;
    private final Onboarding onboarding;
    private final Sensors sensors;
    private final PlacePickers pickers;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private String title = "";
    private Optional<Page> page = Optional.empty();

    EditSensorView(
            Wordings wordings,
            Onboarding onboarding,
            Sensors sensors,
            PlacePickers pickers,
            AuthenticationContext visitor) {
        this.words = wordings.ofThisPage();
        this.onboarding = onboarding;
        this.sensors = sensors;
        this.pickers = pickers;
        technician = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        addClassName("sensor-desk");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(SensorInAddress.sensor(event, sensors));
    }

    private void open(Sensor sensor) {
        removeAll();
        message.clear();
        title = sensor.name();
        var opened = new Page(sensor);
        page = Optional.of(opened);
        var photo = new PhotoField(words, sensors, sensor, technician);
        photo.addClassNames("panel", "panel-form");
        add(opened.keeper, head(sensor), opened.form, photo, opened.foot());
    }

    private Div head(Sensor sensor) {
        var back = new Anchor("sensors/" + sensor.id(), words.text("sensor.edit.back"));
        var swap = new StreetLink("sensors/" + sensor.id() + "/swap", words.text("sensor.edit.swap"));
        var ways = new Nav(back, swap);
        ways.setAriaLabel(words.text("frame.way"));
        ways.addClassName("panel-buttons");
        var lead = new Paragraph(words.text("sensor.edit.lead"));
        lead.addClassName("lead");
        var head = new Div(new Div(new H1(words.text("sensor.edit.title", sensor.name())), lead, ways));
        head.addClassName("figure-head");
        return head;
    }

    /** What stands on the page for one sensor. */
    private final class Page {

        private final Sensor sensor;
        private final DraftFields fields = new DraftFields(words);
        private final SensorForm form = new SensorForm(words, onboarding, fields, pickers);
        private final DraftKeeper keeper;
        private final Map<DraftField, String> typed = new EnumMap<>(DraftField.class);
        private boolean otherObserved;

        private Page(Sensor sensor) {
            this.sensor = sensor;
            keeper = new DraftKeeper(technician + "/" + sensor.id(), this::bringBack);
            form.show(onboarding.draftOf(sensor));
            form.lockName();
            fields.whenChanged(this::changed);
        }

        private boolean isChanged() {
            return otherObserved || !typed.isEmpty();
        }

        private void changed(DraftField field) {
            if (field == DraftField.WAY) {
                otherObserved = true;
                keeper.holdObserved(fields.draft());
            } else {
                typed.put(field, fields.value(field));
                keeper.hold(field, fields.value(field));
            }
        }

        /** What was typed stands here again; what is observed only if nobody else has changed the sensor since. */
        private void bringBack(DraftKeeper.Found found) {
            var news = new ArrayList<>(fields.bringBack(found.values()));
            found.observed()
                    .filter(draft -> draft.value(DraftField.VERSION).equals(fields.value(DraftField.VERSION)))
                    .map(Draft::wishes)
                    .filter(wishes -> !wishes.equals(fields.draft().wishes()))
                    .ifPresent(wishes -> {
                        otherObserved = true;
                        form.show(fields.draft().with(wishes));
                        news.add(words.text("sensor.observed"));
                    });
            if (!isChanged()) keeper.forget();
            if (!news.isEmpty()) message.say(Kind.NOTICE, words.text("sensor.draft.unsaved", words.list(news)));
        }

        private Div foot() {
            var save = new Button(words.text("sensor.save"), click -> save());
            save.addThemeVariants(ButtonVariant.PRIMARY);
            var reload = new Button(words.text("sensor.edit.reload"), click -> reload());
            var buttons = new Div(save, reload);
            buttons.addClassName("panel-buttons");
            var foot = new Div(message, buttons);
            foot.addClassName("sensor-foot");
            return foot;
        }

        private void save() {
            attempt.at(() -> onboarding.save(fields.draft(), technician), outcome -> {
                switch (outcome) {
                    case Outcome.Saved(var saved) -> {
                        keeper.forget();
                        open(saved);
                        message.say(Kind.DONE, words.text("sensor.edit.saved"));
                    }
                    case Outcome.Lacking(var lacking) ->
                        message.say(Kind.PROBLEM, words.text("sensor.lacking", words.list(form.mark(lacking))));
                    case Outcome.Taken(var name) -> message.say(Kind.PROBLEM, words.text("sensor.taken", name));
                    case Outcome.Overtaken() -> carryOver();
                }
            });
        }

        /** What was typed stands on the newest state; what is observed is what somebody else has saved. */
        private void carryOver() {
            open(sensors.find(sensor.id()).orElse(sensor));
            page.ifPresent(newest -> newest.fields.bringBack(typed));
            message.say(Kind.PROBLEM, words.text(otherObserved ? "sensor.overtaken.observed" : "sensor.overtaken"));
        }

        /** What was typed is lost, so the person is asked first. */
        private void reload() {
            Runnable anew = () -> {
                keeper.forget();
                open(sensors.find(sensor.id()).orElse(sensor));
            };
            if (!isChanged()) anew.run();
            else
                Question.ask(
                        words.text("setup.leave.title"),
                        words.text("setup.leave.text"),
                        words.text("setup.leave.stay"),
                        words.text("sensor.edit.reload"),
                        anew);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        page.filter(Page::isChanged).ifPresent(open -> Question.askBeforeLeaving(event, words, open.keeper::forget));
    }

    @Override
    public String getPageTitle() {
        return words.text("sensor.edit.title", title);
    }
}
