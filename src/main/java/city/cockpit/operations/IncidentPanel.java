package city.cockpit.operations;

import city.cockpit.alerts.Incident;
import city.cockpit.alerts.IncidentEvent;
import city.cockpit.alerts.Incidents;
import city.cockpit.alerts.Incidents.Case;
import city.cockpit.alerts.RuleWords;
import city.cockpit.measurement.Interval;
import city.cockpit.operations.IncidentsView.Act;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.CourseFigure;
import city.cockpit.uikit.CourseForms;
import city.cockpit.uikit.Mark;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One incident: what the rule says, where and since when, what became of it, and what can be done. */
final class IncidentPanel extends Section {

    private final Wording words;
    private final RuleWords ruleWords;
    private final String person;
    private final H2 title = new H2();
    private final Div marks = new Div();
    private final Paragraph sentence = new Paragraph();
    private final Div facts = new Div();
    private final CourseFigure figure;
    private final Div values;
    private final OrderedList events = new OrderedList();
    private final TextArea remark;
    private final TextField other;
    private final Button acknowledge;
    private final Button mine;
    private final Button assign;
    private final Button close;
    private Optional<Case> shown = Optional.empty();

    IncidentPanel(Wording words, RuleWords ruleWords, String person, long id, Consumer<Act> act) {
        this.words = words;
        this.ruleWords = ruleWords;
        this.person = person;
        title.setId("incident-" + id);
        marks.addClassName("panel-marks");
        sentence.addClassName("panel-about");
        remark = new TextArea(words.text("incident.remark"));
        remark.setMaxLength(IncidentEvent.LONGEST_COMMENT);
        other = new TextField(words.text("incident.other"));
        other.setMaxLength(Incidents.LONGEST_NAME);
        acknowledge = new Button(words.text("incident.acknowledge"), click -> act.accept(new Act.Acknowledge()));
        acknowledge.addThemeVariants(ButtonVariant.PRIMARY);
        mine = new Button(words.text("incident.mine"), click -> act.accept(new Act.Assign(person)));
        assign = new Button(words.text("incident.assign"), click -> {
            act.accept(new Act.Assign(other.getValue().strip()));
            other.clear();
        });
        close = new Button(words.text("incident.close"), click -> {
            act.accept(new Act.Close(remark.getValue().strip()));
            remark.clear();
        });
        var comment = new Button(words.text("incident.comment"), click -> {
            if (remark.getValue().isBlank()) {
                remark.focus();
                return;
            }
            act.accept(new Act.Comment(remark.getValue().strip()));
            remark.clear();
        });
        figure = new CourseFigure(words);
        values = part("incident.values", new CourseForms(words, figure), figure);
        values.addClassName("incident-values");
        events.addClassName("incident-events");
        var head = new Div(title, marks, sentence);
        head.addClassName("panel-head");
        addClassNames("panel", "panel-form", "incident-panel");
        getElement().setAttribute("aria-labelledby", "incident-" + id);
        add(
                head,
                facts,
                buttons(acknowledge, mine),
                values,
                part("incident.events", events),
                part("incident.act", remark, buttons(comment, close), other, buttons(assign)));
    }

    private static Div buttons(Component... buttons) {
        var row = new Div(buttons);
        row.addClassName("panel-buttons");
        return row;
    }

    private Div part(String key, Component... components) {
        var part = new Div(new H3(words.text(key)));
        part.add(components);
        part.addClassName("panel-part");
        return part;
    }

