package city.cockpit.explorer;

import city.cockpit.live.CityPicture;
import city.cockpit.sitefacts.OpeningHours;
import city.cockpit.sitefacts.SiteFactBook;
import city.cockpit.sitefacts.SiteFacts;
import city.cockpit.uikit.BayWords;
import city.cockpit.uikit.Facts;
import city.cockpit.uikit.HoursWords;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the town tells of a site and who says so: when it is open, which bays are special. Nothing where nobody said anything. */
final class SiteTold extends Section {

    private final Wording words;
    private final HoursWords hoursWords;
    private final SiteFactBook facts;
    private Told shown = Told.NOTHING;

    SiteTold(Wording words, SiteFactBook facts) {
        this.words = words;
        this.hoursWords = new HoursWords(words);
        this.facts = facts;
        addClassName("site-told");
        setVisible(false);
    }

    /**
     * What stands there; empty what nobody said.
     *
     * @param open whether it is now
     * @param week all hours
     */
    private record Told(String open, String week, String bays, String sources) {

        private static final Told NOTHING = new Told("", "", "", "");

        private boolean isNothing() {
            return open.isEmpty() && bays.isEmpty();
        }
    }

    void show(CityPicture picture, String site) {
        var next = told(facts.of(site), picture, site);
        if (next.equals(shown)) return;
        shown = next;
        removeAll();
        setVisible(!next.isNothing());
        var list = new Facts(words);
        if (!next.open().isEmpty())
            list.with(
                    "fact.OPENING_HOURS",
                    next.week().isEmpty() ? new Span(next.open()) : Rows.both(new Span(next.open()), next.week()));
        if (!next.bays().isEmpty()) list.with("topic.parking.special", next.bays());
        if (!next.sources().isEmpty()) list.with("places.source", next.sources());
        add(list);
    }

    private Told told(SiteFacts known, CityPicture picture, String site) {
        var hours = known.openingHours();
        return new Told(
                hours.map(some -> hoursWords.now(some, picture.at())).orElse(""),
                hours.map(this::week).orElse(""),
                new BayWords(words).of(known.bays(), picture.listAt(site)),
                String.join("; ", known.sources()));
    }

    private String week(OpeningHours hours) {
        var holidays =
                Optional.of(words.text("topic.parking.holidays")).filter(note -> HoursWords.mayDifferOnHolidays(hours));
        return Stream.concat(Stream.of(hoursWords.week(hours)), holidays.stream())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". "));
    }
}
