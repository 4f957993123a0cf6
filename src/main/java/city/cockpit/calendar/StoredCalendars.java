package city.cockpit.calendar;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.calendar.CalendarFetcher.Fetched;
import city.cockpit.calendar.CalendarFetcher.Signs;
import city.cockpit.calendar.CalendarTable.Order;
import city.cockpit.calendar.CalendarTable.Shelf;
import city.cockpit.calendar.CalendarText.Content;
import city.cockpit.calendar.Flaw.Reason;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.TownSource;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Calendars in the database, and what stands in them in memory: it is worked out anew when it changes and when a day begins. */
@Service
class StoredCalendars implements TownCalendars {

    private static final Logger log = LoggerFactory.getLogger(StoredCalendars.class);

    private static final Comparator<CalendarSource> ORDER = Comparator.comparing(CalendarSource::kind)
            .thenComparing(source -> source.titles().german())
            .thenComparing(CalendarSource::name);

    private static final int SAMPLE_ROWS = 3;

    private final CalendarTable table;
    private final CalendarFetcher fetcher;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TownSource town;
    private final InstantSource clock;
    private final Map<String, Written> written = new ConcurrentHashMap<>();
    private volatile List<Published> published = List.of();
    private volatile List<Supply> supplies = List.of();

    /** What was worked out, and of what. */
    private record Written(long edition, CsvColumns columns, LocalDate today, ZoneId zone, List<Entry> entries) {}

    StoredCalendars(
            CalendarTable table,
            CalendarFetcher fetcher,
            AuditTrail audit,
            TransactionTemplate transaction,
            TownSource town,
            SeriesCatalog catalog,
            InstantSource clock) {
        this.table = table;
        this.fetcher = fetcher;
        this.audit = audit;
        this.transaction = transaction;
        this.town = town;
        this.clock = clock;
        var series = catalog.listSeries();
        if (!series.isEmpty() && series.stream().allMatch(Series::simulated)) addDemo();
    }

