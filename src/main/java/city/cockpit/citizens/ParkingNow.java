package city.cockpit.citizens;

import city.cockpit.live.Bays;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.SeriesState;
import city.cockpit.live.Trail;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Reading;
import city.cockpit.sitefacts.SiteFactBook;
import city.cockpit.sitefacts.SiteFacts;
import city.cockpit.uikit.BayWords;
import city.cockpit.uikit.HoursWords;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Of every car park what is free, of how many, when it is open, which bays are special, whether it fills or empties, and what
 * its single bays say. What is closed stands last.
 */
final class ParkingNow extends TopicExtra {

    private static final String FREE = "parking_free";
    private static final String UNKNOWN = "–";

    /** So many quarters of an hour ago it was when a trend began. */
    private static final int HOUR = 4;

    /** What changes by less than this share of all spaces in an hour stays as it is: a default of the cockpit. */
    private static final double NOTICEABLE = 0.03;

    private final Wording words;
    private final HoursWords hoursWords;
    private final SiteFactBook facts;
    private final Rows rows;
    private final Paragraph note = new Paragraph();
    private List<CarPark> shown = List.of();

    /** What stands in a row. */
    private record CarPark(String site, String name, boolean isClosed, List<Cell> cells) {}

    /** @param small what stands below; may be empty */
    private record Cell(String text, String small) {

        private Component draw() {
            return small.isEmpty() ? new Span(text) : Rows.both(new Span(text), small);
        }
    }

    /** How the number of free spaces changed in the last hour. */
    enum Trend {
        FILLING,
        EMPTYING,
        STEADY,
        UNKNOWN;

        /** The quarter that goes on is compared with the one an hour before. */
        static Trend of(Trail trail, int capacity) {
            var newest = last(trail.means());
            if (newest < HOUR) return UNKNOWN;
            var now = trail.means().get(newest);
            var before = trail.means().get(newest - HOUR);
            if (now.isEmpty() || before.isEmpty()) return UNKNOWN;
            var change = now.getAsDouble() - before.getAsDouble();
            if (Math.abs(change) < Math.max(1, NOTICEABLE * capacity)) return STEADY;
            return change < 0 ? FILLING : EMPTYING;
        }

        private static int last(List<OptionalDouble> means) {
            for (var i = means.size() - 1; i >= 0; i--) if (means.get(i).isPresent()) return i;
            return -1;
        }
    }

    ParkingNow(Wording words, SiteFactBook facts) {
        super(words.text("topic.parking"));
        this.words = words;
        this.hoursWords = new HoursWords(words);
        this.facts = facts;
        rows = new Rows(
                words,
                "topic.parking.where",
                "topic.parking.free",
                "topic.parking.of",
                "topic.parking.open",
                "topic.parking.special",
                "topic.parking.trend",
                "topic.parking.bays");
        add(rows, note, new Paragraph(words.text("topic.parking.note")));
    }

    @Override
    void show(DomainState state, CityPicture picture) {
        var next = picture.series().values().stream()
                .filter(one -> one.series().property().domain() == Domain.PARKING)
                .filter(one -> one.series().property().key().equals(FREE))
                .map(one -> carPark(one, picture))
                .sorted(Comparator.comparing(CarPark::isClosed).thenComparing(CarPark::name))
                .toList();
        if (next.equals(shown)) return;
        shown = next;
        rows.clear();
        for (var one : next)
            rows.addRow(
                            new Anchor("site/" + one.site(), one.name()),
                            one.cells().stream().map(Cell::draw).toArray(Component[]::new))
                    .getElement()
                    .setAttribute("data-closed", one.isClosed());
        showNote();
        setVisible(!next.isEmpty());
    }

    /** What somebody has to know of the opening hours, and who told them. */
    private void showNote() {
        var known = shown.stream().map(one -> facts.of(one.site())).toList();
        var hours = known.stream().flatMap(one -> one.openingHours().stream()).toList();
        var sources =
                known.stream().flatMap(one -> one.sources().stream()).collect(Collectors.toCollection(TreeSet::new));
        var said = (hours.stream().anyMatch(HoursWords::mayDifferOnHolidays)
                        ? words.text("topic.parking.holidays") + " "
                        : "")
                + (sources.isEmpty() ? "" : words.text("topic.parking.sources", String.join("; ", sources)));
        if (!Objects.equals(said.strip(), note.getText())) note.setText(said.strip());
        note.setVisible(!said.isBlank());
    }

    private CarPark carPark(SeriesState carPark, CityPicture picture) {
        var series = carPark.series();
        var site = series.site().key();
        var known = facts.of(site);
        var isCurrent = carPark.state().isCurrent();
        var free = isCurrent
                ? carPark.newest()
                        .map(Reading::value)
                        .map(value -> words.formats().value(value, series.property()))
                        .orElse(UNKNOWN)
                : words.text("sense.not-current");
        var capacity = series.capacity().isPresent()
                ? words.formats().count(series.capacity().getAsInt())
                : UNKNOWN;
        var trend = words.text("topic.parking.trend."
                + (isCurrent ? Trend.of(carPark.trail(), series.capacity().orElse(0)) : Trend.UNKNOWN));
        return new CarPark(
                site,
                series.place(),
                known.isClosed(picture.at(), words.formats().zone()),
                List.of(
                        new Cell(free, ""),
                        new Cell(capacity, ""),
                        known.openingHours()
                                .map(hours -> new Cell(hoursWords.now(hours, picture.at()), hoursWords.week(hours)))
                                .orElse(new Cell(words.text("topic.parking.open.unknown"), "")),
                        new Cell(special(known, site, picture), ""),
                        new Cell(trend, ""),
                        new Cell(bays(site, picture), "")));
    }

    private String special(SiteFacts known, String site, CityPicture picture) {
        var said = new BayWords(words).of(known.bays(), picture.listAt(site));
        return said.isEmpty() ? UNKNOWN : said;
    }

    private String bays(String site, CityPicture picture) {
        return Bays.among(picture.listAt(site))
                .map(bays -> words.text(
                        "topic.parking.bays.free",
                        words.formats().count(bays.reporting() - bays.occupied()),
                        words.formats().count(bays.reporting())))
                .orElse(UNKNOWN);
    }
}
