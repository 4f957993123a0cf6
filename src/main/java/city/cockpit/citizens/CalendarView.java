package city.cockpit.citizens;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import city.cockpit.calendar.CalendarSource.Kind;
import city.cockpit.calendar.Entry;
import city.cockpit.calendar.TownCalendars;
import city.cockpit.calendar.TownCalendars.Published;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Mould;
import city.cockpit.uikit.OutsideLink;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A calendar of the town: the next 30 days, of waste by what is collected, of everything else day by day. */
@Route(value = CalendarView.PATH + "/:calendar", layout = CockpitLayout.class)
@AnonymousAllowed
final class CalendarView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "everyday";

    private final Wordings wordings;
    private final Wording words;
    private final TownCalendars calendars;
    private final InstantSource clock;
    private final LivePicture pictures;
    private final H1 heading = new H1();
    private final Paragraph standing = new Paragraph();
    private final Div parts = new Div();
    private String name = "";
    private String title = "";
    private Optional<Published> shown = Optional.empty();
    private Instant shownAt = Instant.MIN;

    CalendarView(Wordings wordings, TownCalendars calendars, InstantSource clock, LivePicture pictures) {
        this.wordings = wordings;
        this.words = wordings.ofThisPage();
        this.calendars = calendars;
        this.clock = clock;
        this.pictures = pictures;
        addClassNames("plain-words", "calendar-page");
        var way = new Nav(new Anchor("", words.text("nav.overview")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        standing.addClassName("calendar-note");
        add(way, heading, standing, parts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters()
                .get("calendar")
                .filter(wanted -> calendars.find(wanted).isPresent())
                .orElseThrow(NotFoundException::new));
    }

    /** Makes this the page of the calendar of that name, which there is. */
    void show(String wanted) {
        name = wanted;
        show();
        pictures.follow(parts, picture -> show());
    }

    /** Once a minute there may be something else to say; what was taken away meanwhile stays until the page is left. */
    private void show() {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var calendar = calendars.find(name);
        if (calendar.isEmpty() || (calendar.equals(shown) && minute.equals(shownAt))) return;
        shown = calendar;
        shownAt = minute;
        show(calendar.get(), new CalendarWords(words, minute));
    }

    private void show(Published calendar, CalendarWords said) {
        title = said.title(calendar);
        heading.setText(title);
        standing.setText(said.standing(calendar));
        parts.removeAll();
        var next = said.listNext(calendar);
        if (next.isEmpty()) parts.add(new Paragraph(words.text("calendar.nothing")));
        else if (calendar.source().kind() == Kind.WASTE) byTitle(next, said);
        else byDay(next, said);
    }

    private void byTitle(List<Entry> next, CalendarWords said) {
        next.stream()
                .collect(groupingBy(Entry::title, LinkedHashMap::new, toList()))
                .forEach((what, entries) -> {
                    var list = list();
                    for (var entry : entries) {
                        var item = new ListItem(Mould.span("calendar-what", said.day(said.shown(entry.when()))));
                        var hours = said.hoursOnDay(entry.when());
                        if (!hours.isEmpty()) item.add(Mould.span("calendar-where", hours));
                        addPlace(item, entry);
                        list.add(item);
                    }
                    parts.add(new Section(new H2(what), list));
                });
    }

    private void byDay(List<Entry> next, CalendarWords said) {
        next.stream()
                .collect(groupingBy(entry -> said.shown(entry.when()), TreeMap::new, toList()))
                .forEach((day, entries) -> {
                    var list = list();
                    for (var entry : entries) {
                        var item = new ListItem();
                        var hours = said.hoursOnDay(entry.when());
                        if (!hours.isEmpty()) item.add(Mould.span("calendar-when", hours));
                        item.add(Mould.span("calendar-what", entry.title()));
                        addPlace(item, entry);
                        list.add(item);
                    }
                    parts.add(new Section(new H2(said.day(day)), list));
                });
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("calendar-lines");
        return list;
    }

    private void addPlace(ListItem item, Entry entry) {
        if (!entry.place().isEmpty()) item.add(Mould.span("calendar-where", entry.place()));
        entry.link().map(link -> more(entry, link)).ifPresent(item::add);
    }

    private OutsideLink more(Entry entry, URI link) {
        var more = new OutsideLink(link.toString(), words.text("calendar.more", link.getHost()));
        more.add(Mould.span("sr-only", " " + entry.title()));
        return more;
    }

    @Override
    public String getPageTitle() {
        return words.text("topic.title", title, wordings.town().name());
    }
}
