package city.sim.nature;

import static city.sim.nature.Station.observes;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Twenty segments of street lights. */
final class Lights {

    private static final int INTERVAL_SECONDS = 900;

    private final Life life;
    private final Weather weather;
    private final Chance chance;

    Lights(Life life, Weather weather, Chance chance) {
        this.life = life;
        this.weather = weather;
        this.chance = chance;
    }

    List<Station> stations() {
        ToDoubleFunction<Moment> cars = life::traffic;
        ToDoubleFunction<Moment> centre = Life.CENTRE::at;
        ToDoubleFunction<Moment> walkers = moment -> 0.6 * Life.LEISURE.at(moment);
        ToDoubleFunction<Moment> neighbours = moment -> 0.4 * Life.COMMUTE.at(moment) + 0.05;
        ToDoubleFunction<Moment> workers = Life.WORK::at;
        return List.of(
                segment("light-bahnhofstrasse", "Bahnhofsviertel", 16, 72, cars),
                segment("light-bahnhofstrasse-2", "Bahnhofsviertel", 14, 72, cars),
                segment("light-marktgasse", "Altstadt", 11, 38, centre),
                segment("light-kirchgasse", "Altstadt", 9, 38, centre),
                segment("light-muehlenweg", "Auenvorstadt", 12, 34, neighbours),
                segment("light-muehlenweg-2", "Auenvorstadt", 10, 34, neighbours),
                segment("light-ringstrasse", "Nordstadt", 18, 88, cars),
                segment("light-ringstrasse-2", "Weststadt", 17, 88, cars),
                segment("light-parkweg", "Nordstadt", 8, 26, walkers),
                segment("light-schulstrasse", "Südstadt", 12, 42, neighbours),
                segment("light-lukasstrasse", "Südstadt", 10, 34, neighbours),
                segment("light-suedring", "Südstadt", 15, 64, cars),
                segment("light-hangweg", "Am Hang", 9, 30, neighbours),
                segment("light-klinikstrasse", "Am Hang", 13, 48, neighbours),
                segment("light-weststrasse", "Weststadt", 14, 52, cars),
                segment("light-badstrasse", "Weststadt", 10, 38, neighbours),
                segment("light-gewerbering", "Gewerbepark Ost", 16, 60, workers),
                segment("light-gewerbering-2", "Gewerbepark Ost", 16, 60, workers),
                segment("light-aueweg", "Auenvorstadt", 9, 28, walkers),
                segment("light-nordstrasse", "Nordstadt", 13, 46, neighbours));
    }

    private Station segment(String name, String district, int lamps, double watts, ToDoubleFunction<Moment> passers) {
        var segment = new LightSegment(district, lamps, watts, passers, life, weather, chance.of(name));
        return Station.of(
                name,
                district,
                INTERVAL_SECONDS,
                observes("light_dimming", segment::dimming),
                observes("light_power", segment::power),
                observes("light_presence", moment -> segment.isSomebodyThere(moment) ? 1 : 0),
                observes("light_faults", segment::faults));
    }
}
