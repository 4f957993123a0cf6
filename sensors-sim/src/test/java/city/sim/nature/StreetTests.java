package city.sim.nature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/** Traffic, bicycles and the noise of the town. */
class StreetTests {

    private static final Predicate<Instant> IS_SUNDAY = time -> Year.day(time).kind() == Day.Kind.SUNDAY;

    @ForSeveralCities
    void nightsAreQuieterThanDays(long seed) {
        var year = new Year(seed);
        for (var place : Year.observing("laeq")) {
            var byNight = Year.means(
                    Year.times(), time -> Year.local(time).getHour() < 5, time -> year.value(place, "laeq", time));
            assertThat(byNight.when()).as(place).isLessThan(byNight.otherwise() - 5);
            assertThat(Year.times().map(time -> year.value(place, "laeq", time)))
                    .allMatch(level -> level >= 25 && level <= 95);
        }
    }

    @ForSeveralCities
    void whereMoreDriveItIsLouder(long seed) {
        var year = new Year(seed);
        var level = Year.means(
                Year.times(),
                time -> year.value("traffic-umgehung", "vehicles", time) > 150,
                time -> year.value("noise-umgehung", "laeq", time));
        assertThat(level.when()).isGreaterThan(level.otherwise() + 3);
    }

    @ForSeveralCities
    void holidaysLookLikeSundays(long seed) {
        var year = new Year(seed);
        var holiday = Instant.parse("2026-05-14T05:45:00Z");
        var sunday = Instant.parse("2026-05-17T05:45:00Z");
        var workday = Instant.parse("2026-05-12T05:45:00Z");
        var bypass = "traffic-umgehung";
        assertThat(year.value(bypass, "vehicles", holiday))
                .isLessThan(0.4 * year.value(bypass, "vehicles", workday))
                .isLessThan(3 * year.value(bypass, "vehicles", sunday) + 10);
        assertThat(year.value("energy-rathaus", "power", Instant.parse("2026-05-14T09:00:00Z")))
                .isLessThan(0.5 * year.value("energy-rathaus", "power", Instant.parse("2026-05-12T09:00:00Z")));
    }

    @ForSeveralCities
    void sundaysHaveNoRushHour(long seed) {
        var year = new Year(seed);
        for (var road : Year.observing("vehicles")) {
            var mornings = Year.means(Year.daily(7.6), IS_SUNDAY, time -> year.value(road, "vehicles", time));
            assertThat(mornings.when()).as(road).isLessThan(0.3 * mornings.otherwise());
        }
    }

    @ForSeveralCities
    void whereManyDriveNobodyDrivesFast(long seed) {
        var year = new Year(seed);
        for (var road : Year.observing("vehicle_speed")) {
            var rush = Year.means(
                    Year.times(),
                    time -> year.city().value(road, "vehicles", time).intValue() > 0.8 * busiest(year, road),
                    time -> year.value(road, "vehicle_speed", time));
            assertThat(rush.when()).as(road).isLessThan(0.9 * rush.otherwise()).isGreaterThan(5);
        }
    }

    private static double busiest(Year year, String road) {
        return year.value(road, "vehicles", Instant.parse("2026-05-12T05:45:00Z"));
    }

    @ForSeveralCities
    void rainAndColdKeepCyclistsAtHome(long seed) {
        var year = new Year(seed);
        for (var path : Year.observing("bicycles")) {
            var days = Year.every(Duration.ofMinutes(61))
                    .filter(time ->
                            Year.local(time).getHour() > 7 && Year.local(time).getHour() < 19)
                    .toList();
            var byRain = Year.means(
                    days.stream(),
                    time -> year.weather("precipitation", time) > 1,
                    time -> year.value(path, "bicycles", time));
            assertThat(byRain.when()).as(path).isLessThan(0.75 * byRain.otherwise());
            var bySeason = Year.means(
                    days.stream().filter(time -> !Year.day(time).schoolHoliday()),
                    time -> Set.of(12, 1, 2).contains(Year.local(time).getMonthValue()),
                    time -> year.value(path, "bicycles", time));
            assertThat(bySeason.when()).as(path).isLessThan(0.8 * bySeason.otherwise());
        }
    }

    @ForSeveralCities
    void thePathToSchoolIsEmptyInTheHolidays(long seed) {
        var year = new Year(seed);
        var mornings = Year.daily(7.75).filter(IS_SUNDAY.negate()).toList();
        var school = Year.means(
                mornings.stream(),
                time -> Year.day(time).schoolHoliday(),
                time -> year.value("bicycles-rad-gymnasium", "bicycles", time));
        assertThat(school.when()).isLessThan(0.3 * school.otherwise());
    }

    @ForSeveralCities
    void whoPassesIsCountedOnce(long seed) {
        var year = new Year(seed);
        var noon = Instant.parse("2026-05-12T10:00:00Z");
        // A quarter of an hour is the end of one interval and the beginning of the next.
        var hour = 0.0;
        for (int quarter = 1; quarter <= 4; quarter++)
            hour += year.value("traffic-umgehung", "vehicles", noon.plus(Duration.ofMinutes(15L * quarter)));
        assertThat(hour).isBetween(700.0, 1_300.0);
        assertThat(year.value("traffic-umgehung", "vehicles", noon.plusSeconds(200)))
                .isEqualTo(year.value("traffic-umgehung", "vehicles", noon));
    }
}
