package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.registry.OwnProperties;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Mark;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.SearchField;
import city.cockpit.uikit.Side;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What this cockpit can observe, in which unit and range; what a town misses it adds here. */
@Route(value = "properties/:property?([a-z][a-z0-9_]*)", layout = AdministrationLayout.class)
@Menu(title = "nav.properties", order = 24)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class PropertiesView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final QueryParameters NEW = QueryParameters.fromString("new");

    private final Wording words;
    private final OwnProperties properties;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final SearchField search;
    private final Rows rows;
    private final Paragraph none = new Paragraph();
    private final Side side;
    private Optional<PropertyForm> form = Optional.empty();

    PropertiesView(Wordings wordings, OwnProperties properties, AuthenticationContext visitor) {
        this.words = wordings.ofThisPage();
        this.properties = properties;
        this.technician = visitor.getPrincipalName().orElseThrow();
        var lead = new Paragraph(words.text("properties.lead"));
        lead.addClassName("lead");
        var add = new Anchor("properties?new", words.text("properties.add"));
        add.addClassNames("button", "main-way");
        var head = new Div(new Div(new H1(words.text("properties.title")), lead), add);
        head.addClassName("figure-head");
        search = new SearchField(words.text("properties.search"), this::list);
        rows = new Rows(
                words,
                "properties.name",
                "properties.domain",
                "properties.unit",
                "properties.possible",
                "properties.plausible",
                "properties.series");
        none.setText(words.text("properties.none"));
        none.addClassName("rows-note");
        side = new Side(this, new Div(head, message, search, rows, none), "properties", words.text("properties.back"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("property");
        var isNew = event.getLocation().getQueryParameters().equals(NEW);
        var chosen = key.map(name -> own(name).orElseThrow(NotFoundException::new));
        form = chosen.isPresent() || isNew
                ? Optional.of(new PropertyForm(words, properties, chosen, technician, this::saved))
                : Optional.empty();
        form.ifPresentOrElse(side::open, side::close);
        if (form.isPresent()) message.clear();
        list();
    }

    private Optional<ObservedProperty> own(String key) {
        return properties.listProperties().stream()
                .filter(one -> one.key().equals(key) && !properties.isShipped(one))
                .findFirst();
    }

    private void saved(ObservedProperty property) {
        form = Optional.empty();
        UI.getCurrentOrThrow().navigate("properties");
        message.say(FormMessage.Kind.DONE, words.text("properties.saved", property.name(words.locale())));
    }

    /** Those of the town first. */
    private void list() {
        rows.clear();
        var typed = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = properties.listProperties().stream()
                .filter(one -> text(one).contains(typed))
                .sorted(Comparator.comparing(properties::isShipped)
                        .thenComparing(ObservedProperty::domain)
                        .thenComparing(one -> one.name(words.locale())))
                .toList();
        found.forEach(this::add);
        none.setVisible(found.isEmpty());
    }

    private String text(ObservedProperty one) {
        return (one.key() + " " + one.germanName() + " " + one.englishName() + " "
                        + words.text("domain." + one.domain()) + " "
                        + one.unit().symbol())
                .toLowerCase(Locale.ROOT);
    }

    private void add(ObservedProperty one) {
        var key = new Span(one.key());
        var name = properties.isShipped(one)
                ? new Div(new Span(one.name(words.locale())), key)
                : new Div(
                        new Anchor("properties/" + one.key(), one.name(words.locale())),
                        key,
                        new Mark(words.text("properties.own")));
        name.addClassName("rows-about");
        var plausible = one.plausible();
        rows.addRow(
                name,
                new Span(words.text("domain." + one.domain())),
                new Span(one.unit().symbol().isEmpty() ? "–" : one.unit().symbol()),
                new Span(range(one.lowest(), one.highest())),
                new Span(range(plausible.lowest(), plausible.highest())),
                new Span(words.formats().count(properties.countSeries(one.key()))));
    }

    private String range(double lowest, double highest) {
        if (Double.isInfinite(lowest) && Double.isInfinite(highest)) return words.text("properties.range.any");
        if (Double.isInfinite(lowest)) return words.text("properties.range.up-to", end(highest));
        if (Double.isInfinite(highest)) return words.text("properties.range.from", end(lowest));
        return words.text("properties.range", end(lowest), end(highest));
    }

    private String end(double value) {
        return words.formats().number(value, value == Math.rint(value) ? 0 : 2);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form.filter(PropertyForm::isChanged).isPresent()) Question.askBeforeLeaving(event, words);
    }

    @Override
    public String getPageTitle() {
        return words.text("properties.title");
    }
}
