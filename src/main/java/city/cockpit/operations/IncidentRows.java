package city.cockpit.operations;

import city.cockpit.alerts.Incident;
import city.cockpit.alerts.RuleWords;
import city.cockpit.measurement.Severity;
import city.cockpit.uikit.Mark;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.WordChip;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Incidents as rows, each the way to its sheet: what, where, how urgent, since when, and who is on it. */
final class IncidentRows extends Div {

    private static final Duration MINUTES_UNTIL = Duration.ofHours(2);
    private static final Duration HOURS_UNTIL = Duration.ofDays(2);

    private final Wording words;
    private final RuleWords ruleWords;
    private final Rows table;
    private final Paragraph note = new Paragraph();
    private final Map<Long, Anchor> names = new LinkedHashMap<>();
    private final Map<Incident, Span> ages = new LinkedHashMap<>();
    private List<Incident> shown = List.of();

    IncidentRows(Wording words, RuleWords ruleWords) {
        this.words = words;
        this.ruleWords = ruleWords;
        table = new Rows(
                words, "incidents.what", "incidents.severity", "incidents.since", "incidents.state", "incidents.who");
        table.clear();
        addClassName("group-rows");
        note.addClassName("rows-note");
        note.getElement().setAttribute("role", "status");
        add(table, note);
        note("");
    }

    void note(String text) {
        note.setText(text);
        note.setVisible(!text.isEmpty());
    }

    void show(List<Incident> incidents, Instant now) {
        note("");
        if (incidents.equals(shown)) return;
        shown = incidents;
        table.clear();
        names.clear();
        ages.clear();
        incidents.forEach(this::add);
        showAges(now);
    }

    private void add(Incident incident) {
        var name = new Anchor("incidents/" + incident.id(), ruleWords.title(incident));
        var first = new Div(name, new Span(ruleWords.places(incident)));
        first.addClassName("rows-about");
        var age = new Span();
        var row = table.addRow(
                first,
                severity(words, incident.severity()),
                age,
                state(incident),
                new Span(incident.assignedTo().orElse("")));
        row.addClassName("rows-way");
        names.put(incident.id(), name);
        ages.put(incident, age);
    }

    private Div state(Incident incident) {
        var state = new Div(new Mark(words.text("incident.state." + incident.state())));
        if (incident.isMuted()) state.add(new Mark(words.text("incident.muted")));
        state.addClassName("rows-marks");
        return state;
    }

    static WordChip severity(Wording words, Severity severity) {
        return new WordChip(severity.name().toLowerCase(Locale.ROOT), words.text("severity." + severity));
    }

    /** How long it lasts, or lasted. */
    void showAges(Instant now) {
        ages.forEach((incident, age) -> {
            var form = incident.endedAt().isPresent() ? "lasted" : "lasts";
            var text = words.text(
                    "incidents." + form,
                    words.formats().minute(incident.raisedAt(), now),
                    duration(incident, form, now));
            if (!text.equals(age.getText())) age.setText(text);
        });
    }

    private String duration(Incident incident, String form, Instant now) {
        var length = Duration.between(incident.raisedAt(), incident.endedAt().orElse(now));
        if (length.compareTo(MINUTES_UNTIL) < 0)
            return ruleWords.duration(Duration.ofMinutes(Math.max(1, length.toMinutes())));
        if (length.compareTo(HOURS_UNTIL) < 0) return ruleWords.duration(Duration.ofHours(length.toHours()));
        return words.text("incidents.days." + form, length.toDays());
    }

    void choose(Optional<Long> id) {
        names.forEach((key, name) -> {
            if (id.equals(Optional.of(key))) name.getElement().setAttribute("aria-current", "true");
            else name.getElement().removeAttribute("aria-current");
        });
    }
}