    void show(Case found, Instant now) {
        if (shown.equals(Optional.of(found))) return;
        shown = Optional.of(found);
        var incident = found.incident();
        title.setText(ruleWords.title(incident));
        marks.removeAll();
        marks.add(
                IncidentRows.severity(words, incident.severity()),
                new Mark(words.text("incident.state." + incident.state())));
        if (incident.isMuted()) marks.add(new Mark(words.text("incident.muted")));
        sentence.setText(ruleWords.sentence(incident.rule()));
        facts.removeAll();
        facts.add(facts(incident, now));
        events.removeAll();
        found.events().reversed().forEach(event -> events.add(item(event, now)));
        var isOpen = incident.state().isOpen();
        acknowledge.setVisible(incident.state() == Incident.State.RAISED);
        mine.setVisible(isOpen && !incident.assignedTo().equals(Optional.of(person)));
        assign.setVisible(isOpen);
        other.setVisible(isOpen);
        close.setVisible(isOpen);
    }

    /** How the values went round it; nothing of what is not registered any more. */
    void show(Answer<Optional<Course>> course) {
        switch (course) {
            case Answer.Pending<Optional<Course>>() -> {}
            case Answer.Unavailable<Optional<Course>>() -> figure.failed();
            case Answer.Known<Optional<Course>>(var known) -> {
                values.setVisible(known.isPresent());
                known.ifPresent(figure::show);
            }
        }
    }

    private DescriptionList facts(Incident incident, Instant now) {
        var list = new DescriptionList();
        add(list, "incident.where", new Div(where(incident, now).toArray(Component[]::new)));
        add(list, "incident.since", new Span(words.formats().minute(incident.since(), now)));
        add(list, "incident.raised", new Span(words.formats().minute(incident.raisedAt(), now)));
        incident.endedAt()
                .ifPresent(end ->
                        add(list, "incident.ended", new Span(words.formats().minute(end, now))));
        incident.worst()
                .ifPresent(worst -> add(list, "incident.worst", new Span(ruleWords.quantity(worst, incident.rule()))));
        add(list, "incident.who", new Span(incident.assignedTo().orElseGet(() -> words.text("incident.nobody"))));
        incident.rule()
                .norm()
                .filter(norm -> !norm.source().isEmpty())
                .ifPresent(norm -> add(list, "incident.source", new Span(norm.source())));
        return list;
    }

    private void add(DescriptionList list, String term, Component description) {
        list.add(new DescriptionList.Term(words.text(term)), new DescriptionList.Description(description));
    }

    /** Each place with the way to its page, and to the values before, in and after the incident. */
    private List<Component> where(Incident incident, Instant now) {
        var span = address(IncidentFigures.around(incident, now));
        return incident.sites().stream()
                .<Component>map(site -> {
                    var place = new Div(new Anchor("site/" + site.key(), site.title()));
                    incident.series().stream()
                            .filter(series -> series.site().equals(site))
                            .findFirst()
                            .ifPresent(series -> {
                                var course = new Anchor(
                                        "history/"
                                                + series.property()
                                                        .domain()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT) + "/"
                                                + series.id() + span,
                                        words.text("incident.course"));
                                course.setAriaLabel(words.text("incident.course-of", site.title()));
                                place.add(new Span(" · "), course);
                            });
                    return place;
                })
                .toList();
    }

    /** As the address of a history says it. */
    private String address(Interval span) {
        return "?from=%s&to=%s".formatted(local(span.from()), local(span.to()));
    }

    private LocalDateTime local(Instant time) {
        return time.atZone(words.formats().zone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    private ListItem item(IncidentEvent event, Instant now) {
        var isSaid = event.kind() == IncidentEvent.Kind.ASSIGNED || event.kind() == IncidentEvent.Kind.ROSE;
        var said = event.kind() == IncidentEvent.Kind.ROSE
                ? words.text("severity." + event.comment())
                : isSaid ? event.comment() : "";
        var what = new Span(
                words.text("incident.event." + event.kind(), event.actor().orElse(""), said));
        var at = new Span(words.formats().minute(event.at(), now));
        at.addClassName("event-at");
        var item = new ListItem(at, what);
        if (!isSaid && !event.comment().isEmpty()) {
            var comment = new Paragraph(event.comment());
            comment.addClassName("event-comment");
            item.add(comment);
        }
        return item;
    }
}
