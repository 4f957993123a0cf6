package city.sim.nature;

import java.util.function.ToDoubleFunction;

/** Street lights along a street: on when it is dark, dimmed late at night unless somebody comes, sometimes broken. */
final class LightSegment {

    private static final double PRESENCE_SLOT = 300;
    private static final double FAULT_SLOT = 25 * 86_400;
    private static final double FAULTS_BY_SLOT = 0.5;
    private static final double DAY = 86_400;

    /** The sun is two degrees below the horizon. */
    private static final double DUSK = -0.035;

    private static final double LATE = 23;
    private static final double EARLY = 5;

    private final String district;
    private final int lamps;
    private final double watts;
    private final ToDoubleFunction<Moment> passers;
    private final Life life;
    private final Weather weather;
    private final Chance presence;
    private final Chance fault;
    private final Chance faultStart;
    private final Chance repair;

    /** @param passers how busy the street is, from 0 to 1 */
    LightSegment(
            String district,
            int lamps,
            double watts,
            ToDoubleFunction<Moment> passers,
            Life life,
            Weather weather,
            Chance chance) {
        this.district = district;
        this.lamps = lamps;
        this.watts = watts;
        this.passers = passers;
        this.life = life;
        this.weather = weather;
        this.presence = chance.of("presence");
        this.fault = chance.of("fault");
        this.faultStart = chance.of("fault-start");
        this.repair = chance.of("repair");
    }

    /** Percent of full light. */
    double dimming(Moment moment) {
        var t = moment.seconds();
        if (!isDark(t) || life.isDark(district, t)) return 0;
        var late = moment.hour() >= LATE || moment.hour() < EARLY;
        if (!late) return 100;
        return isSomebodyThere(moment) ? 80 : 30;
    }

    /** In kW, only of lamps that work. */
    double power(Moment moment) {
        return (lamps - faults(moment)) * watts / 1_000 * dimming(moment) / 100;
    }

    boolean isSomebodyThere(Moment moment) {
        var slot = (long) Math.floor(moment.seconds() / PRESENCE_SLOT);
        // Five minutes are long: even in a quiet street somebody passes by day.
        return presence.uniform(slot)
                < 1 - Math.exp(-6 * passers.applyAsDouble(moment) * life.outgoing(slot * PRESENCE_SLOT));
    }

    /** How many lamps do not work; each is repaired after days. */
    double faults(Moment moment) {
        var slot = (long) Math.floor(moment.seconds() / FAULT_SLOT);
        return Math.min(lamps, faultsOf(slot - 1, moment.seconds()) + faultsOf(slot, moment.seconds()));
    }

    private int faultsOf(long slot, double t) {
        var luck = fault.uniform(slot);
        if (luck >= FAULTS_BY_SLOT) return 0;
        var start = (slot + faultStart.uniform(slot)) * FAULT_SLOT;
        var days = 2 + 7 * repair.uniform(slot);
        var lampsOut = luck < 0.07 ? 3 : luck < 0.2 ? 2 : 1;
        return t >= start && t < start + days * DAY ? lampsOut : 0;
    }

    /** Under thick clouds it is dark a little earlier. */
    private boolean isDark(double t) {
        var sun = Sun.sineOfElevation(t);
        if (sun < DUSK) return true;
        return sun < DUSK + 0.05 && sun < DUSK + 0.05 * Math.max(0, weather.cloud(t) - 0.5) * 2;
    }
}
