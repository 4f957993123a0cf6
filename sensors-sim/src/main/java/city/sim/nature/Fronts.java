package city.sim.nature;

/** Fronts drive the weather: where one passes the pressure is low, the sky covered, the wind strong and rain likely. */
final class Fronts {

    private static final double DAY = 86_400;

    private final Chance week;
    private final Chance day;

    Fronts(Chance chance) {
        this.week = chance.of("front");
        this.day = chance.of("front-day");
    }

    /** From -1.3 under a quiet high to 1.3 under a deep low. */
    double at(double t) {
        return week.smooth(t, 3.2 * DAY) + 0.3 * day.smooth(t, 0.9 * DAY);
    }
}
