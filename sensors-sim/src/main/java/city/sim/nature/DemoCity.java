package city.sim.nature;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The demo city: its sensors and what they would measure. A value depends on sensor, property, time, seed and happenings
 * only, so a later run with the same seed continues an earlier one and may repeat any part of it. Safe for several
 * threads.
 */
public final class DemoCity {

    /** What the sensors of a demo city can speak about: from when its meters were put in. */
    public static final Instant BEGINNING = Meter.INSTALLED;

    private static final Map<String, Integer> DECIMALS = Map.ofEntries(
            Map.entry("laeq", 1),
            Map.entry("pm10", 1),
            Map.entry("pm2_5", 1),
            Map.entry("no2", 1),
            Map.entry("o3", 1),
            Map.entry("uv_index", 1),
            Map.entry("temperature", 1),
            Map.entry("humidity", 1),
            Map.entry("pressure", 1),
            Map.entry("wind_speed", 1),
            Map.entry("precipitation", 1),
            Map.entry("power", 2),
            Map.entry("energy", 3),
            Map.entry("heat_power", 1),
            Map.entry("heat_energy", 2),
            Map.entry("water_level", 2),
            Map.entry("vehicle_speed", 1),
            Map.entry("light_power", 3));

    private static final List<Sensor> SENSORS =
            new DemoCity(0).stations.values().stream().map(Station::sensor).toList();

    private final Happenings happenings;
    private final Map<String, Station> stations;

    /** A city of ordinary days. */
    public DemoCity(long seed) {
        this(seed, Happenings.NONE);
    }

    public DemoCity(long seed, Happenings happenings) {
        this.happenings = happenings;
        var chance = new Chance(seed);
        var weather = new Weather(happenings, chance.of("weather"));
        var life = new Life(weather, happenings);
        var all = new ArrayList<Station>();
        all.addAll(new CarParks(life, chance).stations());
        all.addAll(new Sounds(life, weather, chance).stations());
        all.addAll(new Airs(life, weather, chance).stations());
        all.addAll(new WeatherStations(weather, chance).stations());
        all.addAll(new Buildings(weather, happenings, chance).stations());
        all.addAll(new Lights(life, weather, chance).stations());
        all.addAll(new Roads(life, weather, chance).stations());
        all.addAll(new River(weather, happenings, chance).stations());
        this.stations = Collections.unmodifiableMap(all.stream()
                .collect(Collectors.toMap(
                        station -> station.sensor().name(), Function.identity(), (a, b) -> b, LinkedHashMap::new)));
    }

    /** Every sensor of the city, in a fixed order. */
    public static List<Sensor> sensors() {
        return SENSORS;
    }

    /** What comes on top of an ordinary day. */
    public Happenings happenings() {
        return happenings;
    }

    /** What the sensor measures at the time, by property, in the order and with the decimals of the sensor. */
    public Map<String, BigDecimal> values(Sensor sensor, Instant time) {
        var moment = Moment.of(time);
        var values = new LinkedHashMap<String, BigDecimal>();
        station(sensor.name())
                .laws()
                .forEach((property, law) -> values.put(property, rounded(property, law.applyAsDouble(moment))));
        return values;
    }

    /** Throws IllegalArgumentException if the city has no such sensor or the sensor does not observe the property. */
    public BigDecimal value(String sensor, String property, Instant time) {
        var law = station(sensor).laws().get(property);
        if (law == null) throw new IllegalArgumentException("nothing observes " + property + " at " + sensor);
        return rounded(property, law.applyAsDouble(Moment.of(time)));
    }

    private Station station(String sensor) {
        var station = stations.get(sensor);
        if (station == null) throw new IllegalArgumentException("there is no sensor " + sensor);
        return station;
    }

    /**
     * Down, not to the nearest: a rounded direction stays below 360 and a rounded meter never shows what is not yet
     * used.
     */
    private static BigDecimal rounded(String property, double exact) {
        int decimals = DECIMALS.getOrDefault(property, 0);
        return BigDecimal.valueOf((long) Math.floor(exact * POWERS_OF_TEN.get(decimals)), decimals);
    }

    private static final List<Double> POWERS_OF_TEN = List.of(1.0, 10.0, 100.0, 1_000.0);
}
