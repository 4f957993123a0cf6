package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.measurement.SensorId;
import city.cockpit.onboarding.Draft;
import city.cockpit.onboarding.DraftField;
import city.cockpit.onboarding.Drafts;
import city.cockpit.onboarding.LorawanCode;
import city.cockpit.onboarding.Onboarding;
import city.cockpit.onboarding.Onboarding.Heard;
import city.cockpit.onboarding.Onboarding.Outcome;
import city.cockpit.onboarding.Proposal;
import city.cockpit.onboarding.Sample;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.FormMessage.Kind;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.PlacePickers;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A sensor on the air: what its device says is proposed, corrected and saved. Whatever was typed is kept on the server with
 * every answer, and in the browser until then.
 */
@Route(value = NewSensorView.ADDRESS, layout = AdministrationLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class NewSensorView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "sensors/new";

    /** In the address: the name of a sender of the inbox to begin with. */
    static final String SENDER = "sender";

    private static final Logger log = LoggerFactory.getLogger(NewSensorView.class);

    /** What belongs to the device that was told before. */
    private static final List<DraftField> OF_DEVICE = List.of(
            DraftField.SPEAKS_AS,
            DraftField.FORMAT,
            DraftField.ID,
            DraftField.MODEL,
            DraftField.SERIAL,
            DraftField.INTERVAL);

    /** The key that leaves the field of the code went past a form that was not there yet. */
    private static final String GO_ON = """
            const here = document.activeElement;
            if (here && here !== document.body && !here.closest('footer, .ways-panel')) return;
            const heading = this.querySelector('h2');
            heading.tabIndex = -1;
            heading.focus();""";

    private final Wording words;
    private final Onboarding onboarding;
    private final Drafts drafts;
    private final Sensors sensors;
    private final Background background;
    private final LivePicture pictures;
    private final InstantSource clock;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final DraftFields fields;
    private final DraftKeeper keeper;
    private final WaysPanel ways;
    private final HeardLine heardLine;
    private final SensorForm form;
    private final Paragraph kept = new Paragraph();
    private final Button save;
    private final Button discard;
    private final Div foot = new Div();
    private final Div registered = new Div();
    private final Map<DraftField, String> unkept = new EnumMap<>(DraftField.class);
    private final ValueSignal<Answer<Look>> answer = new ValueSignal<>(new Answer.Pending<>());
    private Optional<Heard> heard = Optional.empty();
    private String proposedTitle = "";
    private boolean keepingDue;
    private boolean done;

    /** What was asked for, at one moment. */
    private record Look(String name, List<RefusalGroup> senders, Optional<Heard> heard) {}

    NewSensorView(
            Wordings wordings,
            Onboarding onboarding,
            Drafts drafts,
            Sensors sensors,
            PlacePickers pickers,
            Background background,
            Beat beat,
            LivePicture pictures,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.onboarding = onboarding;
        this.drafts = drafts;
        this.sensors = sensors;
        this.background = background;
        this.pictures = pictures;
        this.clock = clock;
        technician = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        fields = new DraftFields(words);
        keeper = new DraftKeeper(technician, this::bringBack);
        ways = new WaysPanel(words, fields, this::pick, this::scanned);
        heardLine = new HeardLine(words, onboarding);
        form = new SensorForm(words, onboarding, fields, pickers);
        save = new Button(words.text("sensor.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        discard = new Button(words.text("sensor.discard") + " …", click -> askToDiscard());
        kept.addClassName("panel-note");
        var buttons = new Div(save, discard, kept);
        buttons.addClassName("panel-buttons");
        foot.add(message, buttons);
        foot.addClassName("sensor-foot");
        registered.setVisible(false);
        var lead = new Paragraph(words.text("sensor.new.lead"));
        lead.addClassName("lead");
        var head = new Div(new Div(new H1(words.text("sensor.new.title")), lead));
        head.addClassName("figure-head");
        addClassName("sensor-desk");
        add(keeper, head, ways, registered, heardLine, form, foot);
        fields.whenChanged(this::changed);
        beat.follow(this, this::ask);
        Signal.effect(this, () -> take(answer.get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var sender = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SENDER)
                .filter(SensorId::isWellFormed);
        if (sender.isPresent())
            begin(Draft.EMPTY
                    .with(DraftField.WAY, WaysPanel.Way.INBOX.name())
                    .with(DraftField.SPEAKS_AS, sender.get()));
        else attempt.at(() -> drafts.find(technician), this::resume);
    }

    private void resume(Optional<Drafts.Kept> found) {
        found.filter(draft -> !draft.draft().isOfRegistered())
                .ifPresentOrElse(
                        draft -> {
                            begin(draft.draft());
                            message.say(
                                    Kind.NOTICE,
                                    words.text(
                                            "sensor.draft.back", words.formats().minute(draft.at(), clock.instant())));
                        },
                        () -> begin(Draft.EMPTY));
    }

    private void begin(Draft draft) {
        heard = Optional.empty();
        form.show(draft);
        ways.openFor(draft.value(DraftField.WAY));
        if (draft.has(DraftField.SAMPLE_TEXT)) form.show(read());
        showParts();
    }

    private void showParts() {
        var begun = fields.draft().has(DraftField.SPEAKS_AS)
                || !fields.draft().wishes().isEmpty();
        form.setVisible(begun && !done);
        foot.setVisible(!done && (begun || message.isVisible()));
        save.setVisible(begun);
        discard.setVisible(begun);
        heardLine.show(fields.draft(), heard, clock.instant());
        showRegistered();
    }

    /** Whoever tells a device that is registered already is led to it. */
    private void showRegistered() {
        registered.removeAll();
        var name = fields.value(DraftField.SPEAKS_AS);
        var sensor = done ? Optional.<Sensor>empty() : SensorId.find(name).flatMap(onboarding::findRegistered);
        registered.setVisible(sensor.isPresent());
        sensor.ifPresent(one -> {
            var about = new FormMessage();
            about.say(Kind.NOTICE, words.text("sensor.registered", one.name()));
            registered.add(
                    about, new StreetLink("sensors/" + one.id() + "/edit", words.text("sensor.registered.edit")));
            registered.addClassName("sensor-registered");
        });
    }

    private void changed(DraftField field) {
        unkept.put(field, fields.value(field));
        keepSoon();
        if (field == DraftField.SAMPLE_TEXT || field == DraftField.SAMPLE_TOPIC) pasted();
        if (field == DraftField.FORMAT) readAgain();
        if (field == DraftField.WAY || field == DraftField.SPEAKS_AS) showParts();
    }

    /** A message stands in the field, or the text of a code. */
    private void pasted() {
        var text = fields.value(DraftField.SAMPLE_TEXT);
        if (text.isBlank()) return;
        if (LorawanCode.find(text).isPresent()) scanned(text);
        else {
            forgetDevice(WaysPanel.Way.PASTE);
            propose(read());
        }
    }

    private Proposal read() {
        var topic = fields.value(DraftField.SAMPLE_TOPIC);
        var text = fields.value(DraftField.SAMPLE_TEXT);
        if (topic.length() > Sample.LONGEST_TOPIC || text.length() > Sample.LONGEST_TEXT) return Proposal.NOTHING;
        return onboarding.read(new Sample(topic, text), format());
    }

    private Optional<String> format() {
        return Optional.of(fields.value(DraftField.FORMAT)).filter(name -> !name.isEmpty());
    }

    /** In the format that somebody chose. */
    private void readAgain() {
        heard = Optional.empty();
        if (fields.draft().has(DraftField.SAMPLE_TEXT)) form.show(read());
    }

    /** What was said of the device before does not hold for the next one; what was said of the place does. */
    private void forgetDevice(WaysPanel.Way way) {
        var draft = fields.draft().with(List.of()).with(DraftField.WAY, way.name());
        for (var field : OF_DEVICE) draft = draft.with(field, "");
        if (draft.value(DraftField.TITLE).equals(proposedTitle)) draft = draft.with(DraftField.TITLE, "");
        heard = Optional.empty();
        message.clear();
        form.show(draft);
    }

    private void propose(Proposal proposal) {
        if (proposal.format().isEmpty()) {
            message.say(
                    Kind.PROBLEM,
                    proposal.flaw().isEmpty()
                            ? words.text("sensor.unread")
                            : words.text("sensor.unread.why", RefusalDetail.of(words, proposal.flaw())));
            showParts();
            return;
        }
        proposedTitle = proposal.about().title();
        form.show(onboarding.fill(fields.draft(), proposal));
        form.show(proposal);
        if (proposal.flaw().isEmpty()) message.say(Kind.HINT, understood(proposal));
        else message.say(Kind.PROBLEM, words.text("sensor.unread.why", RefusalDetail.of(words, proposal.flaw())));
        keepSoon();
        showParts();
    }

    private String understood(Proposal proposal) {
        var format = proposal.format().orElse("");
        return words.text(
                "sensor.understood",
                words.findText("format." + format).orElse(format),
                (long) proposal.fields().size(),
                (long) fields.draft().wishes().size());
    }

    private void pick(RefusalGroup sender) {
        forgetDevice(WaysPanel.Way.INBOX);
        fields.set(DraftField.SPEAKS_AS, sender.sender());
        attempt.at(
                () -> onboarding.listen(new SensorId(sender.sender()), Optional.empty(), Optional.empty()),
                found -> found.ifPresent(this::hear));
        showParts();
    }

    private void scanned(String text) {
        switch (LorawanCode.read(text)) {
            case LorawanCode.Scan.Found(var code) -> {
                forgetDevice(WaysPanel.Way.SCAN);
                form.show(onboarding.fill(fields.draft(), code));
                message.say(Kind.HINT, words.text("scan.found", code.devEui(), code.vendor(), code.profile()));
                keepSoon();
                showParts();
                form.getElement().executeJs(GO_ON);
            }
            case LorawanCode.Scan.Flawed(var flaw) -> {
                message.say(Kind.PROBLEM, words.text("scan.flaw." + flaw));
                showParts();
            }
        }
    }

    private void ask() {
        if (done) return;
        var name = fields.value(DraftField.SPEAKS_AS);
        var inbox = ways.isInboxOpen();
        var sender = SensorId.find(name);
        if (!inbox && sender.isEmpty()) return;
        var since = heard.map(Heard::at);
        var format = format();
        background.ask(
                () -> new Look(
                        name,
                        inbox ? onboarding.listUnknown() : List.of(),
                        sender.flatMap(known -> onboarding.listen(known, format, since))),
                answer);
    }

    private void take(Answer<Look> latest) {
        switch (latest) {
            case Answer.Pending<Look>() -> {}
            case Answer.Unavailable<Look>() -> ways.unavailable();
            case Answer.Known<Look>(var look) -> {
                if (ways.isInboxOpen()) ways.show(look.senders(), clock.instant());
                if (look.name().equals(fields.value(DraftField.SPEAKS_AS)))
                    look.heard().filter(this::isNews).ifPresent(this::hear);
                if (heardLine.isVisible()) heardLine.show(fields.draft(), heard, clock.instant());
            }
        }
    }

    private boolean isNews(Heard next) {
        return heard.isEmpty() || next.at().isAfter(heard.get().at());
    }

    /** The device was heard: what it says stands in the form, and nothing that somebody corrected is lost. */
    private void hear(Heard next) {
        heard = Optional.of(next);
        if (fields.draft().wishes().isEmpty()) propose(next.proposal());
        else form.show(next.proposal());
        showParts();
    }

    private void bringBack(DraftKeeper.Found found) {
        if (done) return;
        var news = fields.bringBack(found.values());
        if (news.isEmpty()) {
            keeper.forget();
            return;
        }
        message.say(Kind.NOTICE, words.text("sensor.draft.browser", words.list(news)));
        showParts();
    }

    /** Once with each answer to the browser, however much changed. */
    private void keepSoon() {
        if (keepingDue || done) return;
        getUI().ifPresent(ui -> {
            keepingDue = true;
            ui.beforeClientResponse(this, context -> keep());
        });
    }

    private void keep() {
        keepingDue = false;
        if (done) return;
        try {
            drafts.keep(technician, fields.draft());
            unkept.forEach(keeper::acknowledge);
            unkept.clear();
            kept.setText(words.text("sensor.draft.kept", words.formats().time(clock.instant())));
        } catch (DataAccessException e) {
            log.warn("A draft of a sensor could not be kept", e);
            kept.setText(words.text("sensor.draft.unkept"));
        }
    }

    private void save() {
        attempt.at(() -> onboarding.save(fields.draft(), technician), outcome -> {
            switch (outcome) {
                case Outcome.Saved(var sensor) -> saved(sensor);
                case Outcome.Lacking(var lacking) ->
                    message.say(Kind.PROBLEM, words.text("sensor.lacking", words.list(form.mark(lacking))));
                case Outcome.Taken(var name) -> message.say(Kind.PROBLEM, words.text("sensor.taken", name));
                case Outcome.Overtaken() -> message.say(Kind.PROBLEM, words.text("sensor.overtaken"));
            }
        });
    }

    private void saved(Sensor sensor) {
        done = true;
        keeper.forget();
        attempt.at(
                () -> {
                    drafts.forget(technician);
                    return sensor;
                },
                gone -> message.clear());
        var isLoraWan = fields.value(DraftField.WAY).equals(WaysPanel.Way.SCAN.name());
        var next = new NextSteps(words, sensor, isLoraWan, new PhotoField(words, sensors, sensor, technician));
        ways.setVisible(false);
        heardLine.setVisible(false);
        form.setVisible(false);
        foot.setVisible(false);
        registered.setVisible(false);
        add(next);
        pictures.follow(next, next::show);
        next.getElement().setAttribute("tabindex", "-1");
        next.getElement().executeJs("this.focus(); window.scrollTo(0, 0)");
    }

    private void askToDiscard() {
        Question.ask(
                words.text("sensor.discard.title"),
                words.text("sensor.discard.text"),
                words.text("question.keep"),
                words.text("sensor.discard"),
                () -> attempt.at(
                        () -> {
                            drafts.forget(technician);
                            return true;
                        },
                        gone -> {
                            keeper.forget();
                            unkept.clear();
                            proposedTitle = "";
                            begin(Draft.EMPTY);
                            message.say(Kind.DONE, words.text("sensor.discarded"));
                            showParts();
                        }));
    }

    @Override
    public String getPageTitle() {
        return words.text("sensor.new.title");
    }
}
