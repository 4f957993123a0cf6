package city.sim.nature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

class ParkingTests {

    static final Map<String, Integer> CAPACITIES = Map.of(
            "parking-marktplatz", 180,
            "parking-bahnhof", 320,
            "parking-altstadt", 95,
            "parking-stadthalle", 24,
            "parking-rathausplatz", 16,
            "parking-klinikum", 240,
            "parking-hallenbad", 110,
            "parking-auewiesen", 140);

    @ForSeveralCities
    void carParksNeverHaveFewerThanNoSpacesOrMoreThanAll(long seed) {
        var year = new Year(seed);
        CAPACITIES.forEach((park, capacity) -> assertThat(
                        Year.times().map(time -> year.value(park, "parking_free", time)))
                .allMatch(free -> free >= 0 && free <= capacity && free == Math.rint(free)));
    }

    @ForSeveralCities
    void chargingBaysAreNeverMoreThanThereAreAndNotAlwaysFree(long seed) {
        var year = new Year(seed);
        var free = Year.times()
                .map(time -> year.value("parking-marktplatz", "parking_free_charging", time))
                .toList();
        assertThat(free).allMatch(bays -> bays >= 0 && bays <= 8 && bays == Math.rint(bays));
        assertThat(free).contains(0.0, 8.0);
    }

    @ForSeveralCities
    void baysAddUpToTheirCarPark(long seed) {
        var year = new Year(seed);
        for (var park : List.of("stadthalle", "rathausplatz")) {
            var bays = Year.observing("bay_occupied").stream()
                    .filter(bay -> bay.startsWith("bay-" + park))
                    .toList();
            assertThat(bays).hasSize(CAPACITIES.getOrDefault("parking-" + park, 0));
            assertThat(Year.times()).allSatisfy(time -> {
                var taken = bays.stream()
                        .mapToDouble(bay -> year.value(bay, "bay_occupied", time))
                        .sum();
                assertThat(year.value("parking-" + park, "parking_free", time)).isEqualTo(bays.size() - taken);
            });
        }
    }

    @ForSeveralCities
    void carsStayInABayForMinutesToHours(long seed) {
        var year = new Year(seed);
        var changes = Year.every(Duration.ofMinutes(5))
                .limit(12 * 24 * 14)
                .map(time -> year.value("bay-rathausplatz-07", "bay_occupied", time))
                .toList();
        var turns = IntStream.range(1, changes.size())
                .filter(i -> !changes.get(i).equals(changes.get(i - 1)))
                .count();
        assertThat(turns / 14.0).isBetween(3.0, 24.0);
    }

    @ForSeveralCities
    void commutersFillTheStationOnWorkingMornings(long seed) {
        var year = new Year(seed);
        var free = Year.means(
                Year.daily(10.4),
                time -> Year.day(time).kind() == Day.Kind.WORKDAY,
                time -> year.value("parking-bahnhof", "parking_free", time));
        assertThat(free.when()).isLessThan(80);
        assertThat(free.otherwise()).isGreaterThan(150);
    }

    @ForSeveralCities
    void theMarketTakesSpacesOnWednesdays(long seed) {
        var year = new Year(seed);
        var mornings = Year.daily(10.5)
                .filter(time -> Year.day(time).kind() == Day.Kind.WORKDAY)
                .filter(time -> Set.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)
                        .contains(Year.local(time).getDayOfWeek()));
        var free = Year.means(
                mornings,
                time -> Year.day(time).market(),
                time -> year.value("parking-marktplatz", "parking_free", time));
        assertThat(free.when()).isLessThan(free.otherwise() - 15);
    }
}
