package city.cockpit.explorer;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Unit;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The chosen series, each with a way to leave it out, and a field to add another by place or property. */
final class SeriesPicker extends Div {

    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final int MOST_UNITS = 2;

    private final Wording words;
    private final UnorderedList chosen = new UnorderedList();
    private final ComboBox<Series> another;
    private List<Series> offered = List.of();

    /** @param add gets what is to be shown besides */
    SeriesPicker(Wording words, Consumer<Series> add) {
        this.words = words;
        chosen.addClassName("chosen-series");
        chosen.getElement().setAttribute("aria-label", words.text("explorer.chosen"));
        another = new ComboBox<>();
        another.setAriaLabel(words.text("explorer.add"));
        another.setPlaceholder(words.text("explorer.add"));
        another.setItemLabelGenerator(this::name);
        another.addValueChangeListener(change -> {
            if (change.getValue() == null || !change.isFromClient()) return;
            another.clear();
            add.accept(change.getValue());
        });
        addClassName("series-picker");
        add(chosen, another);
    }

    void show(Selection selection, List<SeriesState> states, CityPicture picture) {
        chosen.removeAll();
        chosen.setVisible(states.size() > 1 && !selection.series().isEmpty());
        var all = states.stream().map(SeriesState::series).toList();
        if (chosen.isVisible()) all.forEach(series -> chosen.add(item(selection, series, all)));
        offer(selection.series().size() >= Selection.MOST_SERIES, states, picture);
    }

    private ListItem item(Selection selection, Series series, List<Series> all) {
        var rest = all.stream().filter(other -> !other.equals(series)).toList();
        var away = new Anchor(selection.showing(rest).address(), "×");
        away.setAriaLabel(words.text("explorer.remove", name(series)));
        away.setTitle(words.text("explorer.remove", name(series)));
        return new ListItem(new Div(name(series)), away);
    }

    private void offer(boolean isFull, List<SeriesState> states, CityPicture picture) {
        var units =
                states.stream().map(state -> state.series().property().unit()).collect(Collectors.toSet());
        another.setEnabled(!isFull);
        another.setHelperText(isFull ? words.text("explorer.add.full") : restriction(units));
        var next = isFull ? List.<Series>of() : others(states, picture, units);
        if (next.equals(offered)) return;
        offered = next;
        another.setItems((series, typed) -> matches(series, typed), next);
    }

    private String restriction(Set<Unit> units) {
        if (units.size() < MOST_UNITS) return "";
        return words.text(
                "explorer.add.units",
                words.list(units.stream().map(Unit::symbol).sorted().toList()));
    }

    private List<Series> others(List<SeriesState> states, CityPicture picture, Set<Unit> units) {
        var here = states.stream().map(state -> state.series().id()).collect(Collectors.toSet());
        return picture.series().values().stream()
                .map(SeriesState::series)
                .filter(series -> !here.contains(series.id()))
                .filter(series -> units.size() < MOST_UNITS
                        || units.contains(series.property().unit()))
                .sorted(Comparator.comparing(this::name))
                .toList();
    }

    private boolean matches(Series series, String typed) {
        var text = (name(series) + " " + series.id()).toLowerCase(Locale.ROOT);
        return WORDS.splitAsStream(typed.toLowerCase(Locale.ROOT)).allMatch(text::contains);
    }

    private String name(Series series) {
        return words.text("explorer.name", series.place(), series.property().name(words.locale()));
    }
}
