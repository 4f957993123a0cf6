package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.calendar.CalendarSource;
import city.cockpit.calendar.CalendarSource.Kind;
import city.cockpit.calendar.CalendarSource.Titles;
import city.cockpit.calendar.CsvColumns;
import city.cockpit.calendar.Entry;
import city.cockpit.calendar.Entry.When;
import city.cockpit.calendar.TownCalendars.Published;
import city.cockpit.preview.ScreenTest;
import city.cockpit.uikit.OutsideLink;
import city.cockpit.uikit.Printed;
import com.vaadin.flow.component.html.H2;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** What the town publishes elsewhere, as citizens read it. */
@WithAnonymousUser
class CalendarViewTests extends ScreenTest {

    @Autowired
    InstantSource clock;

    private Instant now = Instant.EPOCH;
    private LocalDate tomorrow = LocalDate.EPOCH;

    @BeforeEach
    void today() {
        now = clock.instant();
        tomorrow = now.atZone(ZoneId.of("Europe/Berlin")).toLocalDate().plusDays(1);
    }

    private static CalendarSource source(String name, String german, Kind kind, boolean isOnStartPage) {
        return new CalendarSource(
                name,
                new Titles(german, "English " + name),
                kind,
                "https://example.org/" + name + ".ics",
                CsvColumns.NONE,
                6,
                isOnStartPage,
                1);
    }

    private void publish(CalendarSource source, Duration age, Entry... entries) {
        calendars.publish(new Published(source, List.of(entries), now.minus(age)));
    }

    private static Entry entry(String title, String place, LocalDate day, int hour) {
        return new Entry(
                title,
                place,
                Optional.of(URI.create("https://example.org/" + hour)),
                new When(day, day, Optional.of(LocalTime.of(hour, 0)), Optional.of(LocalTime.of(hour + 2, 30))));
    }

    private static Entry collection(String what, LocalDate day) {
        return new Entry(what, "", Optional.empty(), new When(day, day, Optional.empty(), Optional.empty()));
    }

    private List<String> tiles() {
        return find(CalendarBoard.class).all().stream()
                .flatMap(board -> board.getChildren())
                .map(tile -> text(tile.getElement()))
                .toList();
    }

    @Test
    void aTownWithoutCalendarsShowsNothingOfThem() {
        aTownAtNoon();
        open("");
        assertThat(tiles()).isEmpty();
    }

    @Test
    void aTileSaysWhatIsOnWhenAndWhere() {
        aTownAtNoon();
        publish(
                source("feste", "Veranstaltungen", Kind.EVENTS, true),
                Duration.ZERO,
                entry("Konzert", "Stadtpark", tomorrow, 18));
        publish(
                source("muell", "Müllabfuhr", Kind.WASTE, true),
                Duration.ZERO,
                collection("Gelbe Tonne", tomorrow),
                collection("Restmüll", tomorrow));
        publish(source("rat", "Rat", Kind.OTHER, false), Duration.ZERO, entry("Sitzung", "Rathaus", tomorrow, 17));
        open("");
        assertThat(tiles()).hasSize(2);
        assertThat(tiles().getFirst())
                .startsWith("Veranstaltungen morgen, 18 Uhr bis 20:30 Uhr Konzert Stadtpark Stand: ");
        assertThat(tiles().getLast()).startsWith("Müllabfuhr morgen Gelbe Tonne und Restmüll Stand: ");
        assertThat(linksOf(Printed.class))
                .extracting(link -> link.getAttribute("href"))
                .contains("everyday/feste", "everyday/muell");
    }

    @Test
    void inPlainWordsTheyStandBelowWhatIsMeasured() {
        aTownAtNoon();
        publish(source("muell", "Müllabfuhr", Kind.WASTE, true), Duration.ZERO, collection("Restmüll", tomorrow));
        open("einfach");
        assertThat(tiles()).singleElement().asString().startsWith("Müllabfuhr morgen Restmüll Stand: ");
    }

    @Test
    void inEnglishToo() {
        publish(source("a", "Feste", Kind.EVENTS, true), Duration.ZERO, entry("Konzert", "Park", tomorrow, 18));
        speak(Locale.ENGLISH);
        open("");
        assertThat(tiles().getFirst()).startsWith("English a tomorrow, 18:00 to 20:30 Konzert Park As of today, ");
    }

    @Test
    void whatWasNotRenewedSaysSoAndWhatIsTooOldIsNotShown() {
        publish(source("a", "Alt", Kind.EVENTS, true), Duration.ofDays(3), entry("Konzert", "", tomorrow, 18));
        publish(source("b", "Uralt", Kind.EVENTS, true), Duration.ofDays(40), entry("Tanz", "", tomorrow, 18));
        open("");
        assertThat(tiles().getFirst()).contains("Konzert", "Seitdem nicht erneuert");
        assertThat(tiles().getLast())
                .contains("In den nächsten 30 Tagen steht nichts an.", "deshalb steht hier nichts mehr")
                .doesNotContain("Tanz");
    }

    @Test
    void whatIsOverIsGone() {
        publish(
                source("a", "Feste", Kind.EVENTS, true),
                Duration.ZERO,
                collection("Gestern", tomorrow.minusDays(2)),
                collection("Heute", tomorrow.minusDays(1)));
        open("");
        assertThat(tiles().getFirst()).contains("heute Heute").doesNotContain("Gestern");
    }

    @Test
    void thePageListsDaysAndLeadsOutInAWayThatTellsNothing() {
        publish(
                source("feste", "Veranstaltungen", Kind.EVENTS, false),
                Duration.ZERO,
                entry("Konzert", "Stadtpark", tomorrow, 18),
                entry("Lesung", "Bücherei", tomorrow, 19),
                new Entry("Schau", "Museum", Optional.empty(), When.days(tomorrow.minusDays(9), tomorrow.plusDays(2))));
        open("everyday/feste");
        assertThat(find(H2.class).all()).hasSize(2);
        assertThat(page())
                .contains("18 Uhr bis 20:30 Uhr Konzert Stadtpark Mehr bei example.org Konzert")
                .contains("Schau Museum");
        assertThat(find(OutsideLink.class).all())
                .hasSize(2)
                .allSatisfy(link ->
                        assertThat(link.getElement().getAttribute("rel")).isEqualTo("noopener noreferrer"));
    }

    @Test
    void thePageOfWasteListsWhatIsCollected() {
        publish(
                source("muell", "Müllabfuhr", Kind.WASTE, true),
                Duration.ZERO,
                collection("Gelbe Tonne", tomorrow),
                collection("Gelbe Tonne", tomorrow.plusDays(14)),
                collection("Restmüll", tomorrow.plusDays(1)));
        open("everyday/muell");
        assertThat(find(H2.class).all()).extracting(H2::getText).containsExactly("Gelbe Tonne", "Restmüll");
        assertThat(page()).contains("Gelbe Tonne morgen, ");
    }

    @Test
    void aCalendarThatIsNoneHasNoPage() {
        open("everyday/nichts");
        assertThat(page()).contains("Diese Seite gibt es nicht");
    }
}
