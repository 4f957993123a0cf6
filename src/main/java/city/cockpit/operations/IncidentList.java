package city.cockpit.operations;

import city.cockpit.alerts.Incident;
import city.cockpit.alerts.IncidentPicture;
import city.cockpit.alerts.RuleWords;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;

/** The most urgent open incidents in a few lines beside the tiles: what, where, since when, and who is on it. */
final class IncidentList extends Composite<Section> {

    /** Its id in its page, the target of links from sentences. */
    static final String ANCHOR = "open-incidents";

    /** What fits beside the tiles; the others are one tap away. */
    static final int FEW = 3;

    private final Wording words;
    private final RuleWords ruleWords;
    private final boolean mayOpen;
    private final int few;
    private final UnorderedList list = new UnorderedList();
    private final Span count = new Span();
    private final Paragraph none = new Paragraph();
    private final Anchor all = new Anchor("incidents");
    private long shown = -1;

    /**
     * @param mayOpen whether the visitor may see the page of incidents
     * @param few no more are shown
     */
    IncidentList(Wording words, RuleWords ruleWords, boolean mayOpen, int few) {
        this.words = words;
        this.ruleWords = ruleWords;
        this.mayOpen = mayOpen;
        this.few = few;
        count.addClassName("count");
        none.setText(words.text("incidents.none.short"));
        all.addClassName("link");
        getContent().setId(ANCHOR);
        getContent().addClassNames("attention", "incident-list");
        getContent().add(new H2(new Text(words.text("incidents.title") + " "), count), none, list, all);
    }

    /** Changes nothing while the incidents are the same. */
    void show(IncidentPicture picture, Instant now) {
        if (picture.version() == shown) return;
        shown = picture.version();
        list.removeAll();
        picture.incidents().stream().limit(few).forEach(incident -> list.add(row(incident, now)));
        var open = picture.count();
        count.setText(words.formats().count(open));
        count.setVisible(open > 0);
        none.setVisible(open == 0);
        list.setVisible(open > 0);
        all.setText(words.text("incidents.all", (long) open));
        all.setVisible(mayOpen && open > few);
    }

    private ListItem row(Incident incident, Instant now) {
        var state = new Span(words.text("incident.state." + incident.state()));
        state.addClassName("quantity");
        var where = new Span(where(incident, now));
        where.addClassName("place");
        return new ListItem(new Span(IncidentRows.severity(words, incident)), title(incident), state, where);
    }

    private Component title(Incident incident) {
        var title = ruleWords.title(incident);
        return mayOpen ? new Anchor("incidents/" + incident.id(), title) : new Span(title);
    }

    private String where(Incident incident, Instant now) {
        var since = words.formats().minute(incident.raisedAt(), now);
        var places = ruleWords.places(incident);
        return incident.assignedTo()
                .map(person -> words.text("incidents.where.who", places, since, person))
                .orElseGet(() -> words.text("incidents.where", places, since));
    }
}