    /** A town that people can visit before it has anything of its own. */
    private void addDemo() {
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            if (table.beginDemo(now))
                DemoCalendar.sources().forEach(source -> table.save(source, AuditTrail.SYSTEM, now));
        });
    }

    @Override
    public List<Published> now() {
        return published;
    }

    @Override
    public Optional<Published> find(String name) {
        return published.stream()
                .filter(one -> one.source().name().equals(name))
                .findFirst();
    }

    @Override
    public List<Supply> supplies() {
        return supplies;
    }

    @Override
    public List<Kept> listCalendars() {
        return table.list().stream()
                .map(Shelf::kept)
                .sorted(Comparator.comparing(Kept::source, ORDER))
                .toList();
    }

    @Override
    public boolean save(CalendarSource source, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var before = table.list().stream()
                    .map(shelf -> shelf.kept().source())
                    .filter(one -> one.name().equals(source.name()))
                    .findFirst();
            if (!table.save(source, by, clock.instant())) return false;
            audit.record(by, Deed.CALENDAR_SAVED, source.name(), changes(before, source));
            return true;
        }));
    }

    private static List<Change> changes(Optional<CalendarSource> before, CalendarSource after) {
        return Stream.of(
                        change("german-name", before, after, one -> one.titles().german()),
                        change(
                                "english-name",
                                before,
                                after,
                                one -> one.titles().english()),
                        change("kind", before, after, one -> one.kind().name()),
                        change("address", before, after, CalendarSource::address),
                        change(
                                "columns",
                                before,
                                after,
                                one -> one.columns().named().collect(Collectors.joining(", "))),
                        change("every-hours", before, after, one -> String.valueOf(one.everyHours())),
                        change("on-start-page", before, after, one -> String.valueOf(one.isOnStartPage())))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static Change change(
            String field,
            Optional<CalendarSource> before,
            CalendarSource after,
            Function<CalendarSource, String> text) {
        return new Change(field, before.map(text).orElse(""), text.apply(after));
    }

    @Override
    public boolean remove(String name, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!table.remove(name)) return false;
            audit.record(by, Deed.CALENDAR_REMOVED, name);
            return true;
        }));
    }

    @Override
    public Trial attempt(CalendarSource source) {
        try {
            return switch (fetcher.fetch(source.address(), Signs.NONE)) {
                case Fetched.Failed(var flaw) -> new Trial.Bad(flaw, Optional.empty());
                case Fetched.Unchanged() -> new Trial.Bad(new Flaw(Reason.STATUS, "304"), Optional.empty());
                case Fetched.Found(var text, var _) -> trial(text, source.columns());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Trial.Bad(Flaw.of(Reason.NOT_REACHED), Optional.empty());
        }
    }

    private Trial trial(String text, CsvColumns columns) {
        var sample = CalendarText.findTable(text).map(whole -> whole.begin(SAMPLE_ROWS));
        return switch (CalendarText.read(text, columns, days())) {
            case Content.Known(var entries) ->
                new Trial.Good(entries.stream().limit(SAMPLE).toList(), entries.size(), sample);
            case Content.Unreadable(var flaw) -> new Trial.Bad(flaw, sample);
        };
    }

    private DayWindow days() {
        return DayWindow.from(clock.instant(), town.town().zone());
    }

    /** What nobody fetches at the moment and should be. Blocks. */
    List<Order> takeOrders() {
        return table.take(clock.instant());
    }

    /** Fetches one and keeps what came if it can be read. Blocks for some seconds. */
    void fetch(Order order) throws InterruptedException {
        var source = order.source();
        switch (fetcher.fetch(source.address(), order.signs())) {
            case Fetched.Failed(var flaw) -> failed(source, flaw);
            case Fetched.Unchanged() -> table.unchanged(source, clock.instant());
            case Fetched.Found(var text, var signs) -> {
                switch (CalendarText.read(text, source.columns(), days())) {
                    case Content.Known(var _) -> table.fetched(source, text, signs, clock.instant());
                    case Content.Unreadable(var flaw) -> failed(source, flaw);
                }
            }
        }
    }

    private void failed(CalendarSource source, Flaw flaw) {
        log.debug("The calendar {} cannot be fetched: {}", source.name(), flaw);
        table.failed(source, flaw, clock.instant());
    }

    /** Publishes what is in the table by now. Blocks; one thread. */
    void publish() {
        var shelves = table.list();
        written.keySet()
                .retainAll(shelves.stream()
                        .map(shelf -> shelf.kept().source().name())
                        .toList());
        var days = days();
        var next = shelves.stream()
                .flatMap(shelf -> publish(shelf, days).stream())
                .sorted(Comparator.comparing(Published::source, ORDER))
                .toList();
        if (!next.equals(published)) published = next;
        supplies = shelves.stream()
                .map(Shelf::kept)
                .map(kept -> new Supply(kept.source().name(), kept.failingSince()))
                .sorted(Comparator.comparing(Supply::name))
                .toList();
    }

    private Optional<Published> publish(Shelf shelf, DayWindow days) {
        var source = shelf.kept().source();
        return shelf.kept().fetchedAt().map(at -> new Published(source, entries(shelf, days), at));
    }

    private List<Entry> entries(Shelf shelf, DayWindow days) {
        var source = shelf.kept().source();
        var before = written.get(source.name());
        if (before != null
                && before.edition() == shelf.edition()
                && before.columns().equals(source.columns())
                && before.today().equals(days.first())
                && before.zone().equals(days.zone())) return before.entries();
        var entries = table.findContent(source.name())
                .map(text -> CalendarText.read(text, source.columns(), days))
                .map(content -> switch (content) {
                    case Content.Known(var known) -> known;
                    case Content.Unreadable(var _) -> List.<Entry>of();
                })
                .orElse(List.of());
        written.put(source.name(), new Written(shelf.edition(), source.columns(), days.first(), days.zone(), entries));
        return entries;
    }
}
