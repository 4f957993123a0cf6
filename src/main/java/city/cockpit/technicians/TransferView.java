package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.transfer.Export;
import city.cockpit.transfer.Import;
import city.cockpit.transfer.Imports;
import city.cockpit.transfer.Imports.Brought;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Side;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Histories as files: what is brought, how far each has got, the chosen one beside it; and the way to take all along. */
@Route(value = "transfer/:import?([0-9]{1,18})", layout = AdministrationLayout.class)
@Menu(title = "nav.transfer", order = 22)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class TransferView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final Imports imports;
    private final InstantSource clock;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final GroupRows rows;
    private final Side side;
    private final ValueSignal<Answer<List<Import>>> answer = new ValueSignal<>(new Answer.Pending<>());
    private List<Import> files = List.of();
    private Optional<Long> chosen = Optional.empty();
    private Optional<ImportPanel> panel = Optional.empty();

    TransferView(
            Wordings wordings,
            Imports imports,
            Export export,
            Background background,
            Beat beat,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.imports = imports;
        this.clock = clock;
        this.technician = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        rows = new GroupRows(
                words, "transfer", "transfer.file", "transfer.state", "transfer.progress", "transfer.brought");
        var lead = new Paragraph(words.text("transfer.lead"));
        lead.addClassName("lead");
        var head = new Div(new Div(new H1(words.text("transfer.title")), lead));
        head.addClassName("figure-head");
        var bring = new BringFile(
                words,
                imports.mostBytes(),
                (name, content) -> imports.bring(name, content, technician),
                this::show,
                () -> message.say(FormMessage.Kind.PROBLEM, words.text("transfer.bring.failed")),
                problem -> message.say(FormMessage.Kind.PROBLEM, problem));
        var list = new Div(
                head,
                message,
                bring,
                new H2(words.text("transfer.files")),
                rows,
                new ExportForm(words, imports.listSeries(), export, clock));
        side = new Side(this, list, "transfer", words.text("transfer.back"));
        beat.follow(this, () -> background.ask(imports::listImports, answer));
        Signal.effect(this, () -> show(answer.get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chosen = event.getRouteParameters().get("import").map(Long::valueOf);
        panel = Optional.empty();
        message.clear();
        showSide();
        rows.choose(chosen);
    }

    private void show(Brought brought) {
        switch (brought) {
            case Brought.Taken(var file) -> UI.getCurrentOrThrow().navigate("transfer/" + file.id());
            case Brought.TooLarge() ->
                message.say(
                        FormMessage.Kind.PROBLEM,
                        words.text("transfer.bring.too-large", TransferWords.size(words, imports.mostBytes())));
            case Brought.Unreadable() -> message.say(FormMessage.Kind.PROBLEM, words.text("transfer.bring.unreadable"));
        }
    }

    private void show(Answer<List<Import>> latest) {
        switch (latest) {
            case Answer.Pending<List<Import>>() -> rows.note(words.text("transfer.loading"));
            case Answer.Unavailable<List<Import>>() -> rows.note(words.text("transfer.unavailable"));
            case Answer.Known<List<Import>>(var found) -> show(found);
        }
    }

    private void show(List<Import> found) {
        files = found;
        rows.show(found, Import::id, this::texts);
        if (found.isEmpty()) rows.note(words.text("transfer.none"));
        showSide();
    }

    private GroupRows.Texts texts(Import file) {
        return new GroupRows.Texts(
                file.fileName(),
                words.text("transfer.file.about", TransferWords.size(words, file.bytes()), file.addedBy()),
                List.of(
                        words.text("transfer.state." + file.state()),
                        TransferWords.progress(words, file),
                        words.formats().minute(file.addedAt(), clock.instant())));
    }

    private void showSide() {
        var file = chosen.flatMap(
                id -> files.stream().filter(one -> one.id() == id).findFirst());
        if (file.isEmpty()) {
            side.close();
            panel = Optional.empty();
            return;
        }
        if (panel.isEmpty()) {
            var made = new ImportPanel(words, imports, attempt, technician, this::look);
            side.open(made);
            panel = Optional.of(made);
        }
        panel.ifPresent(open -> open.show(file.get()));
    }

    /** What somebody did is seen at once; whoever removed the file is led back to the list. */
    private void look() {
        attempt.at(imports::listImports, found -> {
            var isGone = chosen.filter(id -> found.stream().noneMatch(file -> file.id() == id))
                    .isPresent();
            if (isGone) UI.getCurrentOrThrow().navigate("transfer");
            show(found);
        });
    }

    @Override
    public String getPageTitle() {
        return words.text("transfer.title");
    }
}
