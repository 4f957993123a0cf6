package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that is measured at one site: values, bands, ages, the line of the day and the way to each chart. */
public final class SitePanel extends Composite<Div> {

    private final Wording words;
    private final HtmlContainer heading;
    private final Text where = new Text("");
    private final Text last = new Text("");
    private final Age age;
    private final Span simulated = new Span();
    private final Paragraph past;
    private final SeriesRows rows;
    private final BayGrid bays;

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
        this.rows = SeriesRows.ofSite(words);
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
        getContent().addClassName("site-panel");
        if (headed) getContent().add(heading, place, report, past);
        getContent().add(rows, bays);
    }

    /** Shows these series, which hang at the same site; none of them takes all away. */
    public void show(List<SeriesState> states, CityPicture picture) {
        setVisible(!states.isEmpty());
        if (!states.isEmpty()) show(SiteStates.of(states.getFirst().series().site(), states), picture);
    }

    /** From now on leads on to what was promised about a value. */
    void leadTo(Function<SeriesId, Optional<Promised>> promises) {
        rows.leadTo(promises);
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
        rows.show(states, picture);
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
}
