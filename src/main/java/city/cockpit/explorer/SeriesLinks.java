package city.cockpit.explorer;

import city.cockpit.live.CityPicture;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Site;
import city.cockpit.uikit.SeriesGroup;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;

/** The ways to the charts of every series of a domain, by what they observe. */
final class SeriesLinks extends Nav {

    private final Wording words;
    private final Div groups = new Div();
    private Optional<Choice> chosen = Optional.empty();
    private List<Series> shown = List.of();

    SeriesLinks(Wording words) {
        this.words = words;
        addClassName("series-links");
        setAriaLabel(words.text("explorer.series"));
        add(new H2(words.text("explorer.series")), groups);
    }

    void show(Choice choice, CityPicture picture) {
        var found = SeriesGroup.of(picture, choice.domain(), words.locale());
        var series = found.stream()
                .flatMap(group -> group.alone().stream())
                .map(state -> state.series())
                .toList();
        if (series.equals(shown) && chosen.equals(Optional.of(choice))) return;
        groups.removeAll();
        found.forEach(group -> groups.add(new H3(group.property().name(words.locale())), list(choice, group)));
        shown = series;
        chosen = Optional.of(choice);
    }

    private static UnorderedList list(Choice choice, SeriesGroup group) {
        var list = new UnorderedList();
        group.alone().forEach(state -> list.add(new ListItem(link(choice, state.series()))));
        group.crowded().forEach(site -> list.add(new ListItem(link(site))));
        return list;
    }

    private static Anchor link(Choice choice, Series series) {
        var way = new Choice(choice.domain(), Optional.of(series.id()), choice.range());
        var link = new Anchor(way.address(), series.place());
        if (way.equals(choice)) link.getElement().setAttribute("aria-current", "page");
        return link;
    }

    private static Anchor link(Site site) {
        return new Anchor("site/" + site.key(), site.title());
    }
}
