package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.fleet.Fleet;
import city.cockpit.fleet.SensorHealth;
import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.ingest.kept.RejectedMessages;
import city.cockpit.live.LiveCity;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Photo;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.registry.Swap;
import city.cockpit.registry.Visibility;
import city.cockpit.registry.rights.Rights;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.SitePanel;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One sensor for whoever looks after it: what is wrong since when and what to do, its last values, how complete its history
 * is, what hangs there, and the ways to everything that can be done with it.
 */
@Route(value = "sensors/:sensor", layout = AdministrationLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class SensorView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final Fleet fleet;
    private final Sensors sensors;
    private final Rights rights;
    private final LiveCity city;
    private final RejectedMessages rejected;
    private final Background background;
    private final InstantSource clock;
    private final String visitor;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final H1 name = new H1();
    private final Paragraph about = new Paragraph();
    private final Div marks = new Div();
    private final FindingList findings;
    private final SitePanel values;
    private final Section valuesPanel = new Section();
    private final CompletenessPanel completeness;
    private final DeviceFacts facts;
    private final Section swaps = new Section();
    private final Div photo = new Div();
    private final Nav ways = new Nav();
    private final Anchor access = new Anchor();
    private final Anchor refused = new Anchor();
    private final Div deeds = new Div();
    private final Div body = new Div();
    private final ValueSignal<Answer<Kept>> kept = new ValueSignal<>(new Answer.Pending<>());
    private Optional<SensorId> id = Optional.empty();
    private Optional<Sensor> headed = Optional.empty();
    private long refusals;

    /** What the database knows besides. */
    private record Kept(List<Swap> swaps, Optional<Photo> photo, long refused) {}

    SensorView(
            Wordings wordings,
            Fleet fleet,
            Sensors sensors,
            Rights rights,
            LiveCity city,
            RejectedMessages rejected,
            Background background,
            Beat beat,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.fleet = fleet;
        this.sensors = sensors;
        this.rights = rights;
        this.city = city;
        this.rejected = rejected;
        this.background = background;
        this.clock = clock;
        this.visitor = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        findings = new FindingList(words);
        values = SitePanel.ofValues(words);
        completeness = new CompletenessPanel(words);
        facts = new DeviceFacts(words);
        valuesPanel.addClassName("panel");
        valuesPanel.add(new H2(words.text("sensors.values")), values);
        swaps.addClassName("panel");
        swaps.setVisible(false);
        photo.addClassName("sensor-photo");
        photo.setVisible(false);
        addClassName("sensor-page");
        add(way(), head(), message, body);
        body.addClassName("sensor-body");
        var left = new Div(findings, valuesPanel, swaps);
        var right = new Div(photo, completeness, facts);
        body.add(left, right);
        beat.follow(this, this::look);
        Signal.effect(this, () -> show(kept.get()));
    }

    private Anchor way() {
        var back = new Anchor("sensors", words.text("sensors.back"));
        back.addClassName("sensor-back");
        return back;
    }

    private Div head() {
        about.addClassName("lead");
        marks.addClassName("panel-marks");
        ways.addClassName("sensor-ways");
        ways.setAriaLabel(words.text("sensors.ways"));
        deeds.addClassName("panel-buttons");
        var head = new Div(new Div(name, about, marks), ways, deeds);
        head.addClassName("sensor-top");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        message.clear();
        headed = Optional.empty();
        refusals = 0;
        swaps.setVisible(false);
        photo.setVisible(false);
        id = SensorInAddress.findId(event);
        look();
        askForKept();
    }

    private void askForKept() {
        id.filter(known -> sensors.find(known).isPresent())
                .ifPresent(known -> background.ask(
                        () -> new Kept(sensors.listSwaps(known), sensors.photo(known), countRefused(known)), kept));
    }

    private long countRefused(SensorId sensor) {
        return rejected.listGroups().stream()
                .filter(group -> group.isOf(sensor))
                .mapToLong(RefusalGroup::messages)
                .sum();
    }

    private void look() {
        var health = id.flatMap(fleet::find);
        body.setVisible(health.isPresent());
        if (health.isPresent()) show(health.get());
        else showUnknown();
    }

    private void showUnknown() {
        name.setText(id.map(SensorId::value).orElse(words.text("sensors.title")));
        about.setText(words.text("sensors.unknown"));
        ways.removeAll();
        deeds.removeAll();
        marks.removeAll();
        headed = Optional.empty();
    }

    private void show(SensorHealth health) {
        var now = clock.instant();
        if (!headed.equals(Optional.of(health.sensor()))) showHead(health);
        nameAccess(health.sensor());
        findings.show(health, now);
        valuesPanel.setVisible(!health.series().isEmpty());
        values.show(health.series(), city.picture());
        completeness.setVisible(health.sensor().phase() != Phase.RETIRED);
        completeness.show(health);
        facts.show(health, now);
    }

    private void showHead(SensorHealth health) {
        var sensor = health.sensor();
        headed = Optional.of(sensor);
        name.setText(sensor.name());
        about.removeAll();
        if (!sensor.title().isEmpty()) about.add(new Span(sensor.id().value()));
        about.add(health.place()
                .<Component>map(
                        place -> new Anchor("site/" + place.key(), place.site().title()))
                .orElseGet(() -> new Span(sensor.siteKey())));
        marks.removeAll();
        if (sensor.phase() != Phase.ACTIVE) marks.add(ConditionChip.none(words.text("phase." + sensor.phase())));
        if (sensor.visibility() == Visibility.INTERNAL)
            marks.add(ConditionChip.none(words.text("visibility." + sensor.visibility())));
        if (sensor.simulated()) {
            var made = new Span(words.text("sites.simulated"));
            made.addClassName("simulation");
            marks.add(made);
        }
        marks.setVisible(marks.getComponentCount() > 0);
        showWays(sensor);
        showDeeds(sensor);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    private void showWays(Sensor sensor) {
        ways.removeAll();
        var path = "sensors/" + sensor.id();
        access.setHref(path + "/rights");
        nameAccess(sensor);
        refused.setHref(RejectedView.addressOf(sensor.id()));
        nameRefused();
        ways.add(
                new StreetLink(path + "/edit", words.text("sensors.way.edit")),
                new StreetLink(path + "/swap", words.text("sensors.way.swap")),
                access,
                new Anchor("maintenance?sensor=" + sensor.id(), words.text("sensors.way.maintenance")),
                new Anchor(path + "/label", words.text("sensors.way.label")),
                refused,
                new Anchor("site/" + sensor.siteKey(), words.text("sensors.way.site")),
                new Anchor("places/" + sensor.siteKey(), words.text("sensors.way.place")));
    }

    /** What the broker did not even let in is nowhere else to be seen. */
    private void nameAccess(Sensor sensor) {
        var sentAway = rights.findOf(sensor.id()).flatMap(account -> rights.lastRefused(account.name()));
        access.setText(sentAway.map(last -> words.text("sensors.way.rights.refused", last.times()))
                .orElseGet(() -> words.text("sensors.way.rights")));
    }

    private void nameRefused() {
        refused.setText(
                refusals == 0
                        ? words.text("sensors.way.rejected")
                        : words.text("sensors.way.rejected.count", refusals));
    }

    private void showDeeds(Sensor sensor) {
        deeds.removeAll();
        switch (sensor.phase()) {
            case ACTIVE -> deeds.add(become(Phase.MAINTENANCE, "sensors.maintain"), retire());
            case MAINTENANCE -> deeds.add(become(Phase.ACTIVE, "sensors.activate"), retire());
            case RETIRED -> deeds.add(become(Phase.ACTIVE, "sensors.reactivate"));
        }
    }

    private Button become(Phase next, String key) {
        return new Button(words.text(key), click -> change(next));
    }

    private Button retire() {
        return new Button(
                words.text("sensors.retire") + " …",
                click -> Question.ask(
                        words.text("sensors.retire.title", name.getText()),
                        words.text("sensors.retire.text"),
                        words.text("question.keep"),
                        words.text("sensors.retire"),
                        () -> change(Phase.RETIRED)));
    }

    private void change(Phase next) {
        id.ifPresent(sensor -> attempt.at(
                () -> {
                    sensors.phase(sensor, next, visitor);
                    return next;
                },
                done -> {
                    message.say(FormMessage.Kind.DONE, words.text("sensors.became." + done));
                    look();
                }));
    }

    private void show(Answer<Kept> latest) {
        if (!(latest instanceof Answer.Known<Kept>(var known))) return;
        refusals = known.refused();
        nameRefused();
        swaps.removeAll();
        swaps.setVisible(!known.swaps().isEmpty());
        if (!known.swaps().isEmpty()) swaps.add(new H2(words.text("sensors.swaps")), list(known.swaps()));
        photo.removeAll();
        photo.setVisible(known.photo().isPresent());
        known.photo().ifPresent(picture -> photo.add(image(picture)));
    }

    private UnorderedList list(List<Swap> all) {
        var list = new UnorderedList();
        list.addClassName("swaps");
        for (var swap : all)
            list.add(new ListItem(words.text(
                    "sensors.swap",
                    day(swap.on()),
                    device(swap.before().model(), swap.before().serial()),
                    device(swap.next().model(), swap.next().serial()),
                    swap.by())));
        return list;
    }

    private String device(String model, String serial) {
        var text = (model + " " + serial).strip();
        return text.isEmpty() ? words.text("sensors.device.unknown") : text;
    }

    private String day(LocalDate day) {
        return words.formats().date(day.atStartOfDay(words.formats().zone()).toInstant());
    }

    private Image image(Photo picture) {
        var bytes = picture.bytes();
        var handler = DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(bytes), "photo", picture.mediaType(), bytes.length))
                .inline();
        return new Image(handler, words.text("sensors.photo", name.getText()));
    }

    @Override
    public String getPageTitle() {
        return headed.map(Sensor::name).orElse(words.text("sensors.title"));
    }
}
