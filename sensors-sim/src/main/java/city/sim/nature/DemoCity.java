package city.sim.nature;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The demo city: its sensors and what they would measure. A value depends on sensor, property, time and seed only, so a
 * later run with the same seed continues an earlier one and may repeat any part of it. Safe for several threads.
 */
public final class DemoCity {

    /** What the sensors of a demo city can speak about: from when its meters were put in. */
    public static final Instant BEGINNING = Electricity.INSTALLED;

    private static final Duration CARS = Duration.ofSeconds(30);
    private static final Duration SOUNDS = Duration.ofSeconds(15);
    private static final Duration SKY = Duration.ofSeconds(60);
    private static final Duration METERS = Duration.ofSeconds(15);

    private static final List<Sensor> SENSORS = List.of(
            new Sensor("parking-marktplatz", List.of("parking_free"), CARS),
            new Sensor("parking-bahnhof", List.of("parking_free"), CARS),
            new Sensor("parking-altstadt", List.of("parking_free"), CARS),
            new Sensor("noise-bahnhofstrasse", List.of("laeq"), SOUNDS),
            new Sensor("noise-schulviertel", List.of("laeq"), SOUNDS),
            new Sensor("noise-stadtpark", List.of("laeq"), SOUNDS),
            new Sensor("air-bahnhofstrasse", List.of("pm10", "pm2_5"), SKY),
            new Sensor("air-stadtpark", List.of("pm10", "pm2_5"), SKY),
            new Sensor("uv-rathaus", List.of("uv_index"), SKY),
            new Sensor(
                    "weather-rathaus",
                    List.of("temperature", "humidity", "pressure", "wind_speed", "wind_direction", "precipitation"),
                    SKY),
            new Sensor("energy-rathaus", List.of("power", "energy"), METERS),
            new Sensor("energy-grundschule", List.of("power", "energy"), METERS),
            new Sensor("energy-hallenbad", List.of("power", "energy"), METERS));

    private static final Map<String, Integer> DECIMALS = Map.ofEntries(
            Map.entry("parking_free", 0),
            Map.entry("laeq", 1),
            Map.entry("pm10", 1),
            Map.entry("pm2_5", 1),
            Map.entry("uv_index", 1),
            Map.entry("temperature", 1),
            Map.entry("humidity", 1),
            Map.entry("pressure", 1),
            Map.entry("wind_speed", 1),
            Map.entry("wind_direction", 0),
            Map.entry("precipitation", 1),
            Map.entry("power", 2),
            Map.entry("energy", 3));

    private final Map<String, Map<String, ToDoubleFunction<Instant>>> nature = new LinkedHashMap<>();

    public DemoCity(long seed) {
        var chance = new Chance(seed);
        var weather = new Weather(chance);
        for (var park : carParks(chance)) nature.put(park.name(), Map.of("parking_free", park::free));
        for (var place : sounds(weather, chance)) nature.put(place.name(), Map.of("laeq", place::laeq));
        for (var site : airs(weather, chance)) nature.put(site.name(), Map.of("pm10", site::pm10, "pm2_5", site::pm25));
        nature.put("uv-rathaus", Map.of("uv_index", weather::uvIndex));
        nature.put(
                "weather-rathaus",
                Map.of(
                        "temperature", weather::temperature,
                        "humidity", weather::humidity,
                        "pressure", weather::pressure,
                        "wind_speed", weather::windSpeed,
                        "wind_direction", weather::windDirection,
                        "precipitation", weather::precipitation));
        for (var house : houses(chance))
            nature.put(house.name(), Map.of("power", house::power, "energy", house::energy));
    }

    /** Every sensor of the city, in a fixed order. */
    public static List<Sensor> sensors() {
        return SENSORS;
    }

