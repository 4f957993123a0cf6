package city.sim.nature;

import static city.sim.nature.Station.observes;

import java.util.List;

/** The Aue: base flow, rain that runs off, and three gauges that a wave passes one after the other. */
final class River {

    private static final int INTERVAL_SECONDS = 300;
    private static final double DAY = 86_400;
    private static final double METRES_PER_MILLIMETRE = 0.010;

    /** Soaked ground holds nothing back: twice the rain is more than twice the wave. */
    private static final double METRES_PER_SQUARE_MILLIMETRE = 0.0003;

    private final Weather weather;
    private final Happenings happenings;
    private final Chance base;
    private final Chance ripples;

    River(Weather weather, Happenings happenings, Chance chance) {
        this.weather = weather;
        this.happenings = happenings;
        this.base = chance.of("base-flow");
        this.ripples = chance.of("ripples");
    }

    List<Station> stations() {
        return List.of(
                gauge("level-obere-bruecke", "Weststadt", 1.02, 0),
                gauge("level-untere-bruecke", "Altstadt", 0.82, 15 * 60),
                gauge("level-pegel-muehle", "Auenvorstadt", 0.62, 30 * 60));
    }

    private Station gauge(String name, String district, double zero, double secondsLater) {
        var own = ripples.of(name);
        return Station.of(name, district, INTERVAL_SECONDS, observes("water_level", moment -> {
            var t = moment.seconds();
            return zero + rise(t - secondsLater) + 0.01 * own.smooth(t, 400);
        }));
    }

    private double rise(double t) {
        var baseFlow = 0.16 * (1 - Moment.summer(t)) + 0.07 * base.smooth(t, 10 * DAY);
        var runoff = weather.rain().runoff(t);
        var wave = METRES_PER_MILLIMETRE * runoff + METRES_PER_SQUARE_MILLIMETRE * runoff * runoff;
        return baseFlow + wave + happenings.flood(t);
    }
}
