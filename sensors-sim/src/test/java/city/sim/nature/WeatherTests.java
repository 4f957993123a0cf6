package city.sim.nature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeatherTests {

    private static final List<String> STATIONS = List.of("weather-rathaus", "weather-hang", "weather-auebad");

    @ForSeveralCities
    void theWeatherStaysWithinWhatATownInHesseKnows(long seed) {
        var year = new Year(seed);
        for (var station : STATIONS)
            assertThat(Year.times()).allSatisfy(time -> {
                assertThat(year.value(station, "temperature", time)).isBetween(-20.0, 40.0);
                assertThat(year.value(station, "humidity", time)).isBetween(15.0, 100.0);
                assertThat(year.value(station, "pressure", time)).isBetween(960.0, 1050.0);
                assertThat(year.value(station, "wind_speed", time)).isBetween(0.0, 25.0);
                assertThat(year.value(station, "wind_direction", time)).isBetween(0.0, 359.0);
                assertThat(year.value(station, "precipitation", time)).isBetween(0.0, 60.0);
            });
    }

    @ForSeveralCities
    void allStationsFeelTheSameWeather(long seed) {
        var year = new Year(seed);
        assertThat(Year.times()).allSatisfy(time -> {
            var inTown = year.weather("temperature", time);
            assertThat(year.value("weather-hang", "temperature", time)).isCloseTo(inTown, within(3.5));
            assertThat(year.value("weather-auebad", "temperature", time)).isCloseTo(inTown, within(3.5));
        });
        var onTheSlope = Year.means(
                Year.times(),
                time -> true,
                time -> year.value("weather-hang", "temperature", time) - year.weather("temperature", time));
        assertThat(onTheSlope.when()).isBetween(-1.0, -0.3);
    }

    @ForSeveralCities
    void itRainsInEpisodesThatMakeAYearOfOrdinaryRain(long seed) {
        var year = new Year(seed);
        var rain = Year.means(
                Year.times(),
                time -> year.weather("precipitation", time) > 0,
                time -> year.weather("precipitation", time));
        var wet = Year.times()
                .filter(time -> year.weather("precipitation", time) > 0)
                .count();
        var part = (double) wet / Year.times().count();
        assertThat(part).isBetween(0.03, 0.25);
        assertThat(rain.when() * part * 24 * 365).isBetween(350.0, 1_200.0);
    }

    @ForSeveralCities
    void theAirIsDrierInTheWarmAfternoonThanBeforeDawn(long seed) {
        var year = new Year(seed);
        var july = Year.times()
                .filter(time -> Year.local(time).getMonthValue() == 7)
                .filter(time -> List.of(15, 4).contains(Year.local(time).getHour()))
                .toList();
        var warmth = Year.means(july.stream(), WeatherTests::isAfternoon, time -> year.weather("temperature", time));
        var moisture = Year.means(july.stream(), WeatherTests::isAfternoon, time -> year.weather("humidity", time));
        assertThat(warmth.when()).isGreaterThan(warmth.otherwise() + 3);
        assertThat(moisture.when()).isLessThan(moisture.otherwise() - 10);
    }

    @ForSeveralCities
    void julyIsWarmerThanJanuary(long seed) {
        var year = new Year(seed);
        var months = Year.times()
                .filter(time -> List.of(1, 7).contains(Year.local(time).getMonthValue()));
        var warmth = Year.means(
                months, time -> Year.local(time).getMonthValue() == 7, time -> year.weather("temperature", time));
        assertThat(warmth.when()).isGreaterThan(warmth.otherwise() + 10);
    }

    @ForSeveralCities
    void thereIsNoUltravioletAtNightAndNeverMoreThanTheSunAllows(long seed) {
        var year = new Year(seed);
        for (var place : List.of("uv-rathaus", "uv-auebad"))
            assertThat(Year.times()).allMatch(time -> {
                var uv = year.value(place, "uv_index", time);
                var t = Moment.of(time).seconds();
                return Sun.sineOfElevation(t) <= 0 ? uv == 0 : uv >= 0 && uv <= Sun.clearSkyUvIndex(t);
            });
        assertThat(highestUv(year, 6)).isBetween(6.0, 9.0);
        assertThat(highestUv(year, 12)).isLessThan(1.5);
    }

    @ForSeveralCities
    void cloudsTakeUltraviolet(long seed) {
        var year = new Year(seed);
        var weather = new Weather(Happenings.NONE, new Chance(seed).of("weather"));
        var noons = Year.daily(13.2)
                .filter(time -> List.of(5, 6, 7).contains(Year.local(time).getMonthValue()));
        var uv = Year.means(
                noons,
                time -> weather.cloud(Moment.of(time).seconds()) > 0.7,
                time -> year.value("uv-rathaus", "uv_index", time));
        assertThat(uv.when()).isLessThan(0.75 * uv.otherwise());
    }

    @Test
    void theSunRisesAndSetsAsTheAlmanacSays() {
        assertThat(elevationDegrees("2026-06-21T11:23:00Z")).isCloseTo(90 - 50.87 + 23.44, within(0.3));
        assertThat(elevationDegrees("2026-12-21T11:19:00Z")).isCloseTo(90 - 50.87 - 23.44, within(0.3));
        assertThat(elevationDegrees("2026-03-20T05:25:00Z")).isCloseTo(0, within(1.2));
    }

    private static double highestUv(Year year, int month) {
        return Year.times()
                .filter(time -> Year.local(time).getMonthValue() == month)
                .mapToDouble(time -> year.value("uv-rathaus", "uv_index", time))
                .max()
                .orElseThrow();
    }

    private static boolean isAfternoon(Instant time) {
        return Year.local(time).getHour() == 15;
    }

    private static double elevationDegrees(String time) {
        return Math.toDegrees(
                Math.asin(Sun.sineOfElevation(Moment.of(Instant.parse(time)).seconds())));
    }
}