    /** What the sensor measures at the time, by property, in the order and with the decimals of the sensor. */
    public Map<String, BigDecimal> values(Sensor sensor, Instant time) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (var property : sensor.properties()) values.put(property, value(sensor.name(), property, time));
        return values;
    }

    /** Throws IllegalArgumentException if the city has no such sensor or the sensor does not observe the property. */
    public BigDecimal value(String sensor, String property, Instant time) {
        var law = nature.getOrDefault(sensor, Map.of()).get(property);
        if (law == null) throw new IllegalArgumentException("nothing observes " + property + " at " + sensor);
        var decimals = DECIMALS.getOrDefault(property, 0);
        // Down, not to the nearest: a rounded direction stays below 360 and a rounded meter never shows what is not yet
        // used.
        var exact = new BigDecimal(law.applyAsDouble(time));
        return exact.setScale(decimals, RoundingMode.FLOOR);
    }

    private static List<CarPark> carParks(Chance chance) {
        var shops = new Week(
                Curve.through(0, 0.12, 6, 0.12, 9, 0.55, 11, 0.72, 14, 0.62, 16.5, 0.78, 19, 0.4, 22, 0.18, 24, 0.12),
                Curve.through(0, 0.12, 7, 0.12, 10, 0.66, 12, 0.74, 15, 0.7, 18, 0.4, 22, 0.25, 24, 0.12),
                Curve.through(0, 0.12, 9, 0.12, 14, 0.3, 18, 0.28, 24, 0.12));
        var commuters = new Week(
                Curve.through(0, 0.08, 5, 0.08, 8, 0.82, 9.5, 0.92, 15, 0.88, 18, 0.4, 21, 0.14, 24, 0.08),
                Curve.through(0, 0.08, 8, 0.08, 12, 0.34, 18, 0.22, 24, 0.08),
                Curve.through(0, 0.08, 10, 0.1, 15, 0.18, 19, 0.2, 24, 0.08));
        var evenings = new Week(
                Curve.through(0, 0.25, 5, 0.2, 9, 0.5, 12.5, 0.75, 15, 0.6, 19.5, 0.88, 22, 0.6, 24, 0.25),
                Curve.through(0, 0.25, 6, 0.2, 11, 0.7, 15, 0.8, 20, 0.97, 22.5, 0.75, 24, 0.25),
                Curve.through(0, 0.25, 8, 0.2, 12.5, 0.65, 16, 0.6, 20, 0.45, 24, 0.25));
        return List.of(
                new CarPark("parking-marktplatz", 180, shops, Set.of(WEDNESDAY, SATURDAY), chance),
                new CarPark("parking-bahnhof", 320, commuters, Set.of(), chance),
                new CarPark("parking-altstadt", 95, evenings, Set.of(), chance));
    }

    private static List<Sound> sounds(Weather weather, Chance chance) {
        var street = new Week(
                Curve.through(0, 54, 3, 50, 5, 55, 7, 67, 9, 65.5, 15, 65.5, 17.5, 67.5, 20, 62, 24, 54),
                Curve.through(0, 54, 5, 51, 10, 64, 16, 64, 20, 61, 24, 54),
                Curve.through(0, 54, 6, 50, 12, 60, 18, 61, 24, 54));
        var school = new Week(
                Curve.through(
                        0, 39, 5, 38, 7.5, 58, 8.1, 51, 9.5, 52, 9.7, 63, 9.9, 52, 11.4, 53, 11.6, 63, 11.9, 52, 13.2,
                        60, 14, 50, 18, 49, 22, 43, 24, 39),
                Curve.through(0, 39, 6, 38, 11, 48, 19, 47, 24, 39),
                Curve.through(0, 39, 7, 38, 12, 46, 19, 45, 24, 39));
        var park = new Week(
                Curve.through(0, 35, 3.5, 34, 5, 43, 7, 46, 16, 49, 19, 48, 22, 40, 24, 35),
                Curve.through(0, 35, 4, 34, 6, 43, 11, 49, 16, 52, 20, 47, 24, 35),
                Curve.through(0, 35, 4, 34, 6, 43, 11, 50, 16, 53, 20, 46, 24, 35));
        return List.of(
                new Sound("noise-bahnhofstrasse", street, 0.35, 9, weather, chance),
                new Sound("noise-schulviertel", school, 0.12, 11, weather, chance),
                new Sound("noise-stadtpark", park, 0.08, 9, weather, chance));
    }

    private static List<Air> airs(Weather weather, Chance chance) {
        return List.of(
                new Air("air-bahnhofstrasse", 15, 9, weather, chance),
                new Air("air-stadtpark", 13, 2, weather, chance));
    }

    private static List<Electricity> houses(Chance chance) {
        var offices = new Week(
                Curve.through(0, 14, 5.5, 14, 8, 48, 11, 58, 13, 52, 15, 54, 17.5, 26, 20, 16, 24, 14),
                Curve.through(0, 14, 8, 14, 11, 20, 15, 17, 24, 14),
                Curve.flat(14));
        var lessons = new Week(
                Curve.through(0, 5, 6, 5.5, 7.5, 26, 12, 31, 14, 18, 16.5, 9, 19, 7, 24, 5),
                Curve.through(0, 5, 10, 6, 16, 6, 24, 5),
                Curve.flat(5));
        var baths = new Week(
                Curve.through(0, 62, 5, 62, 7, 108, 13, 100, 18, 122, 21.5, 112, 23, 62, 24, 62),
                Curve.through(0, 62, 7, 62, 9, 112, 15, 126, 19, 105, 21, 62, 24, 62),
                Curve.through(0, 62, 7, 62, 9, 112, 15, 124, 18, 100, 20, 62, 24, 62));
        return List.of(
                new Electricity("energy-rathaus", offices, 0.12, false, 184_220, chance),
                new Electricity("energy-grundschule", lessons, 0.18, true, 97_310, chance),
                new Electricity("energy-hallenbad", baths, 0.1, false, 1_204_880, chance));
    }
}
