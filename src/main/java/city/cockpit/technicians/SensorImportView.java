package city.cockpit.technicians;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.access.Role;
import city.cockpit.registry.SensorFiles;
import city.cockpit.registry.SensorFiles.Imported;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;

/** Reads in a table of hundreds of sensors: first it is tried, every problem named by row, then all of it is stored or nothing. */
@Route(value = "sensors/import", layout = AdministrationLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class SensorImportView extends Main implements HasDynamicTitle, BeforeLeaveObserver {

    private final Wording words;
    private final SensorFiles files;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final TableOutcome outcome;
    private boolean isWaiting;

    SensorImportView(Wordings wordings, SensorFiles files, AuthenticationContext visitor) {
        this.words = wordings.ofThisPage();
        this.files = files;
        this.technician = visitor.getPrincipalName().orElseThrow();
        this.attempt = new Attempt(words, message);
        this.outcome = new TableOutcome(words, message);
        var lead = new Paragraph(words.text("sensors.import.lead"));
        lead.addClassName("lead");
        var head = new Div(new Div(new H1(words.text("sensors.import.title")), lead));
        head.addClassName("figure-head");
        addClassName("sensor-import");
        add(head, bring(), message, outcome, columns());
    }

    private Section bring() {
        var size = TransferWords.size(words, SensorFiles.MOST_BYTES);
        var about = new Paragraph(words.text("sensors.import.about", size));
        about.addClassName("panel-note");
        var upload = new TableUpload(
                words, SensorFiles.MOST_BYTES, this::tryOut, problem -> message.say(FormMessage.Kind.PROBLEM, problem));
        var bring = new Section(about, upload, files());
        bring.addClassNames("panel", "panel-form", "bring-file");
        bring.getElement().setAttribute("aria-label", words.text("sensors.import.choose"));
        return bring;
    }

    /** What can be taken along: an example to begin with, and what is registered. */
    private Div files() {
        var ways = new Div(
                CsvLink.of(words.text("sensors.import.example"), "sensors-example.csv", this::example),
                CsvLink.of(words.text("sensors.import.export"), "sensors.csv", this::export));
        ways.addClassName("panel-buttons");
        return ways;
    }

    private void export(OutputStream out) throws IOException {
        files.exportCsv(out, technician);
    }

    private void example(OutputStream out) throws IOException {
        out.write(SensorFiles.EXAMPLE.getBytes(UTF_8));
    }

    /** Nothing is stored yet. */
    void tryOut(String name, byte[] table) {
        forget();
        attempt.at(() -> files.importCsv(table, true, technician), found -> show(name, table, found));
    }

    private void forget() {
        outcome.forget();
        isWaiting = false;
    }

    private void show(String name, byte[] table, Imported found) {
        if (!found.isGood()) {
            outcome.refuse(name, found.problems());
            return;
        }
        if (found.created() + found.changed() + found.places() == 0) {
            message.say(FormMessage.Kind.HINT, words.text("sensors.import.same", name));
            return;
        }
        isWaiting = true;
        message.say(
                FormMessage.Kind.HINT,
                words.text("sensors.import.good", name, (long) found.created(), (long) found.changed(), (long)
                        found.unchanged()));
        outcome.offer(names(found), () -> store(name, table), this::forget);
    }

    private Paragraph names(Imported found) {
        var isAll = found.sensors().size() == found.created() + found.changed();
        return new Paragraph(words.text(
                isAll ? "sensors.import.names" : "sensors.import.names-more", String.join(", ", found.sensors())));
    }

    private void store(String name, byte[] table) {
        forget();
        attempt.at(() -> files.importCsv(table, false, technician), done -> {
            // Somebody may have registered something of it meanwhile.
            if (!done.isGood()) outcome.refuse(name, done.problems());
            else
                message.say(FormMessage.Kind.DONE, words.text("sensors.import.stored", (long) done.created(), (long)
                        done.changed()));
        });
    }

    private Section columns() {
        var names = new Div();
        names.addClassName("sensor-import-columns");
        SensorFiles.COLUMNS.forEach(column -> names.add(new Code(column)));
        var columns = new Section(
                new H2(words.text("sensors.import.columns")),
                new Paragraph(words.text("sensors.import.columns.lead")),
                names,
                new Paragraph(words.text("sensors.import.columns.api")));
        columns.addClassName("panel");
        return columns;
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!isWaiting) return;
        var going = event.postpone();
        Question.ask(
                words.text("sensors.import.leave"),
                words.text("sensors.import.leave.text"),
                words.text("question.keep"),
                words.text("sensors.import.leave.go"),
                going::cancel,
                () -> {
                    isWaiting = false;
                    going.proceed();
                });
    }

    @Override
    public String getPageTitle() {
        return words.text("sensors.import.title");
    }
}
