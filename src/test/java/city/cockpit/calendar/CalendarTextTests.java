package city.cockpit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.cockpit.calendar.CalendarText.Content;
import city.cockpit.calendar.Entry.When;
import city.cockpit.calendar.Flaw.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** From a Thursday in spring over a month in which nothing changes. */
    private static final DayWindow MAY = days("2026-05-21");

    /** The night to 25 October has an hour twice. */
    private static final DayWindow AUTUMN = days("2026-10-10");

    private static DayWindow days(String first) {
        var begin = LocalDate.parse(first).atStartOfDay(BERLIN).toInstant();
        return DayWindow.from(begin.plus(Duration.ofHours(10)), BERLIN);
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
    }

    private static String calendar(String... parts) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + String.join("", parts) + "END:VCALENDAR\n";
    }

    private static List<Entry> read(String text, DayWindow days) {
        return switch (CalendarText.read(text, CsvColumns.NONE, days)) {
            case Content.Known(var entries) -> entries;
            case Content.Unreadable(var flaw) -> throw new AssertionError(flaw);
        };
    }

    private static Reason flaw(String text) {
        return switch (CalendarText.read(text, CsvColumns.NONE, MAY)) {
            case Content.Known(var entries) -> throw new AssertionError(entries);
            case Content.Unreadable(var flaw) -> flaw.reason();
        };
    }

    private static When hours(String day, String from, String until) {
        var date = LocalDate.parse(day);
        return new When(date, date, Optional.of(LocalTime.parse(from)), Optional.of(LocalTime.parse(until)));
    }

    private static When day(String day) {
        return When.days(LocalDate.parse(day), LocalDate.parse(day));
    }

    @Test
    void anEventSaysWhatWhenAndWhere() {
        var entries = read(
                calendar(event(
                        "DTSTART:20260522T160000Z",
                        "DTEND:20260522T173000Z",
                        "SUMMARY:Konzert für Hörer\\, im Grünen",
                        "LOCATION:Stadtpark",
                        "URL:https://example.org/konzert")),
                MAY);
        assertThat(entries)
                .containsExactly(new Entry(
                        "Konzert für Hörer, im Grünen",
                        "Stadtpark",
                        Optional.of(URI.create("https://example.org/konzert")),
                        hours("2026-05-22", "18:00", "19:30")));
    }

    @Test
    void whatRecursStaysAtItsHourOnTheWallWhenTheClocksChange() {
        var weekly = calendar(event(
                "DTSTART;TZID=Europe/Berlin:20260103T090000",
                "DTEND;TZID=Europe/Berlin:20260103T130000",
                "RRULE:FREQ=WEEKLY;BYDAY=SA",
                "SUMMARY:Markt"));
        assertThat(read(weekly, AUTUMN))
                .extracting(Entry::when)
                .containsExactly(
                        hours("2026-10-10", "09:00", "13:00"),
                        hours("2026-10-17", "09:00", "13:00"),
                        hours("2026-10-24", "09:00", "13:00"),
                        hours("2026-10-31", "09:00", "13:00"),
                        hours("2026-11-07", "09:00", "13:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Pacific/Auckland"})
    void daysAreThoseOfTheTownWhereverTheServerStands(String zone) {
        var before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            var entries = read(
                    calendar(
                            event("DTSTART;VALUE=DATE:20261020", "RRULE:FREQ=WEEKLY", "SUMMARY:Restmüll"),
                            event("DTSTART;VALUE=DATE:20261023", "DTEND;VALUE=DATE:20261026", "SUMMARY:Kirmes"),
                            event("DTSTART:20261024T200000", "SUMMARY:Feuerwerk"),
                            event("DTSTART:20261101T200000", "RRULE:FREQ=WEEKLY", "SUMMARY:Tanz")),
                    AUTUMN);
            assertThat(entries)
                    .extracting(
                            Entry::title,
                            entry -> entry.when().first() + "/" + entry.when().last() + "/"
                                    + entry.when()
                                            .from()
                                            .map(LocalTime::toString)
                                            .orElse(""))
                    .containsExactly(
                            tuple("Restmüll", "2026-10-20/2026-10-20/"),
                            tuple("Kirmes", "2026-10-23/2026-10-25/"),
                            tuple("Feuerwerk", "2026-10-24/2026-10-24/20:00"),
                            tuple("Restmüll", "2026-10-27/2026-10-27/"),
                            tuple("Tanz", "2026-11-01/2026-11-01/20:00"),
                            tuple("Restmüll", "2026-11-03/2026-11-03/"),
                            tuple("Tanz", "2026-11-08/2026-11-08/20:00"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void whatIsLeftOutMovedOrCalledOffIsSo() {
        var entries = read(
                calendar(
                        event(
                                "UID:1",
                                "DTSTART;TZID=Europe/Berlin:20260520T190000",
                                "RRULE:FREQ=WEEKLY",
                                "EXDATE;TZID=Europe/Berlin:20260603T190000",
                                "SUMMARY:Chor"),
                        event(
                                "UID:1",
                                "RECURRENCE-ID;TZID=Europe/Berlin:20260527T190000",
                                "DTSTART;TZID=Europe/Berlin:20260528T200000",
                                "SUMMARY:Chor (verlegt)"),
                        event(
                                "UID:1",
                                "RECURRENCE-ID;TZID=Europe/Berlin:20260610T190000",
                                "DTSTART;TZID=Europe/Berlin:20260610T190000",
                                "STATUS:CANCELLED",
                                "SUMMARY:Chor"),
                        event("DTSTART:20260529T080000Z", "STATUS:CANCELLED", "SUMMARY:Nichts")),
                MAY);
        assertThat(entries)
                .extracting(Entry::title, entry -> entry.when().first().toString())
                .containsExactly(tuple("Chor (verlegt)", "2026-05-28"), tuple("Chor", "2026-06-17"));
    }

    @Test
    void aZoneThatTheFileDescribesItselfCounts() {
        var zone = """
                BEGIN:VTIMEZONE
                TZID:Unsere Zeit
                BEGIN:STANDARD
                DTSTART:19961027T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:19810329T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        assertThat(read(calendar(zone, event("DTSTART;TZID=Unsere Zeit:20261101T180000", "SUMMARY:Licht")), AUTUMN))
                .extracting(entry -> entry.when().from())
                .containsExactly(Optional.of(LocalTime.of(18, 0)));
        assertThat(flaw(calendar(zone.replace("YEARLY", "SECONDLY"), event("DTSTART:20260522T100000Z", "SUMMARY:x"))))
                .isEqualTo(Reason.TOO_MUCH);
    }

    @Test
    void somethingThatBeganBeforeIsShownWhileItLasts() {
        assertThat(read(
                        calendar(
                                event("DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260601", "SUMMARY:Schau"),
                                event("DTSTART:20260520T220000Z", "DTEND:20260521T040000Z", "SUMMARY:Nacht"),
                                event("DTSTART:20260520T100000Z", "DTEND:20260520T220000Z", "SUMMARY:Vorbei")),
                        MAY))
                .extracting(Entry::title)
                .containsExactly("Schau", "Nacht");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;COUNT=2000000000",
                "FREQ=HOURLY",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=YEARLY;INTERVAL=2147483647"
            })
    void aRuleThatWouldKeepTheCockpitBusyCountsOnce(String rule) {
        assertThat(read(calendar(event("DTSTART:20260522T100000Z", "RRULE:" + rule, "SUMMARY:Tick")), MAY))
                .hasSize(1);
        assertThat(read(calendar(event("DTSTART:19700101T000000Z", "RRULE:" + rule, "SUMMARY:Tick")), MAY))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=-366",
                "FREQ=DAILY;COUNT=2000000000",
                "FREQ=WEEKLY;INTERVAL=1000;BYDAY=MO,TU,WE;BYSETPOS=3",
                "FREQ=MONTHLY;BYDAY=5MO;BYMONTH=2"
            })
    void aRuleThatLeadsNowhereTakesNoTime(String rule) {
        var begin = System.nanoTime();
        read(calendar(event("DTSTART:19000101T000000Z", "RRULE:" + rule, "SUMMARY:Tick")), MAY);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsNestedWithoutEndIsNotRead() {
        assertThat(flaw("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(50_000))).isEqualTo(Reason.TOO_MUCH);
    }

    @Test
    void textsOfStrangersAreOneLineOfText() {
        var entry = read(
                        calendar(event(
                                "DTSTART:20260522T100000Z",
                                "SUMMARY:<b onclick=x()>Fest</b>\\n\u202eam  Fluss " + "x".repeat(500),
                                "URL:javascript:alert(1)")),
                        MAY)
                .getFirst();
        assertThat(entry.title()).startsWith("Fest am Fluss x").endsWith("…").hasSizeLessThanOrEqualTo(120);
        assertThat(entry.link()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:quatsch\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260522T100000Z\nRRULE:FREQ=NIE\nEND:VEVENT",
                "BEGIN:VCALENDAR\nEND:VEVENT\nEND:VEVENT\n:;:;\n\n;=:"
            })
    void whatIsBrokenHoldsNothing(String text) {
        assertThat(read(text, MAY)).isEmpty();
    }

    @Test
    void aTableIsUnderstoodByTheNamesOfItsColumns() {
        var entries = read("""
                Datum;Uhrzeit;Veranstaltung;Ort;Link
                22.05.2026;19:30 Uhr;Lesung;Bücherei;https://example.org/lesung
                Sa, 23.05.26;10-12 Uhr;"Trödel; Markt";;ftp://example.org
                2026-05-24;;Stadtlauf;Marktplatz;
                31.12.2025;20:00;Vorbei;Ort;
                """, MAY);
        assertThat(entries)
                .containsExactly(
                        new Entry(
                                "Lesung",
                                "Bücherei",
                                Optional.of(URI.create("https://example.org/lesung")),
                                new When(
                                        LocalDate.parse("2026-05-22"),
                                        LocalDate.parse("2026-05-22"),
                                        Optional.of(LocalTime.of(19, 30)),
                                        Optional.empty())),
                        new Entry("Trödel; Markt", "", Optional.empty(), hours("2026-05-23", "10:00", "12:00")),
                        new Entry("Stadtlauf", "Marktplatz", Optional.empty(), day("2026-05-24")));
    }

    @Test
    void whoeverKnowsBetterSaysWhatTheColumnsMean() {
        var text = "Wann,Welche,Straße\n2026-05-22,Gelbe Tonne,Nord\n";
        assertThat(flaw(text)).isEqualTo(Reason.COLUMNS_UNKNOWN);
        var columns = new CsvColumns("Wann", "", "Welche", "Straße", "");
        assertThat(CalendarText.read(text, columns, MAY))
                .isEqualTo(new Content.Known(
                        List.of(new Entry("Gelbe Tonne", "Nord", Optional.empty(), day("2026-05-22")))));
        assertThat(CalendarText.read("Wann,Was\n2026-05-22,x\n", columns, MAY))
                .isEqualTo(new Content.Unreadable(new Flaw(Reason.COLUMN_MISSING, "Welche")));
        assertThat(CalendarText.findTable(text))
                .contains(new SampleTable(
                        List.of("Wann", "Welche", "Straße"), List.of(List.of("2026-05-22", "Gelbe Tonne", "Nord"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!doctype html><title>404</title> | WEB_PAGE
            Hallo                             | NOT_A_CALENDAR
            ''                                | NOT_A_CALENDAR
            """)
    void whatIsNoCalendarSaysSo(String text, Reason reason) {
        assertThat(flaw(text)).isEqualTo(reason);
    }

    @Test
    void aTableWhoseDaysAreNoneSaysSo() {
        assertThat(CalendarText.read("Datum,Titel\nnächste Woche,Fest\n", CsvColumns.NONE, MAY))
                .isEqualTo(new Content.Unreadable(new Flaw(Reason.NO_DAYS, "nächste Woche")));
    }

    @Test
    void twoThousandRecurringEventsAreWrittenOutInABlink() {
        var text = calendar(IntStream.range(0, 2_000)
                .mapToObj(number -> event(
                        "UID:" + number,
                        "DTSTART;TZID=Europe/Berlin:20250101T1%d0000".formatted(number % 10),
                        "RRULE:FREQ=WEEKLY;BYDAY=MO,TH",
                        "SUMMARY:Nummer " + number,
                        "LOCATION:Ort " + number))
                .collect(Collectors.joining()));
        var begin = System.nanoTime();
        assertThat(read(text, MAY)).hasSize(CalendarText.MOST_ENTRIES);
        System.out.printf(
                "2,000 recurring events in %d ms%n",
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo:events", "demo:waste"})
    void theDemoCityHasSomethingOnAtAnyTime(String address) {
        var text = DemoCalendar.find(address).orElseThrow().text();
        for (var day : List.of("2026-02-10", "2027-12-24", "2031-03-29"))
            assertThat(read(text, days(day))).hasSizeGreaterThan(5);
    }
}
