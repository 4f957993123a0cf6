package city.sim.nature;

import static city.sim.nature.Station.observes;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Six counters of vehicles and six of bicycles. */
final class Roads {

    private static final int INTERVAL_SECONDS = 900;
    private static final double DAY = 86_400;

    private final Life life;
    private final Weather weather;
    private final Chance chance;

    Roads(Life life, Weather weather, Chance chance) {
        this.life = life;
        this.weather = weather;
        this.chance = chance;
    }

    List<Station> stations() {
        ToDoubleFunction<Moment> commute = Life.COMMUTE::at;
        ToDoubleFunction<Moment> leisure = Life.LEISURE::at;
        ToDoubleFunction<Moment> mixed = moment -> 0.6 * Life.COMMUTE.at(moment) + 0.4 * Life.LEISURE.at(moment);
        ToDoubleFunction<Moment> school = moment -> 0.75 * Life.COMMUTE.atSchool(moment) + Life.SCHOOL.atSchool(moment);
        return List.of(
                path("bicycles-untere-bruecke", "Altstadt", 190, mixed),
                path("bicycles-radweg-aue", "Auenvorstadt", 150, leisure),
                path("bicycles-bahnhofstrasse", "Bahnhofsviertel", 130, commute),
                path("bicycles-obere-bruecke", "Weststadt", 80, mixed),
                path("bicycles-rad-gymnasium", "Nordstadt", 180, school),
                path("bicycles-rad-bahnhof", "Bahnhofsviertel", 110, commute),
                road("traffic-bahnhofstrasse", "Bahnhofsviertel", 640, 41),
                road("traffic-ringstrasse", "Nordstadt", 980, 47),
                road("traffic-umgehung", "Gewerbepark Ost", 1_480, 79),
                road("traffic-untere-bruecke", "Altstadt", 520, 33),
                road("traffic-gewerbepark", "Gewerbepark Ost", 430, 44),
                road("traffic-kreisel-west", "Weststadt", 760, 29));
    }

    private Station path(String name, String district, double busiest, ToDoubleFunction<Moment> rhythm) {
        var own = chance.of(name);
        ToDoubleFunction<Moment> hourly = moment -> busiest
                * rhythm.applyAsDouble(moment)
                * life.cycling(moment.seconds())
                * (1 + 0.1 * own.smooth(moment.seconds(), DAY));
        var tally = new Tally(hourly, own.of("count"));
        return Station.of(name, district, INTERVAL_SECONDS, observes("bicycles", tally::count));
    }

    /** @param freeSpeed in km/h, when nobody is in the way */
    private Station road(String name, String district, double busiest, double freeSpeed) {
        var own = chance.of(name);
        ToDoubleFunction<Moment> share =
                moment -> life.traffic(moment) * (1 + 0.08 * own.smooth(moment.seconds(), DAY));
        var tally = new Tally(moment -> busiest * share.applyAsDouble(moment), own.of("count"));
        return Station.of(
                name,
                district,
                INTERVAL_SECONDS,
                observes("vehicles", tally::count),
                observes("vehicle_speed", moment -> {
                    var t = moment.seconds();
                    var queues = 1 - 0.38 * Math.pow(Math.min(1.3, share.applyAsDouble(moment)), 3);
                    var slippery = 1 - 0.12 * Math.min(1, weather.precipitation(t) / 4) - 0.15 * weather.storm(t);
                    return freeSpeed * queues * slippery * (1 + 0.05 * own.smooth(t, 900));
                }));
    }
}
