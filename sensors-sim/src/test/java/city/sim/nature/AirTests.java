package city.sim.nature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

class AirTests {

    private static final List<String> SITES = Year.observing("pm10");

    @ForSeveralCities
    void theFinerDustIsPartOfTheCoarser(long seed) {
        var year = new Year(seed);
        for (var site : SITES)
            assertThat(Year.times()).allMatch(time -> {
                var coarse = year.value(site, "pm10", time);
                var fine = year.value(site, "pm2_5", time);
                return fine >= 0 && fine <= coarse && coarse < 200;
            });
    }

    @ForSeveralCities
    void windAndRainCleanTheAir(long seed) {
        var year = new Year(seed);
        for (var site : SITES) {
            var byWind = Year.means(
                    Year.times(), time -> year.weather("wind_speed", time) > 3, time -> year.value(site, "pm10", time));
            assertThat(byWind.when()).as(site).isLessThan(0.8 * byWind.otherwise());
            var byRain = Year.means(
                    Year.times(),
                    time -> year.weather("precipitation", time) > 0.2,
                    time -> year.value(site, "pm10", time));
            assertThat(byRain.when()).as(site).isLessThan(0.8 * byRain.otherwise());
        }
    }

    @ForSeveralCities
    void exhaustGasesFollowTheTraffic(long seed) {
        var year = new Year(seed);
        var rush = Year.means(
                Year.times(),
                time -> year.value("traffic-ringstrasse", "vehicles", time) > 120,
                time -> year.value("air-ringstrasse", "no2", time));
        assertThat(rush.when()).isGreaterThan(1.5 * rush.otherwise());
        assertThat(mean(year, "air-ringstrasse", "no2")).isGreaterThan(2 * mean(year, "air-kurpark", "no2"));
    }

    @ForSeveralCities
    void ozoneNeedsSunAndHeatAndIsEatenByExhaustGases(long seed) {
        var year = new Year(seed);
        var byHeat = Year.means(
                Year.daily(15),
                time -> year.weather("temperature", time) > 20,
                time -> year.value("air-kurpark", "o3", time));
        assertThat(byHeat.when()).isGreaterThan(1.4 * byHeat.otherwise());
        var bySun = Year.means(
                Year.times(),
                time -> year.value("uv-rathaus", "uv_index", time) > 0,
                time -> year.value("air-hangweg", "o3", time));
        assertThat(bySun.when()).isGreaterThan(bySun.otherwise() + 5);
        assertThat(mean(year, "air-bahnhofstrasse", "o3")).isLessThan(mean(year, "air-kurpark", "o3") - 3);
    }

    private static double mean(Year year, String site, String property) {
        return Year.means(Year.times(), time -> true, time -> year.value(site, property, time))
                .when();
    }
}
