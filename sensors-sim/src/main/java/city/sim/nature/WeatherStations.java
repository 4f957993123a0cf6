package city.sim.nature;

import static city.sim.nature.Station.observes;

import java.util.List;

/** One weather, felt a little differently on the slope, in the old town and by the river. */
final class WeatherStations {

    private static final int INTERVAL_SECONDS = 600;

    private final Weather weather;
    private final Chance chance;

    WeatherStations(Weather weather, Chance chance) {
        this.weather = weather;
        this.chance = chance;
    }

    List<Station> stations() {
        return List.of(
                // The weather comes from the west: first to the slope, last to the meadows.
                station("weather-rathaus", "Altstadt", 0, 0, 0, 1),
                station("weather-hang", "Am Hang", -180, -0.7, 0.2, 1.25),
                station("weather-auebad", "Auenvorstadt", 120, 0.1, -0.9, 0.85),
                ultraviolet("uv-rathaus", "Altstadt"),
                ultraviolet("uv-auebad", "Auenvorstadt"));
    }

    /**
     * @param warmer degrees, at any time
     * @param warmerAtNight degrees on top: cold air flows down to the river
     */
    private Station station(
            String name, String district, double secondsLater, double warmer, double warmerAtNight, double windFactor) {
        var own = chance.of(name);
        return Station.of(
                name,
                district,
                INTERVAL_SECONDS,
                observes("temperature", moment -> {
                    var t = moment.seconds() - secondsLater;
                    var night = Math.clamp(-5 * Sun.sineOfElevation(t), 0, 1) * (1 - weather.cloud(t));
                    return weather.temperature(t) + warmer + warmerAtNight * night + 0.1 * own.smooth(t, 300);
                }),
                observes("humidity", moment -> {
                    var humidity = weather.humidity(moment.seconds() - secondsLater);
                    return Math.clamp(humidity - 3 * warmer - 2 * warmerAtNight, 15, 100);
                }),
                observes("pressure", moment -> weather.pressure(moment.seconds()) + 0.1 * warmer),
                observes("wind_speed", moment -> windFactor * weather.windSpeed(moment.seconds() - secondsLater)),
                observes("wind_direction", moment -> weather.windDirection(moment.seconds() - secondsLater)),
                observes("precipitation", moment -> weather.precipitation(moment.seconds() - secondsLater)));
    }

    private Station ultraviolet(String name, String district) {
        var own = chance.of(name);
        // Every cloud covers one of the two first.
        return Station.of(name, district, INTERVAL_SECONDS, observes("uv_index", moment -> {
            var t = moment.seconds();
            return weather.uvIndex(t) * (1 - 0.12 * weather.cloud(t) * (1 + own.smooth(t, 400)));
        }));
    }
}
