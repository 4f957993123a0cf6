package city.cockpit.citizens;

import city.cockpit.live.Bays;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.SeriesState;
import city.cockpit.live.Trail;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Reading;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Of every car park what is free, of how many, whether it fills or empties, and what its single bays say. */
final class ParkingNow extends TopicExtra {

    private static final String FREE = "parking_free";

    /** So many quarters of an hour ago it was when a trend began. */
    private static final int HOUR = 4;

    /** What changes by less than this share of all spaces in an hour stays as it is: a default of the cockpit. */
    private static final double NOTICEABLE = 0.03;

    private final Wording words;
    private final Rows rows;
    private List<List<String>> shown = List.of();

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

    ParkingNow(Wording words) {
        super(words.text("topic.parking"));
        this.words = words;
        rows = new Rows(
                words,
                "topic.parking.where",
                "topic.parking.free",
                "topic.parking.of",
                "topic.parking.trend",
                "topic.parking.bays");
        add(rows, new Paragraph(words.text("topic.parking.note")));
    }

    @Override
    void show(DomainState state, CityPicture picture) {
        var carParks = picture.series().values().stream()
                .filter(one -> one.series().property().domain() == Domain.PARKING)
                .filter(one -> one.series().property().key().equals(FREE))
                .sorted(Comparator.comparing(one -> one.series().place()))
                .toList();
        var next = carParks.stream().map(one -> cells(one, picture)).toList();
        if (next.equals(shown)) return;
        shown = next;
        rows.clear();
        for (var i = 0; i < next.size(); i++) {
            var cells = next.get(i);
            rows.addRow(
                    new Anchor("site/" + carParks.get(i).series().site().key(), cells.getFirst()),
                    cells.stream().skip(1).map(Span::new).toArray(Span[]::new));
        }
        setVisible(!next.isEmpty());
    }

    private List<String> cells(SeriesState carPark, CityPicture picture) {
        var series = carPark.series();
        var isCurrent = carPark.state().isCurrent();
        return List.of(
                series.place(),
                isCurrent
                        ? carPark.newest()
                                .map(Reading::value)
                                .map(free -> words.formats().value(free, series.property()))
                                .orElse("–")
                        : words.text("sense.not-current"),
                series.capacity().isPresent()
                        ? words.formats().count(series.capacity().getAsInt())
                        : "–",
                words.text("topic.parking.trend."
                        + (isCurrent
                                ? Trend.of(carPark.trail(), series.capacity().orElse(0))
                                : Trend.UNKNOWN)),
                bays(series.site().key(), picture));
    }

    private String bays(String site, CityPicture picture) {
        return Bays.among(picture.listAt(site))
                .map(bays -> words.text(
                        "topic.parking.bays.free",
                        words.formats().count(bays.reporting() - bays.occupied()),
                        words.formats().count(bays.reporting())))
                .orElse("–");
    }
}
