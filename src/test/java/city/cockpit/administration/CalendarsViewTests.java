package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.calendar.CalendarSource;
import city.cockpit.calendar.CalendarSource.Kind;
import city.cockpit.calendar.CalendarSource.Titles;
import city.cockpit.calendar.CsvColumns;
import city.cockpit.calendar.Entry;
import city.cockpit.calendar.Entry.When;
import city.cockpit.calendar.Flaw;
import city.cockpit.calendar.Flaw.Reason;
import city.cockpit.calendar.SampleTable;
import city.cockpit.calendar.TownCalendars.Kept;
import city.cockpit.calendar.TownCalendars.Trial;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

class CalendarsViewTests extends AdministrationTest {

    private static final String ADDRESS = "https://example.org/feste.ics";

    private static CalendarSource source(int version) {
        return new CalendarSource(
                "feste", new Titles("Feste", "Parties"), Kind.EVENTS, ADDRESS, CsvColumns.NONE, 6, true, version);
    }

    private void fill(String name, String address) {
        field("Name").setValue(name);
        field("Adresse").setValue(address);
    }

    @Test
    void whereThereIsNoneThePageSaysWhatItTakes() {
        open("calendars");
        assertThat(page()).contains("Noch kein Kalender.");
    }

    @Test
    void aCalendarIsTriedAndKept() {
        calendars.holds(new Trial.Good(
                List.of(new Entry(
                        "Konzert",
                        "Park",
                        Optional.empty(),
                        new When(
                                LocalDate.of(2031, 5, 21),
                                LocalDate.of(2031, 5, 21),
                                Optional.of(LocalTime.of(18, 0)),
                                Optional.empty()))),
                1,
                Optional.empty()));
        open("calendars");
        press("Neuer Kalender");
        settle();
        fill("Fest & Feier in der Südstadt", ADDRESS);
        press("Ausprobieren");
        awaitOnPage("Mittwoch, 21. Mai, 18 Uhr · Konzert · Park");
        press("Speichern");
        settle();
        assertThat(calendars.listCalendars()).singleElement().satisfies(kept -> {
            assertThat(kept.source().name()).isEqualTo("fest-feier-in-der-suedstadt");
            assertThat(kept.source().titles().english()).isEqualTo("Fest & Feier in der Südstadt");
            assertThat(kept.source().everyHours()).isEqualTo(6);
        });
        assertThat(page()).contains("ist gespeichert und wird gleich abgerufen", "wird gleich abgerufen");
    }

    @Test
    void whatIsWrongIsSaidAtTheField() {
        open("calendars?new");
        fill(" ", "file:///etc/passwd");
        press("Speichern");
        assertThat(page()).contains("Noch nicht gespeichert. Bitte prüfen: Name und Adresse.");
        assertThat(calendars.listCalendars()).isEmpty();
    }

    @Test
    void whyACalendarCannotBeHadIsSaidInWords() {
        calendars.holds(new Trial.Bad(new Flaw(Reason.STATUS, "404"), Optional.empty()));
        open("calendars?new");
        fill("Feste", ADDRESS);
        press("Ausprobieren");
        awaitOnPage("Der Server gibt den Kalender nicht heraus (Antwort 404).");
    }

    @Test
    void ofATableSomebodySaysWhatTheColumnsMean() {
        var table = new SampleTable(List.of("Wann", "Welche"), List.of(List.of("21.05.2031", "Gelbe Tonne")));
        calendars.holds(new Trial.Bad(new Flaw(Reason.COLUMNS_UNKNOWN, ""), Optional.of(table)));
        open("calendars?new");
        fill("Müll", ADDRESS);
        press("Ausprobieren");
        awaitOnPage("Gelbe Tonne");
        choose("Tag", "Wann");
        choose("Was", "Welche");
        press("Speichern");
        settle();
        assertThat(calendars.listCalendars())
                .singleElement()
                .extracting(kept -> kept.source().columns())
                .isEqualTo(new CsvColumns("Wann", "", "Welche", "", ""));
    }

    @SuppressWarnings("unchecked") // all selects for columns hold their names
    private void choose(String label, String value) {
        var select = (Select<String>) find(Select.class, one -> label.equals(one.getLabel()));
        test(select).selectItem(value);
        settle();
    }

    @Test
    void aCalendarThatFailsSaysSinceWhenAndWhy() {
        calendars.keep(new Kept(
                source(1),
                Optional.of(Instant.parse("2026-05-20T04:00:00Z")),
                Optional.of(Instant.parse("2026-05-21T04:00:00Z")),
                Optional.of(new Flaw(Reason.HOST_UNKNOWN, "example.org"))));
        open("calendars");
        assertThat(page())
                .contains("abgerufen 20. Mai, 06:00", "Seit 21. Mai, 06:00 nicht mehr: Den Server „example.org“");
    }

    @Test
    void removingAsksFirst() {
        calendars.keep(new Kept(source(1), Optional.empty(), Optional.empty(), Optional.empty()));
        open("calendars");
        press("Entfernen …");
        cancel();
        assertThat(calendars.listCalendars()).hasSize(1);
        press("Entfernen …");
        goOn();
        assertThat(calendars.listCalendars()).isEmpty();
        assertThat(page()).contains("„Feste“ ist entfernt.");
    }

    @Test
    void aCalendarIsChangedAndKeepsItsPage() {
        calendars.keep(new Kept(source(3), Optional.empty(), Optional.empty(), Optional.empty()));
        open("calendars?calendar=feste");
        assertThat(field("Adresse").getValue()).isEqualTo(ADDRESS);
        field("Name").setValue("Große Feste");
        press("Speichern");
        assertThat(calendars.listCalendars()).singleElement().satisfies(kept -> {
            assertThat(kept.source().name()).isEqualTo("feste");
            assertThat(kept.source().titles().german()).isEqualTo("Große Feste");
        });
    }

    @Test
    void twoOfOneNameCannotBe() {
        calendars.keep(new Kept(source(1), Optional.empty(), Optional.empty(), Optional.empty()));
        open("calendars?new");
        fill("Feste", ADDRESS);
        press("Speichern");
        assertThat(page()).contains("Einen Kalender namens „Feste“ gibt es schon.");
        assertThat(field("Adresse").getValue()).isEqualTo(ADDRESS);
    }

    @Test
    void inEnglishToo() {
        calendars.keep(new Kept(source(1), Optional.empty(), Optional.empty(), Optional.empty()));
        speak(Locale.ENGLISH);
        open("calendars?new");
        assertThat(page()).contains("Parties", "about to be fetched", "Try it");
    }

    @Test
    @WithMockUser(username = "sam", roles = "STAFF")
    void whoIsNoAdministratorDoesNotSeeThem() {
        open("calendars");
        assertThat(page()).doesNotContain("Neuer Kalender");
    }

    @Test
    @WithAnonymousUser
    void strangersDoNotSeeThem() {
        open("calendars");
        assertThat(page()).doesNotContain("Neuer Kalender");
    }
}
