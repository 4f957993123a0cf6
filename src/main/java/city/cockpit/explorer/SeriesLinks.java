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
    private Optional<Selection> chosen = Optional.empty();
    private List<Series> shown = List.of();

    SeriesLinks(Wording words) {
        this.words = words;
        addClassName("series-links");
        setAriaLabel(words.text("explorer.series"));
        add(new H2(words.text("explorer.series")), groups);
    }

    void show(Selection selection, CityPicture picture) {
        var found = SeriesGroup.of(picture, selection.domain(), words.locale());
        var series = found.stream()
                .flatMap(group -> group.alone().stream())
                .map(state -> state.series())
                .toList();
        if (series.equals(shown) && chosen.equals(Optional.of(selection))) return;
        groups.removeAll();
        found.forEach(group -> groups.add(new H3(group.property().name(words.locale())), list(selection, group)));
        shown = series;
        chosen = Optional.of(selection);
    }

    private static UnorderedList list(Selection selection, SeriesGroup group) {
        var list = new UnorderedList();
        group.alone().forEach(state -> list.add(new ListItem(link(selection, state.series()))));
        group.crowded().forEach(site -> list.add(new ListItem(link(site))));
        return list;
    }

    private static Anchor link(Selection selection, Series series) {
        var way = selection.showing(List.of(series));
        var link = new Anchor(way.address(), series.place());
        if (way.equals(selection)) link.getElement().setAttribute("aria-current", "page");
        return link;
    }

    private static Anchor link(Site site) {
        return new Anchor("site/" + site.key(), site.title());
    }
}
