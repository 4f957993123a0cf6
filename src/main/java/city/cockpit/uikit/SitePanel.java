package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is measured at one site: values, bands, ages, the line of the day and the way to each chart. */
public final class SitePanel extends Composite<Div> {

    private final Wording words;
    private final TileFaces faces;
    private final Doubts doubts;
    private final HtmlContainer heading;
    private final Text where = new Text("");
    private final Text last = new Text("");
    private final Age age;
    private final Span simulated = new Span();
    private final Paragraph past;
    private final UnorderedList list = new UnorderedList();
    private final BayGrid bays;
    private final Map<SeriesId, Row> rows = new LinkedHashMap<>();
    private Function<SeriesId, Optional<Promised>> promised = series -> Optional.empty();

    /** @param heading of the level that fits the page */
    public SitePanel(Wording words, HtmlContainer heading) {
        this(words, heading, true);
    }

    /** Values alone, for a page that says itself where they are measured. */
    public static SitePanel ofValues(Wording words) {
        return new SitePanel(words, new Span(), false);
    }

    private SitePanel(Wording words, HtmlContainer heading, boolean headed) {
        this.words = words;
        this.faces = new TileFaces(words);
        this.doubts = new Doubts(words);
        this.heading = heading;
        this.bays = new BayGrid(words);
        this.age = new Age(words);
        simulated.addClassName("simulation");
        simulated.setText(words.text("sites.simulated"));
        simulated.setVisible(false);
        var place = new Paragraph(where);
        place.addClassName("lead");
        var report = new Paragraph(last, age, simulated);
        report.addClassName("site-report");
        past = new Paragraph(words.text("sites.past"));
        past.addClassName("site-past");
        past.setVisible(false);
        list.addClassName("site-series");
        getContent().addClassName("site-panel");
        if (headed) getContent().add(heading, place, report, past);
        getContent().add(list, bays);
    }

    /** Shows these series, which hang at the same site; none of them takes all away. */
    public void show(List<SeriesState> states, CityPicture picture) {
        setVisible(!states.isEmpty());
        if (!states.isEmpty()) show(SiteStates.of(states.getFirst().series().site(), states), picture);
    }

    /** From now on leads on to what was promised about a value. */
    void leadTo(Function<SeriesId, Optional<Promised>> promises) {
        promised = promises;
    }

    void show(SiteStates site, CityPicture picture) {
        heading.setText(site.site().title());
        where.setText(where(site));
        report(site.all());
        past.setVisible(site.isPast());
        simulated.setVisible(
                site.all().stream().anyMatch(state -> state.series().simulated()));
        var states = site.states().stream()
                .sorted(Comparator.comparing(state -> state.series().property().domain()))
                .toList();
        arrange(states.stream().map(state -> state.series().id()).toList());
        for (var state : states)
            Objects.requireNonNull(rows.get(state.series().id())).show(state, picture);
        list.setVisible(!states.isEmpty());
        bays.show(site.bays());
    }

    private String where(SiteStates site) {
        var position = words.text(
                "sites.position",
                words.formats().number(site.site().latitude(), 5),
                words.formats().number(site.site().longitude(), 5));
        return site.site().district().isEmpty() ? position : site.site().district() + " · " + position;
    }

    private void report(List<SeriesState> states) {
        var time = states.stream()
                .flatMap(state -> Stream.concat(state.newest().stream(), state.doubt().stream()))
                .map(Reading::phenomenonTime)
                .max(Instant::compareTo);
        last.setText(words.text(time.isPresent() ? "sites.last" : "sites.never"));
        age.show(time, time.map(words.formats()::dateTime).orElse(""));
        age.setVisible(time.isPresent());
    }

    private void arrange(List<SeriesId> series) {
        if (series.equals(List.copyOf(rows.keySet()))) return;
        var before = Map.copyOf(rows);
        rows.clear();
        list.removeAll();
        for (var id : series) {
            var known = before.get(id);
            var row = known == null ? new Row() : known;
            rows.put(id, row);
            list.add(row);
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
            var chips = new Div(band, state, judged, compared, timed, doubt, doubted, proof, promise);
            chips.addClassName("site-chips");
            add(icon, link, quantity, chips, age, spoken, line);
        }

        void show(SeriesState series, CityPicture picture) {
            var id = series.series().id();
            promise.show(promised.apply(id));
            var domain = series.series().property().domain();
            var face = faces.of(series, picture, "history/" + TileFaces.slug(domain) + "/" + id);
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
            note.setText(face.band().isEmpty() ? "" : face.about());
            age.show(face.observedAt(), face.moment());
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
