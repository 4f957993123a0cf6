package city.cockpit.administration;

import city.cockpit.access.Role;
import city.cockpit.town.SaveOutcome;
import city.cockpit.town.SavedTown;
import city.cockpit.town.TownHall;
import city.cockpit.town.TownPart;
import city.cockpit.town.TownProfile;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.FormMessage.Kind;
import city.cockpit.uikit.LiveTown;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** How the town shows itself, in one form: what is saved is in force on every open page. */
@Route(value = "setup", layout = AdministrationLayout.class)
@Menu(title = "nav.setup", order = 70)
@RolesAllowed(Role.Name.ADMINISTRATOR)
final class SetUpView extends Main implements HasDynamicTitle, BeforeLeaveObserver {

    private static final Logger log = LoggerFactory.getLogger(SetUpView.class);

    private final Wording words;
    private final TownHall town;
    private final AuthenticationContext visitor;
    private final InstantSource clock;
    private final TownForm form;
    private final TownPreview preview;
    private final Button save;
    private final Button discard;
    private final Button undo;
    private final FormMessage message = new FormMessage();
    private SavedTown base;

    SetUpView(Wordings wordings, TownHall town, LiveTown live, AuthenticationContext visitor, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.town = town;
        this.visitor = visitor;
        this.clock = clock;
        this.base = town.now();
        form = new TownForm(words, clock, base.profile());
        preview = new TownPreview(words);
        save = new Button(words.text("setup.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        discard = new Button(words.text("setup.discard"), click -> discard());
        undo = new Button(words.text("setup.undo"), click -> undo());
        addClassName("setup");
        add(bar(), content());
        form.whenChanged(this::changed);
        changed();
        live.follow(this, this::follow);
    }

    private Div bar() {
        var buttons = new Div(undo, discard, save);
        buttons.addClassName("setup-buttons");
        var bar = new Div(new H1(words.text("setup.title")), buttons, message);
        bar.addClassName("setup-bar");
        return bar;
    }

    private Div content() {
        var aside = new Aside(new H2(words.text("setup.preview.title")), preview);
        aside.addClassName("setup-aside");
        var content = new Div(form, aside);
        content.addClassName("setup-content");
        return content;
    }

    /** Somebody else saved: whoever changed nothing here sees it at once, and nobody loses what he or she typed. */
    private void follow(SavedTown newest) {
        if (newest.version() <= base.version()) return;
        var by = words.text(
                "setup.other",
                newest.savedBy(),
                words.formats().minute(newest.savedAt(), clock.instant()),
                names(base.profile().differences(newest.profile())));
        if (form.isChanged()) message.say(Kind.NOTICE, by + " " + words.text("setup.other.yours-stay"));
        else {
            take(newest);
            message.say(Kind.NOTICE, by);
        }
    }

    private void save() {
        form.profile().ifPresentOrElse(this::save, this::sayWhatIsWrong);
    }

    private void save(TownProfile mine) {
        answer(() -> town.save(base.version(), mine, administrator()), mine, words.text("setup.saved"));
    }

    private void undo() {
        answer(() -> town.undo(base.version(), administrator()), base.profile(), words.text("setup.undone"));
    }

    private void answer(Supplier<SaveOutcome> attempt, TownProfile mine, String done) {
        try {
            switch (attempt.get()) {
                case SaveOutcome.Saved(var saved) -> {
                    take(saved);
                    message.say(Kind.DONE, done);
                }
                case SaveOutcome.Overtaken(var newest) -> merge(mine, newest);
            }
        } catch (DataAccessException e) {
            log.warn("The town's settings could not be saved", e);
            message.say(Kind.PROBLEM, words.text("setup.unavailable"));
        }
    }

    /** Takes over what the other changed and keeps what was changed here; the next try to save decides. */
    private void merge(TownProfile mine, SavedTown newest) {
        var changedHere = base.profile().differences(mine);
        var changedThere = base.profile().differences(newest.profile());
        var both = EnumSet.noneOf(TownPart.class);
        both.addAll(changedHere);
        both.retainAll(changedThere);
        var when = words.formats().minute(newest.savedAt(), clock.instant());
        base = newest;
        form.read(newest.profile());
        form.type(newest.profile().with(changedHere, mine));
        changed();
        message.say(
                Kind.PROBLEM,
                words.text("setup.overtaken", newest.savedBy(), when, names(changedThere))
                        + " "
                        + (both.isEmpty()
                                ? words.text("setup.overtaken.apart")
                                : words.text("setup.overtaken.both", names(both))));
    }

    private void take(SavedTown current) {
        base = current;
        form.read(current.profile());
        changed();
    }

    private void discard() {
        take(town.now());
        message.say(Kind.DONE, words.text("setup.discarded"));
    }

    private void changed() {
        var changed = form.isChanged();
        discard.setVisible(changed);
        undo.setVisible(!changed && base.isSetUp());
        form.show(preview);
        if (changed) message.say(Kind.HINT, words.text("setup.changed"));
        else if (!base.isSetUp()) message.say(Kind.HINT, words.text("setup.first"));
        else message.clear();
        warnBrowser(changed);
    }

    private void sayWhatIsWrong() {
        var wrong = form.wrongFields();
        message.say(Kind.PROBLEM, words.text("setup.wrong", words.list(wrong)));
    }

    private String names(Collection<TownPart> parts) {
        return words.list(
                parts.stream().map(part -> words.text("setup.part." + part)).toList());
    }

    private String administrator() {
        return visitor.getPrincipalName().orElseThrow();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!form.isChanged()) return;
        Question.askBeforeLeaving(event, words);
    }

    /** The browser asks in its own words when the window is closed or loaded anew. */
    private void warnBrowser(boolean changed) {
        getElement().executeJs("window.onbeforeunload = $0 ? event => event.preventDefault() : null", changed);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        warnBrowser(form.isChanged());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().getPage().executeJs("window.onbeforeunload = null");
    }

    @Override
    public String getPageTitle() {
        return words.text("setup.title");
    }
}
