package city.cockpit.citizens;

import city.cockpit.calendar.TownCalendars;
import city.cockpit.calendar.TownCalendars.Published;
import city.cockpit.uikit.Printed;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A tile for each calendar that the town wants on its start page; nothing where there is none. */
final class CalendarBoard extends Div {

    private static final int LINES = 3;

    private final Wording words;
    private final TownCalendars calendars;
    private final InstantSource clock;
    private final List<Printed> tiles = new ArrayList<>();
    private List<Published> shown = List.of();
    private Instant shownAt = Instant.MIN;

    CalendarBoard(Wording words, TownCalendars calendars, InstantSource clock) {
        this.words = words;
        this.calendars = calendars;
        this.clock = clock;
        addClassNames("board", "calendars");
        setVisible(false);
    }

    /** Once a minute there may be something else to say. */
    void show() {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var all = calendars.now();
        if (all.equals(shown) && minute.equals(shownAt)) return;
        shown = all;
        shownAt = minute;
        show(all.stream().filter(one -> one.source().isOnStartPage()).toList(), new CalendarWords(words, minute));
    }

    private void show(List<Published> wanted, CalendarWords said) {
        setVisible(!wanted.isEmpty());
        while (tiles.size() > wanted.size()) remove(tiles.removeLast());
        while (tiles.size() < wanted.size()) {
            tiles.add(tile());
            add(tiles.getLast());
        }
        for (var place = 0; place < wanted.size(); place++) {
            var calendar = wanted.get(place);
            tiles.get(place)
                    .show(new CalendarMould(
                            CalendarView.PATH + "/" + calendar.source().name(),
                            said.title(calendar),
                            said.listLines(calendar, LINES),
                            said.standing(calendar)));
        }
    }

    private Printed tile() {
        var tile = new Printed(words);
        tile.addClassNames("tile", "calendar-tile");
        tile.getElement().setAttribute("role", "article");
        return tile;
    }
}
