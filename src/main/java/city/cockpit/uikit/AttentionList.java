package city.cockpit.uikit;

import static java.util.stream.Collectors.toSet;

import city.cockpit.live.Assessment;
import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Severity;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.signals.local.ValueSignal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The series a person should look at, worst first: what a norm warns of, who sends nonsense, and who is silent. */
public final class AttentionList extends Composite<Section> {

    /** What fits beside the tiles; the reader may ask for all. */
    private static final int FEW = 6;

    /** More than that is no list to act on but an outage. */
    private static final int MOST = 100;

    private static final Comparator<SeriesState> WORST_FIRST = Comparator.comparing(AttentionList::severity)
            .reversed()
            .thenComparing(state -> state.doubt().isEmpty())
            .thenComparing(state -> state.state(), Comparator.reverseOrder())
            .thenComparing(state -> state.series().id());

    private final Wording words;
    private final UnorderedList list = new UnorderedList();
    private final Span count = new Span();
    private final Paragraph none = new Paragraph();
    private final NativeButton more = new NativeButton();
    private final ValueSignal<Boolean> whole = new ValueSignal<>(false);
    private final List<Row> rows = new ArrayList<>();

    /** How many series of a sensor are silent. */
    private final Map<SensorId, Integer> silent = new HashMap<>();

    public AttentionList(Wording words) {
        this.words = words;
        getContent().addClassName("attention");
        count.addClassName("count");
        none.setText(words.text("attention.none"));
        more.addClassName("link");
        more.addClickListener(click -> whole.set(!whole.peek()));
        getContent().add(new H2(new Text(words.text("attention.title") + " "), count), none, list, more);
    }

    /** Shows what the picture asks to look at; in an effect of the page, which calls it again when the reader wants all. */
    public void show(CityPicture picture, CityFaces faces) {
        show(picture, faces, FEW);
    }

    /**
     * The same where something more urgent takes the room.
     *
     * @param few how many rows there are until the reader wants all, from 0
     */
    public void show(CityPicture picture, CityFaces faces, int few) {
        var all = oneOfEachSilentSensor(faces.remarkable(picture, words));
        var most = whole.get() ? MOST : few;
        var first = all.stream().limit(most).toList();
        while (rows.size() > first.size()) list.remove(rows.removeLast());
        while (rows.size() < first.size()) {
            rows.add(new Row());
            list.add(rows.getLast());
        }
        for (var place = 0; place < first.size(); place++) rows.get(place).show(first.get(place), picture);
        none.setVisible(all.isEmpty());
        count.setText(words.formats().count(all.size()));
        count.setVisible(!all.isEmpty());
        more.setText(words.text(whole.get() ? "attention.fewer" : "attention.all", (long) all.size()));
        more.setVisible(all.size() > few);
        setVisible(!picture.series().isEmpty());
    }

    /** A sensor that is silent is so with all its series: one row says it. */
    private List<SeriesState> oneOfEachSilentSensor(List<SeriesState> remarkable) {
        silent.clear();
        var all = new ArrayList<SeriesState>();
        for (var state : remarkable)
            if (state.state() == State.LIVE
                    || state.doubt().isPresent()
                    || silent.merge(state.series().id().sensor(), 1, Integer::sum) == 1) all.add(state);
        return all;
    }

    /** Every series that somebody should look at, worst first; whom somebody works on is looked at already. */
    static List<SeriesState> remarkable(CityPicture picture) {
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

    private final class Row extends ListItem {

        private final Chip chip = new Chip();
        private final Text name = new Text("");
        private final Anchor link = new Anchor("", name);
        private final Text place = new Text("");
        private final Text quantity = new Text("");
        private final Age age = new Age(words);

        Row() {
            var value = new Span(quantity);
            value.addClassName("quantity");
            var where = new Span(place);
            where.addClassName("place");
            add(new Span(chip), link, value, where, age);
        }

        private String where(SeriesState state) {
            var place = state.series().place();
            var others = state.state() == State.LIVE || state.doubt().isPresent()
                    ? 0
                    : silent.getOrDefault(state.series().id().sensor(), 1) - 1;
            return others == 0 ? place : words.text("attention.place", place, (long) others);
        }

        private Optional<TileFace.Word> word(SeriesState state, CityPicture picture) {
            return state.assessment()
                    .map(verdict -> new TileFace.Word(
                            verdict.band().word(words.locale()), verdict.band().severity()))
                    .or(() -> new UsualWords(words).unusual(state, picture));
        }

        void show(SeriesState state, CityPicture picture) {
            var series = state.series();
            name.setText(series.property().name(words.locale()));
            link.setHref("history/" + TileFaces.slug(series.property().domain()) + "/" + series.id());
            place.setText(where(state));
            var told = state.doubt().or(state::newest);
            quantity.setText(told.map(reading -> words.formats().quantity(reading.value(), series.property()))
                    .orElse("–"));
            var time = told.map(Reading::phenomenonTime);
            age.show(time, time.map(words.formats()::dateTime).orElse(""));
            if (state.doubt().isPresent()) chip.doubt(words.text("doubt.word"));
            else if (state.state() == State.LIVE) word(state, picture).ifPresent(chip::show);
            else chip.show(state.state(), words);
        }
    }
}
