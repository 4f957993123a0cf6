package city.sim.nature;

import static city.sim.nature.Station.observes;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Twelve places that hear streets, people, wind and rain, each in its own mixture. */
final class Sounds {

    private static final int INTERVAL_SECONDS = 300;

    private final Life life;
    private final Weather weather;
    private final Chance chance;

    Sounds(Life life, Weather weather, Chance chance) {
        this.life = life;
        this.weather = weather;
        this.chance = chance;
    }

    List<Station> stations() {
        ToDoubleFunction<Moment> centre =
                moment -> Life.CENTRE.at(moment) * life.outgoing(moment.seconds()) + 0.4 * life.stalls(moment);
        ToDoubleFunction<Moment> atTheMarket = moment -> centre.applyAsDouble(moment) + 4 * life.greatMarket(moment);
        ToDoubleFunction<Moment> leisure = moment -> Life.LEISURE.at(moment) * life.outgoing(moment.seconds());
        ToDoubleFunction<Moment> school = Life.SCHOOL::atSchool;
        ToDoubleFunction<Moment> work = Life.WORK::at;
        return List.of(
                place("noise-bahnhofstrasse", "Bahnhofsviertel", 67, 58, centre, 0.35, 9),
                place("noise-schulviertel", "Südstadt", 51, 63, school, 0.12, 11),
                place("noise-stadtpark", "Nordstadt", 47, 50, leisure, 0.08, 9),
                place("noise-marktplatz", "Altstadt", 52, 63, atTheMarket, 0.1, 8),
                place("noise-ringstrasse", "Nordstadt", 70, 50, centre, 0.4, 8),
                place("noise-gewerbepark", "Gewerbepark Ost", 65, 61, work, 0.3, 9),
                place("noise-umgehung", "Gewerbepark Ost", 74, 30, work, 0.5, 6),
                place("noise-suedstadt-kirche", "Südstadt", 55, 50, leisure, 0.1, 10),
                place("noise-klinikgarten", "Am Hang", 48, 48, leisure, 0.06, 8),
                place("noise-nordstadt-markt", "Nordstadt", 60, 58, centre, 0.2, 9),
                place("noise-am-muehlgraben", "Altstadt", 49, 52, centre, 0.08, 9),
                place("noise-tal-strasse", "Auenvorstadt", 64, 45, leisure, 0.25, 10));
    }

    private Station place(
            String name,
            String district,
            double street,
            double people,
            ToDoubleFunction<Moment> crowd,
            double events,
            double eventDecibels) {
        var sound = new Sound(street, people, crowd, events, eventDecibels, life, weather, chance.of(name));
        return Station.of(name, district, INTERVAL_SECONDS, observes("laeq", sound::laeq));
    }
}
