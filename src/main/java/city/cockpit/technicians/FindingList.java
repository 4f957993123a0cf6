package city.cockpit.technicians;

import city.cockpit.fleet.Finding;
import city.cockpit.fleet.SensorHealth;
import city.cockpit.registry.Phase;
import city.cockpit.uikit.WordChip;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a sensor: each with a word, since when, what it is and what to do. */
final class FindingList extends Section {

    private final Wording words;
    private final FindingWords told;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph well = new Paragraph();
    private Optional<List<String>> shown = Optional.empty();

    FindingList(Wording words) {
        this.words = words;
        this.told = new FindingWords(words);
        list.addClassName("findings");
        well.addClassName("finding-well");
        well.getElement().setAttribute("role", "status");
        addClassName("panel");
        add(new H2(words.text("sensors.how")), well, list);
    }

    void show(SensorHealth health, Instant now) {
        var texts = health.findings().stream()
                .map(finding -> told.since(finding, now) + told.sentence(finding, now) + told.todo(finding))
                .toList();
        var all = new ArrayList<>(texts);
        all.add(heard(health, now));
        if (shown.equals(Optional.of(all))) return;
        shown = Optional.of(all);
        list.removeAll();
        list.setVisible(!health.findings().isEmpty());
        health.findings().forEach(finding -> list.add(item(finding, now)));
        well.removeAll();
        well.setVisible(health.findings().isEmpty());
        if (health.findings().isEmpty()) well.add(chip(health), new Span(heard(health, now)));
    }

    private WordChip chip(SensorHealth health) {
        var phase = health.sensor().phase();
        return phase == Phase.ACTIVE
                ? ConditionChip.good(words.text("sensors.well"))
                : ConditionChip.none(words.text("phase." + phase));
    }

    private String heard(SensorHealth health, Instant now) {
        return switch (health.sensor().phase()) {
            case RETIRED -> words.text("sensors.retired.why");
            case MAINTENANCE -> words.text("sensors.maintenance.why");
            case ACTIVE ->
                health.lastHeard()
                        .map(last -> words.text("sensors.last", words.formats().minute(last, now)))
                        .orElseGet(() -> words.text("sensors.never"));
        };
    }

    private ListItem item(Finding finding, Instant now) {
        var since = new Span(told.since(finding, now));
        since.addClassName("finding-since");
        var head = new Div(ConditionChip.of(finding, told), since);
        head.addClassName("finding-head");
        var todo = new Paragraph(told.todo(finding));
        todo.addClassName("finding-todo");
        return new ListItem(head, new Paragraph(told.sentence(finding, now)), todo);
    }
}
