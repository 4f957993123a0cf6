package city.cockpit.technicians;

import static java.util.stream.Collectors.toCollection;

import city.cockpit.ingest.kept.Inbox.Candidate;
import city.cockpit.ingest.kept.Inbox.Found;
import city.cockpit.ingest.kept.Inbox.Held;
import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SensorId;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One sender: what its messages would become, and the sensor to which it is to be assigned. */
final class SenderPanel extends Section {

    private final Wording words;
    private final Paragraph counts = new Paragraph();
    private final Div values = new Div();
    private final Div newest = new Div();
    private final SensorField sensor;
    private final Button assign;
    private Map<String, Found> found = Map.of();

    SenderPanel(
            Wording words,
            RefusalGroup sender,
            List<Candidate> candidates,
            Consumer<SensorId> assigned,
            Runnable delete) {
        this.words = words;
        counts.addClassName("panel-about");
        sensor = new SensorField(words, candidates, this::chosen);
        assign = new Button(
                words.text("inbox.assign"), click -> sensor.findChosen().ifPresent(assigned));
        assign.addThemeVariants(ButtonVariant.PRIMARY);
        assign.setEnabled(false);
        var remove = new Button(words.text("inbox.delete") + " …", click -> delete.run());
        var register = new StreetLink(
                NewSensorView.ADDRESS + "?" + NewSensorView.SENDER + "=" + sender.sender(),
                words.text("way.INBOX.register"));
        register.addClassName("button");
        var buttons = new Div(assign, register, remove);
        buttons.addClassName("panel-buttons");
        var nameless = sender.sender().isEmpty();
        var name = nameless ? words.text("kept.crowd") : sender.sender();
        sensor.setVisible(!nameless);
        assign.setVisible(!nameless);
        register.setVisible(SensorId.isWellFormed(sender.sender()));
        var head = new Div(new H2(name), counts);
        head.addClassName("panel-head");
        values.addClassName("panel-part");
        newest.addClassName("panel-part");
        addClassNames("panel", "panel-form");
        getElement().setAttribute("aria-label", name);
        add(head, values, sensor, buttons, newest);
    }

    void show(RefusalGroup sender, Instant now) {
        counts.setText(words.text(
                "rejected.counts",
                sender.messages(),
                words.formats().count(sender.kept()),
                words.formats().minute(sender.firstAt(), now),
                words.formats().minute(sender.lastAt(), now)));
    }

    /** The newest value of each property that the messages name. */
    void show(List<Held> messages, Instant now) {
        found = new LinkedHashMap<>();
        for (var held : messages) held.values().forEach(value -> found.putIfAbsent(value.named(), value));
        sensor.offerFor(keys(found.values()));
        values.removeAll();
        values.add(new H3(words.text("inbox.values")));
        if (found.isEmpty()) values.add(new Paragraph(words.text("inbox.values.none")));
        else values.add(list(now));
        newest.removeAll();
        newest.add(new H3(words.text("rejected.sample")));
        if (messages.isEmpty()) newest.add(new Paragraph(words.text("inbox.sample.none")));
        else newest.add(new MessageSheet(words, messages.getFirst().message(), now));
    }

    private DescriptionList list(Instant now) {
        var list = new DescriptionList();
        for (var value : found.values()) {
            var name = value.property()
                    .map(property -> property.name(words.locale()))
                    .orElseGet(() -> words.text("inbox.property.unknown", value.named()));
            list.add(
                    new DescriptionList.Term(name),
                    new DescriptionList.Description(words.text(
                            value.timedOnArrival() ? "inbox.value.arrival" : "inbox.value",
                            quantity(value),
                            words.formats().moment(value.time(), now))));
        }
        return list;
    }

    private String quantity(Found value) {
        if (value.foreignUnit().isPresent())
            return words.text(
                    "inbox.value.unit", value.value(), value.foreignUnit().get());
        return value.property()
                .map(property -> words.formats().quantity(value.value(), property))
                .orElseGet(() -> Double.toString(value.value()));
    }

    private static Set<String> keys(Collection<Found> values) {
        return values.stream()
                .flatMap(value -> value.property().stream())
                .map(ObservedProperty::key)
                .collect(toCollection(LinkedHashSet::new));
    }

    private void chosen() {
        assign.setEnabled(sensor.findChosen().isPresent());
    }
}
