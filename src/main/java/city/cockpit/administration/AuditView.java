package city.cockpit.administration;

import city.cockpit.access.Role;
import city.cockpit.audit.AuditFilter;
import city.cockpit.audit.AuditSearch;
import city.cockpit.audit.Entry;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Who did what to which object, when, before and after; the newest first, older lines on demand. */
@Route(value = "audit", layout = AdministrationLayout.class)
@Menu(title = "nav.audit", order = 60)
@RolesAllowed(Role.Name.ADMINISTRATOR)
final class AuditView extends Main implements HasDynamicTitle {

    private static final int LINES_AT_ONCE = 50;

    private final Wording words;
    private final AuditSearch trail;
    private final Background background;
    private final String administrator;
    private final AuditFilterForm form;
    private final Paragraph message = new Paragraph();
    private final Div days = new Div();
    private final Button older;
    private final ValueSignal<Answer<Page>> answer = new ValueSignal<>(new Answer.Pending<>());
    private volatile AuditFilter filter = AuditFilter.ALL;
    private Optional<Entry> last = Optional.empty();
    private String day = "";
    private OrderedList lines = new OrderedList();

    /**
     * What was found.
     *
     * @param after the line it follows; none at the beginning
     */
    private record Page(AuditFilter filter, Optional<Entry> after, List<Entry> found) {}

    AuditView(Wordings wordings, AuditSearch trail, Background background, AuthenticationContext visitor) {
        this.words = wordings.ofThisPage();
        this.trail = trail;
        this.background = background;
        this.administrator = visitor.getPrincipalName().orElseThrow();
        form = new AuditFilterForm(words, this::search);
        message.addClassName("audit-message");
        message.getElement().setAttribute("role", "status");
        older = new Button(words.text("audit.older"), click -> ask());
        addClassName("audit");
        add(head(), form, message, days, older);
        ask();
        Signal.effect(this, () -> show(answer.get()));
    }

    private Div head() {
        var lead = new Paragraph(words.text("audit.lead"));
        lead.addClassName("lead");
        var again = new Button(words.text("rejected.again"), click -> search());
        DownloadHandler download = this::export;
        var export = new Anchor(download, words.text("audit.export"));
        export.addClassName("button");
        var buttons = new Div(export, again);
        buttons.addClassName("audit-buttons");
        var head = new Div(new Div(new H1(words.text("audit.title")), lead), buttons);
        head.addClassName("figure-head");
        return head;
    }

    /** The lines that are shown, and all older ones that belong to them. */
    private void export(DownloadEvent event) throws IOException {
        event.setFileName(words.text("audit.file"));
        event.setContentType("text/csv; charset=utf-8");
        trail.export(filter, administrator, event.getOutputStream());
    }

    private void search() {
        form.filter().ifPresent(wanted -> {
            filter = wanted;
            last = Optional.empty();
            ask();
        });
    }

    private void ask() {
        var wanted = filter;
        var after = last;
        older.setEnabled(false);
        background.ask(() -> new Page(wanted, after, trail.listEntries(wanted, after, LINES_AT_ONCE + 1)), answer);
    }

    private void show(Answer<Page> latest) {
        switch (latest) {
            case Answer.Pending<Page>() -> say("audit.loading");
            case Answer.Unavailable<Page>() -> {
                say("audit.unavailable");
                older.setEnabled(true);
            }
            // Whoever typed on meanwhile waits for another answer.
            case Answer.Known<Page>(var page) -> {
                if (page.filter().equals(filter) && page.after().equals(last)) show(page);
            }
        }
    }

    private void show(Page page) {
        if (page.after().isEmpty()) {
            days.removeAll();
            day = "";
        }
        var found = page.found().stream().limit(LINES_AT_ONCE).toList();
        found.forEach(this::add);
        if (!found.isEmpty()) last = Optional.of(found.getLast());
        older.setVisible(page.found().size() > found.size());
        older.setEnabled(true);
        say(filter.equals(AuditFilter.ALL) ? "audit.none" : "audit.none.found");
        message.setVisible(last.isEmpty());
    }

    private void add(Entry entry) {
        var dayOfEntry = words.formats().date(entry.at());
        if (!dayOfEntry.equals(day)) {
            day = dayOfEntry;
            lines = new OrderedList();
            lines.addClassName("audit-lines");
            days.add(new H2(day), lines);
        }
        lines.add(new AuditLine(words, entry));
    }

    private void say(String key) {
        message.setText(words.text(key));
        message.setVisible(true);
    }

    @Override
    public String getPageTitle() {
        return words.text("audit.title");
    }
}
