package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.measurement.SeriesId;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Series below each other: value, band, age, what is usual now, the line of the day and the way to the evidence. */
public final class SeriesRows extends Composite<UnorderedList> {

    private final Wording words;
    private final Doubts doubts;
    private final Naming naming;
    private final Map<SeriesId, Row> rows = new LinkedHashMap<>();
    private Function<SeriesId, Optional<Promised>> promised = series -> Optional.empty();

    /** What tells the rows apart, and where they lead. */
    private sealed interface Naming {

        TileFace face(SeriesState state, CityPicture picture);

        /** What is to be said of the place; may be empty. */
        String where(TileFace face);

        /** How a value that has a band came about, unless what stands above the rows says so. */
        String about(TileFace face);

        /** Of one site: each is named by what it observes and leads to its past. */
        record ByProperty(TileFaces faces) implements Naming {
            @Override
            public TileFace face(SeriesState state, CityPicture picture) {
                var series = state.series();
                return faces.of(
                        state,
                        picture,
                        "history/" + TileFaces.slug(series.property().domain()) + "/" + series.id());
            }

            @Override
            public String where(TileFace face) {
                return "";
            }

            @Override
            public String about(TileFace face) {
                return face.band().isEmpty() ? "" : face.about();
            }
        }

        /** Of one property: each is named by its place and leads there. */
        record ByPlace(TileFaces faces) implements Naming {
            @Override
            public TileFace face(SeriesState state, CityPicture picture) {
                return faces.ofPlace(
                        state, picture, "site/" + state.series().site().key());
            }

            @Override
            public String where(TileFace face) {
                return face.sense();
            }

            @Override
            public String about(TileFace face) {
                return "";
            }
        }
    }

    private SeriesRows(Wording words, Naming naming) {
        this.words = words;
        this.naming = naming;
        this.doubts = new Doubts(words);
        getContent().addClassName("site-series");
    }

    /** For what is measured at one site. */
    static SeriesRows ofSite(Wording words) {
        return new SeriesRows(words, new Naming.ByProperty(new TileFaces(words)));
    }

    /** For the places of one property. */
    public static SeriesRows ofPlaces(Wording words) {
        return new SeriesRows(words, new Naming.ByPlace(new TileFaces(words)));
    }

    /** From now on leads on to what was promised about a value. */
    public void leadTo(Function<SeriesId, Optional<Promised>> promises) {
        promised = promises;
    }

    /** Shows exactly these, in this order; of what did not change nothing is touched. */
    public void show(List<SeriesState> states, CityPicture picture) {
        arrange(states.stream().map(state -> state.series().id()).toList());
        for (var state : states)
            Objects.requireNonNull(rows.get(state.series().id())).show(state, picture);
        setVisible(!states.isEmpty());
    }

    private void arrange(List<SeriesId> series) {
        if (series.equals(List.copyOf(rows.keySet()))) return;
        var before = Map.copyOf(rows);
        rows.clear();
        getContent().removeAll();
        for (var id : series) {
            var known = before.get(id);
            var row = known == null ? new Row() : known;
            rows.put(id, row);
            getContent().add(row);
        }
    }

    /** One series: what, how much, how good, how old, and its day. */
    private final class Row extends ListItem {

        private final Icon icon = new Icon();
        private final Text name = new Text("");
        private final Anchor link = new Anchor("", name);
        private final Text value = new Text("");
        private final Text unit = new Text("");
        private final Chip band = new Chip();
        private final Chip state = new Chip();
        private final Chip doubt = new Chip();
        private final Text why = new Text("");
        private final Text timing = new Text("");
        private final Text place = new Text("");
        private final Text note = new Text("");
        private final Text usual = new Text("");
        private final ProofLink proof = new ProofLink(words);
        private final PromiseLink promise = new PromiseLink(words);
        private final Age age = new Age(words);
        private final Text moment = new Text("");
        private final Sparkline line = new Sparkline();
        private @Nullable TileFace shown;

        Row() {
            var number = new Span(value);
            number.addClassName("site-number");
            var measure = new Span(unit);
            measure.addClassName("site-unit");
            var spoken = new Span(moment);
            spoken.addClassName("sr-only");
            var quantity = new Div(number, measure);
            quantity.addClassName("site-value");
            var judged = new Span(note);
            judged.addClassName("site-note");
            var doubted = new Span(why);
            doubted.addClassName("site-note");
            var timed = new Span(timing);
            timed.addClassName("site-note");
            var compared = new Span(usual);
            compared.addClassName("site-note");
            var where = new Span(place);
            where.addClassName("site-note");
            var chips = new Div(band, state, where, judged, compared, timed, doubt, doubted, proof, promise);
            chips.addClassName("site-chips");
            add(icon, link, quantity, chips, age, spoken, line);
        }

        void show(SeriesState series, CityPicture picture) {
            var id = series.series().id();
            promise.show(promised.apply(id));
            var domain = series.series().property().domain();
            var face = naming.face(series, picture);
            if (face.equals(shown)) return;
            shown = face;
            icon.show(domain);
            name.setText(face.name());
            link.setHref(face.href());
            value.setText(face.value().orElse("–"));
            unit.setText(String.join(" ", unitOf(face), face.value().isEmpty() ? "" : face.caption())
                    .strip());
            face.band().ifPresentOrElse(band::show, band::hide);
            // Of what is not measured any more nothing is overdue; a doubt says itself that a value is implausible.
            if (face.state() == State.LIVE
                    || face.state() == State.IMPLAUSIBLE
                    || series.series().isRetired()) state.hide();
            else state.show(face.state(), words);
            face.doubt().ifPresentOrElse(doubt::doubt, doubt::hide);
            why.setText(doubts.sentence(series).orElse(""));
            timing.setText(face.band().isEmpty() ? face.timing() : "");
            note.setText(naming.about(face));
            age.show(face.observedAt(), face.moment());
            place.setText(naming.where(face));
            usual.setText(face.usual());
            proof.show(face.name(), face.newestProof(), face.proof());
            moment.setText(face.moment().isEmpty() ? "" : words.text("tile.measured-at", face.moment()));
            line.show(face);
            getElement()
                    .setAttribute("data-current", String.valueOf(face.state().isCurrent()));
        }

        private static String unitOf(TileFace face) {
            return face.value().isEmpty() ? "" : face.unit();
        }
    }
}
