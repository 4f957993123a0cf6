package city.cockpit.explorer;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Series;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ways to the charts of every series of a domain. */
final class SeriesLinks extends Nav {

    private final Wording words;
    private final UnorderedList list = new UnorderedList();
    private Optional<Choice> chosen = Optional.empty();
    private List<Series> shown = List.of();

    SeriesLinks(Wording words) {
        this.words = words;
        addClassName("series-links");
        setAriaLabel(words.text("explorer.series"));
        add(new H2(words.text("explorer.series")), list);
    }

    void show(Choice choice, CityPicture picture) {
        var series = picture.series().values().stream()
                .map(SeriesState::series)
                .filter(one -> one.property().domain() == choice.domain())
                .sorted(Comparator.<Series, String>comparing(
                                one -> one.property().name(words.locale()))
                        .thenComparing(Series::place))
                .toList();
        if (series.equals(shown) && chosen.equals(Optional.of(choice))) return;
        list.removeAll();
        series.forEach(one -> list.add(new ListItem(link(choice, one))));
        shown = series;
        chosen = Optional.of(choice);
    }

    private Anchor link(Choice choice, Series series) {
        var way = new Choice(choice.domain(), Optional.of(series.id()), choice.range());
        var link = new Anchor(
                way.address(),
                words.text("explorer.series.name", series.property().name(words.locale()), series.place()));
        if (way.equals(choice)) link.getElement().setAttribute("aria-current", "page");
        return link;
    }
}
