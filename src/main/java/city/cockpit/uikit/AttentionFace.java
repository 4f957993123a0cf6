package city.cockpit.uikit;

import static java.util.stream.Collectors.toSet;

import city.cockpit.live.Assessment;
import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Severity;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the {@link AttentionList} says, in the words of one language.
 *
 * @param rows worst first; no more than somebody could act on
 * @param count how many there are
 */
record AttentionFace(List<Row> rows, int count) implements Mould {

    /** More than that is no list to act on but an outage. */
    private static final int MOST = 100;

    private static final Comparator<SeriesState> WORST_FIRST = Comparator.comparing(AttentionFace::severity)
            .reversed()
            .thenComparing(state -> state.doubt().isEmpty())
            .thenComparing(state -> state.state(), Comparator.reverseOrder())
            .thenComparing(state -> state.series().id());

    AttentionFace {
        rows = List.copyOf(rows);
    }

    /**
     * One series.
     *
     * @param isImplausible whether its value does not count for that reason
     * @param state why its value does not count for another one; empty if it counts
     * @param word of a value that counts, how it is; empty if nothing judges it
     * @param since when the value held; empty without one
     */
    record Row(
            boolean isImplausible,
            Optional<State> state,
            Optional<TileFace.Word> word,
            String name,
            String href,
            String quantity,
            String place,
            Optional<Instant> since,
            String moment) {}

    static AttentionFace of(CityPicture picture, Wording words) {
        var silent = new HashMap<SensorId, Integer>();
        var all = oneOfEachSilentSensor(remarkable(picture), silent);
        return new AttentionFace(
                all.stream()
                        .limit(MOST)
                        .map(state -> row(state, picture, silent, words))
                        .toList(),
                all.size());
    }

    /** The same where there is less room. */
    AttentionFace first(int few) {
        return few >= rows.size() ? this : new AttentionFace(rows.subList(0, few), count);
    }

    /** A sensor that is silent is so with all its series: one row says it. */
    private static List<SeriesState> oneOfEachSilentSensor(
            List<SeriesState> remarkable, Map<SensorId, Integer> silent) {
        var all = new ArrayList<SeriesState>();
        for (var state : remarkable)
            if (speaks(state) || silent.merge(state.series().id().sensor(), 1, Integer::sum) == 1) all.add(state);
        return all;
    }

    private static boolean speaks(SeriesState state) {
        return state.state() == State.LIVE || state.doubt().isPresent();
    }

    /** Every series that somebody should look at, worst first; whom somebody works on is looked at already. */
    private static List<SeriesState> remarkable(CityPicture picture) {
        var unusual = picture.domains().values().stream()
                .flatMap(domain -> domain.unusual().stream())
                .collect(toSet());
        return picture.series().values().stream()
                .filter(state -> state.state() != State.MAINTENANCE)
                .filter(state ->
                        isRemarkable(state) || unusual.contains(state.series().id()))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static boolean isRemarkable(SeriesState state) {
        return state.state() != State.LIVE
                || state.doubt().isPresent()
                || severity(state).compareTo(Severity.WARNING) >= 0;
    }

    private static Severity severity(SeriesState state) {
        return state.assessment()
                .map(Assessment::band)
                .map(band -> band.severity())
                .orElse(Severity.GOOD);
    }

    private static Row row(SeriesState state, CityPicture picture, Map<SensorId, Integer> silent, Wording words) {
        var series = state.series();
        var told = state.doubt().or(state::newest);
        var time = told.map(Reading::phenomenonTime);
        return new Row(
                state.doubt().isPresent(),
                Optional.of(state.state()).filter(why -> !speaks(state)),
                state.doubt().isEmpty() && state.state() == State.LIVE ? word(state, picture, words) : Optional.empty(),
                series.property().name(words.locale()),
                "history/" + TileFaces.slug(series.property().domain()) + "/" + series.id(),
                told.map(reading -> words.formats().quantity(reading.value(), series.property()))
                        .orElse("–"),
                place(state, silent, words),
                time,
                time.map(words.formats()::dateTime).orElse(""));
    }

    private static Optional<TileFace.Word> word(SeriesState state, CityPicture picture, Wording words) {
        return state.assessment()
                .map(verdict -> new TileFace.Word(
                        verdict.band().word(words.locale()), verdict.band().severity()))
                .or(() -> new UsualWords(words).unusual(state, picture));
    }

    /** Who is silent is named, because there may be a dozen at its place. */
    private static String place(SeriesState state, Map<SensorId, Integer> silent, Wording words) {
        var place = state.series().place();
        if (speaks(state)) return place;
        var sensor = state.series().id().sensor();
        var named = words.text("attention.sensor", place, sensor.value());
        var others = silent.getOrDefault(sensor, 1) - 1;
        return others == 0 ? named : words.text("attention.place", named, (long) others);
    }

    @Override
    public Component make(Wording words) {
        var title = Mould.heading(words.text("attention.title"), count, words);
        if (count == 0) return new Div(title, new Paragraph(words.text("attention.none")));
        var list = new UnorderedList();
        rows.forEach(row -> list.add(item(row, words)));
        return new Div(title, list);
    }

    private static ListItem item(Row row, Wording words) {
        var age = new Age(words);
        age.show(row.since(), row.moment());
        return new ListItem(
                new Span(chip(row, words)),
                new Anchor(row.href(), row.name()),
                Mould.span("quantity", row.quantity()),
                Mould.span("place", row.place()),
                age);
    }

    private static Chip chip(Row row, Wording words) {
        var chip = new Chip();
        if (row.isImplausible()) chip.doubt(words.text("doubt.word"));
        row.state().ifPresent(state -> chip.show(state, words));
        row.word().ifPresent(chip::show);
        return chip;
    }
}
