package city.cockpit.operations;

import city.cockpit.access.Role;
import city.cockpit.faults.Fault;
import city.cockpit.faults.FaultState;
import city.cockpit.faults.Faults;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Mark;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What citizens reported: what it is about, in their words, how it stands, and what everybody may read of it. */
@Route(value = "faults", layout = CockpitLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN})
final class FaultsView extends Main implements HasDynamicTitle {

    private final Wording words;
    private final Faults faults;
    private final InstantSource clock;
    private final String person;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Rows rows;
    private final Paragraph nothing = new Paragraph();
    private final Section form = new Section();
    private final H2 chosenTitle = new H2();
    private final Paragraph chosenText = new Paragraph();
    private final Select<FaultState> state = new Select<>();
    private final TextArea answer = new TextArea();
    private final Checkbox isPublic = new Checkbox();
    private Optional<Fault> chosen = Optional.empty();

    FaultsView(Wordings wordings, Faults faults, AuthenticationContext visitor, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.faults = faults;
        this.clock = clock;
        this.person = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        rows = new Rows(words, "faults.what", "faults.state", "faults.when", "faults.contact", "faults.deeds");
        nothing.setText(words.text("faults.none"));
        nothing.addClassName("rows-note");
        addClassName("faults");
        add(head(), message, form(), rows, nothing);
        show();
    }

    private Div head() {
        var lead = new Paragraph(words.text("faults.lead"));
        lead.addClassName("lead");
        var head = new Div(new Div(
                new H1(words.text("faults.title")), lead, new Anchor("incidents", words.text("incidents.back"))));
        head.addClassName("figure-head");
        return head;
    }

    private Section form() {
        state.setLabel(words.text("faults.state"));
        state.setItems(FaultState.values());
        state.setItemLabelGenerator(one -> words.text("fault.state." + one));
        answer.setLabel(words.text("faults.answer"));
        answer.setHelperText(words.text("faults.answer.help"));
        answer.setMaxLength(Fault.LONGEST_ANSWER);
        isPublic.setLabel(words.text("faults.public"));
        var save = new Button(words.text("faults.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var cancel = new Button(words.text("faults.cancel"), click -> choose(Optional.empty()));
        var buttons = new Div(save, cancel);
        buttons.addClassName("panel-buttons");
        form.addClassNames("alert-section", "report-form");
        form.add(chosenTitle, chosenText, state, answer, isPublic, buttons);
        form.setVisible(false);
        return form;
    }

    private void show() {
        attempt.at(faults::listFaults, found -> {
            rows.clear();
            found.forEach(this::add);
            nothing.setVisible(found.isEmpty());
        });
    }

    private void add(Fault fault) {
        var report = fault.report();
        var about = new Div(new Span(subject(fault)), new Span(report.text()));
        if (!report.context().isEmpty()) about.add(new Span(words.text("faults.context", report.context())));
        if (!fault.answer().isEmpty())
            about.add(new Span(
                    words.text(fault.isPublic() ? "faults.answered.public" : "faults.answered", fault.answer())));
        about.addClassName("rows-about");
        var reply = new Button(words.text("faults.reply") + " …", click -> choose(Optional.of(fault)));
        reply.setAriaLabel(words.text("faults.reply-to", subject(fault)));
        var remove = new Button(words.text("faults.remove") + " …", click -> ask(fault));
        remove.setAriaLabel(words.text("faults.remove-of", subject(fault)));
        var deeds = new Div(reply, remove);
        deeds.addClassName("panel-buttons");
        rows.addRow(
                about,
                new Mark(words.text("fault.state." + fault.state())),
                new Span(words.formats().minute(fault.reportedAt(), clock.instant())),
                new Span(report.contact().isEmpty() ? "–" : report.contact()),
                deeds);
    }

    private String subject(Fault fault) {
        var report = fault.report();
        var said = Stream.of(report.site(), report.topic().map(domain -> words.text("domain." + domain)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        return said.isEmpty() ? words.text("faults.of-nothing", String.valueOf(fault.id())) : said;
    }

    private void choose(Optional<Fault> fault) {
        chosen = fault;
        form.setVisible(fault.isPresent());
        fault.ifPresent(one -> {
            chosenTitle.setText(words.text("faults.reply-to", subject(one)));
            chosenText.setText(one.report().text());
            state.setValue(one.state() == FaultState.NEW ? FaultState.IN_WORK : one.state());
            answer.setValue(one.answer());
            isPublic.setValue(one.isPublic());
            state.focus();
        });
    }

    private void save() {
        chosen.ifPresent(fault -> {
            var isOver = did(
                    () -> faults.answer(
                            fault.id(), state.getValue(), answer.getValue().strip(), isPublic.getValue(), person),
                    "faults.saved");
            if (isOver) choose(Optional.empty());
        });
    }

    private void ask(Fault fault) {
        Question.ask(
                words.text("faults.remove.title"),
                words.text("faults.remove.text"),
                words.text("question.keep"),
                words.text("faults.remove"),
                () -> did(() -> faults.remove(fault.id(), person), "faults.removed"));
    }

    /** Returns whether there is nothing left to try. */
    private boolean did(Supplier<Boolean> deed, String done) {
        if (attempt.at(deed, words.text(done), words.text("faults.meanwhile")) == Attempt.Outcome.UNAVAILABLE)
            return false;
        show();
        return true;
    }

    @Override
    public String getPageTitle() {
        return words.text("faults.title");
    }
}
