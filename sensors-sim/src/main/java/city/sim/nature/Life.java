package city.sim.nature;

/** What the people of the town do: they drive, walk and cycle, less in bad weather, and meet at the market. */
final class Life {

    static final Week TRAFFIC = new Week(
            Curve.through(
                    0, 0.05, 2, 0.02, 4, 0.04, 5.5, 0.3, 7.5, 1, 9, 0.7, 11, 0.62, 13, 0.7, 15, 0.74, 17, 1, 18.5, 0.7,
                    20, 0.36, 22, 0.18, 24, 0.05),
            Curve.through(0, 0.08, 3, 0.03, 6, 0.08, 9, 0.4, 11.5, 0.66, 15, 0.52, 19, 0.36, 22, 0.2, 24, 0.08),
            Curve.through(0, 0.08, 3, 0.03, 7, 0.06, 11, 0.32, 15, 0.42, 18, 0.38, 21, 0.18, 24, 0.05));

    /** Shops, cafés and offices in the old town. */
    static final Week CENTRE = new Week(
            Curve.through(0, 0.03, 2, 0.01, 5, 0.02, 8, 0.4, 11, 0.8, 14, 0.65, 17, 0.9, 19, 0.5, 22, 0.2, 24, 0.03),
            Curve.through(0, 0.06, 2, 0.02, 6, 0.03, 9, 0.5, 11.5, 1, 15, 0.8, 19, 0.5, 23, 0.25, 24, 0.06),
            Curve.through(0, 0.08, 3, 0.02, 8, 0.04, 12, 0.35, 16, 0.45, 20, 0.2, 24, 0.03));

    /** Walks, games and benches in the green. */
    static final Week LEISURE = new Week(
            Curve.through(0, 0.02, 3, 0.01, 5, 0.03, 7, 0.2, 10, 0.25, 14, 0.4, 18, 0.75, 21, 0.3, 24, 0.02),
            Curve.through(0, 0.03, 4, 0.01, 7, 0.1, 11, 0.6, 16, 1, 20, 0.5, 24, 0.03),
            Curve.through(0, 0.03, 4, 0.01, 7, 0.1, 11, 0.7, 15.5, 1, 19, 0.5, 22, 0.1, 24, 0.02));

    /** Bells, breaks and the way home. */
    static final Week SCHOOL = new Week(
            Curve.through(
                    0, 0.005, 6.5, 0.01, 7.7, 0.6, 8.1, 0.12, 9.5, 0.12, 9.7, 1, 9.9, 0.12, 11.4, 0.12, 11.6, 1, 11.9,
                    0.12, 13.2, 0.7, 14, 0.1, 17, 0.06, 22, 0.01, 24, 0.005),
            Curve.through(0, 0.005, 8, 0.01, 14, 0.04, 22, 0.01, 24, 0.005),
            Curve.through(0, 0.005, 8, 0.01, 14, 0.03, 22, 0.01, 24, 0.005));

    /** Shifts, deliveries and the yard. */
    static final Week WORK = new Week(
            Curve.through(0, 0.08, 4.5, 0.08, 6.5, 0.8, 9, 1, 12.5, 0.7, 14, 1, 16, 0.8, 18, 0.25, 22, 0.1, 24, 0.08),
            Curve.through(0, 0.06, 6, 0.06, 8, 0.3, 12, 0.3, 14, 0.08, 24, 0.06),
            Curve.flat(0.05));

    /** Those who cycle to work and to school. */
    static final Week COMMUTE = new Week(
            Curve.through(
                    0, 0.02, 4, 0.01, 5.5, 0.15, 7.4, 1, 8.5, 0.45, 10, 0.25, 13, 0.45, 15, 0.45, 16.8, 0.85, 18.5, 0.4,
                    21, 0.12, 24, 0.02),
            Curve.through(0, 0.03, 5, 0.02, 9, 0.2, 12, 0.38, 16, 0.35, 20, 0.12, 24, 0.03),
            Curve.through(0, 0.03, 6, 0.02, 10, 0.18, 14, 0.32, 17, 0.32, 21, 0.08, 24, 0.02));

    private final Weather weather;
    private final Happenings happenings;

    Life(Weather weather, Happenings happenings) {
        this.weather = weather;
        this.happenings = happenings;
    }

    /** Motor traffic of the whole town, about 1 in the rush hour. */
    double traffic(Moment moment) {
        var t = moment.seconds();
        var holidays = moment.day().schoolHoliday() ? 0.85 : 1;
        var rain = 1 - 0.05 * Math.min(1, weather.precipitation(t) / 4);
        return TRAFFIC.at(moment) * holidays * rain * (1 - 0.6 * weather.storm(t)) + 0.12 * happenings.market(t);
    }

    /** How many of the usual people go where they need not go. */
    double outgoing(double t) {
        return (1 - 0.45 * Math.min(1, weather.precipitation(t) / 3)) * (1 - 0.75 * weather.storm(t));
    }

    /** How many of the usual cyclists do cycle: they like it warm, dry and calm. */
    double cycling(double t) {
        var warmth = Math.clamp(0.35 + 0.65 * (weather.temperature(t) + 2) / 20, 0.25, 1.15);
        var wet = Math.exp(-0.5 * Math.min(4, weather.precipitation(t) + 0.4 * weather.precipitation(t - 1_800)));
        return warmth * wet * (1 - 0.9 * weather.storm(t));
    }

    /** From 0 to 1: how busy the stalls on the market place are. */
    double stalls(Moment moment) {
        return moment.day().market() ? MARKET_HOURS.at(moment.hour()) : 0;
    }

    /** From 0 to 1: a great market that draws the surroundings. */
    double greatMarket(Moment moment) {
        return happenings.market(moment.seconds());
    }

    /** Whether a district has no electricity. */
    boolean isDark(String district, double t) {
        return happenings.powerCut().map(cut -> cut.isIn(district, t)).orElse(false);
    }

    private static final Curve MARKET_HOURS = Curve.through(0, 0, 6.5, 0, 9, 1, 12, 1, 13.5, 0, 24, 0);
}
