package city.sim.nature;

import static city.sim.nature.Station.observes;

import java.util.List;

/** Eight sites of clean and less clean air. */
final class Airs {

    private static final int INTERVAL_SECONDS = 600;

    private final Life life;
    private final Weather weather;
    private final Chance chance;

    Airs(Life life, Weather weather, Chance chance) {
        this.life = life;
        this.weather = weather;
        this.chance = chance;
    }

    List<Station> stations() {
        return List.of(
                site("air-bahnhofstrasse", "Bahnhofsviertel", 15, 1),
                site("air-stadtpark", "Nordstadt", 13, 0.2),
                site("air-ringstrasse", "Nordstadt", 15, 1.15),
                site("air-suedstadt-kirche", "Südstadt", 14, 0.35),
                site("air-gewerbepark", "Gewerbepark Ost", 17, 0.7),
                site("air-hangweg", "Am Hang", 11, 0.12),
                site("air-kurpark", "Weststadt", 11, 0.1),
                site("air-auenschule", "Auenvorstadt", 13, 0.3));
    }

    private Station site(String name, String district, double background, double byTraffic) {
        var air = new Air(background, byTraffic, life, weather, chance.of("air"), chance.of(name));
        return Station.of(
                name,
                district,
                INTERVAL_SECONDS,
                observes("pm10", air::pm10),
                observes("pm2_5", air::pm25),
                observes("no2", air::no2),
                observes("o3", air::o3));
    }
}
