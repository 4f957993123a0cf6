package city.sim.nature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTests {

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-03-31",
        "2025, 2025-04-20",
        "2026, 2026-04-05",
        "2027, 2027-03-28",
        "2038, 2038-04-25",
        "2049, 2049-04-18",
        "2076, 2076-04-19"
    })
    void easterIsWhereTheChurchHasIt(int year, LocalDate sunday) {
        assertThat(Day.easterSunday(year)).isEqualTo(sunday);
    }

    @Test
    void theNineHolidaysOfAllStates() {
        var holidays = IntStream.rangeClosed(1, 365)
                .mapToObj(day -> LocalDate.ofYearDay(2026, day))
                .filter(Day::isPublicHoliday)
                .map(LocalDate::toString)
                .toList();
        assertThat(holidays)
                .isEqualTo(List.of(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-10-03",
                        "2026-12-25",
                        "2026-12-26"));
    }

    @Test
    void holidaysAreSundaysWithoutAMarket() {
        // Ascension is a Thursday, the Saturday after Christmas Day would be a market day.
        assertThat(day("2026-05-14").kind()).isEqualTo(Day.Kind.SUNDAY);
        assertThat(day("2026-12-26").market()).isFalse();
        assertThat(day("2026-12-24").kind()).isEqualTo(Day.Kind.SATURDAY);
        assertThat(day("2026-11-25").market()).isTrue();
    }

    @Test
    void schoolsCloseForAboutTwelveWeeksAYear() {
        for (var year : List.of(2024, 2025, 2026, 2027)) {
            var days = IntStream.rangeClosed(1, 365)
                    .mapToObj(day -> LocalDate.ofYearDay(year, day))
                    .filter(Day::isSchoolHoliday)
                    .count();
            assertThat(days).isBetween(80L, 100L);
        }
        assertThat(day("2026-07-20").schoolHoliday()).isTrue();
        assertThat(day("2026-09-21").schoolHoliday()).isFalse();
    }

    private static Day day(String date) {
        return Day.of(LocalDate.parse(date).toEpochDay());
    }
}
