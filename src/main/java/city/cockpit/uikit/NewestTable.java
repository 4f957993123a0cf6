package city.cockpit.uikit;

import static java.util.stream.Collectors.joining;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The newest value of every series as a plain table, and when it was made: the page of those who run no scripts. Single
 * bays and lamps that only say yes or no are left out; what they add up to is there.
 */
final class NewestTable extends Composite<Div> {

    private static final Comparator<SeriesState> BY_NAME_AND_PLACE = Comparator.<SeriesState, String>comparing(
                    state -> state.series().property().key())
            .thenComparing(state -> state.series().place())
            .thenComparing(state -> state.series().id());

    private final Wording words;
    private final Instant now;

    NewestTable(Wording words, CityPicture picture, Instant now) {
        this.words = words;
        this.now = now;
        getContent().addClassNames("newest");
        var stand =
                new Paragraph(new Text(words.text("first.as-of", words.formats().dateTime(now)) + " "));
        stand.add(new Anchor("", words.text("first.reload")));
        getContent().add(stand);
        if (!picture.series().isEmpty()) getContent().add(table(picture));
    }

    private NativeTable table(CityPicture picture) {
        var table = new NativeTable();
        table.setCaptionText(words.text("first.table"));
        table.getHead()
                .add(new NativeTableRow(
                        header("first.what"),
                        header("first.where"),
                        header("first.value"),
                        header("first.time"),
                        header("first.state")));
        for (var domain : picture.domains().keySet()) fill(table.addBody(), domain, ofDomain(domain, picture));
        return table;
    }

    private static List<SeriesState> ofDomain(Domain domain, CityPicture picture) {
        return picture.series().values().stream()
                .filter(state -> state.series().property().domain() == domain)
                .filter(state -> state.series().property().kind() != Kind.STATE)
                .sorted(BY_NAME_AND_PLACE)
                .toList();
    }

    private void fill(NativeTableBody body, Domain domain, List<SeriesState> states) {
        var title = new NativeTableHeaderCell(words.text("domain." + domain));
        title.getElement().setAttribute("scope", "rowgroup").setAttribute("colspan", "5");
        body.add(new NativeTableRow(title));
        states.forEach(state -> body.add(row(state)));
    }

    private NativeTableRow row(SeriesState state) {
        var property = state.series().property();
        var newest = state.newest();
        return new NativeTableRow(
                new NativeTableCell(property.name(words.locale())),
                new NativeTableCell(state.series().place()),
                new NativeTableCell(newest.<Component>map(
                                reading -> proved(reading, words.formats().quantity(reading.value(), property)))
                        .orElseGet(() -> new Text("–"))),
                new NativeTableCell(newest.map(this::time).orElse("")),
                new NativeTableCell(judgement(state)));
    }

    private Anchor proved(Reading reading, String quantity) {
        var number = new Anchor(
                NumberAddress.reading(reading.series(), reading.phenomenonTime())
                        .address(),
                quantity);
        number.setTitle(words.text("proof.link"));
        return number;
    }

    private String time(Reading reading) {
        var moment = words.formats().moment(reading.phenomenonTime(), now);
        return reading.quality().has(Quality.TIMED_ON_ARRIVAL)
                ? moment + " (" + words.text("time.of-arrival") + ")"
                : moment;
    }

    /** What a norm says of a live value; how current any other is; and a newer one that does not count. */
    private String judgement(SeriesState state) {
        return Stream.of(normOrState(state), new Doubts(words).chip(state).orElse(""))
                .filter(text -> !text.isEmpty())
                .collect(joining(" · "));
    }

    private String normOrState(SeriesState state) {
        if (state.state() != State.LIVE) return words.text("state." + state.state());
        return state.assessment()
                .map(verdict -> verdict.band().word(words.locale()))
                .orElse("");
    }

    private NativeTableHeaderCell header(String key) {
        var cell = new NativeTableHeaderCell(words.text(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}
