package city.sim.nature;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * A moment as the town sees it.
 *
 * @param seconds since 1970 in UTC
 * @param day by the clock on the town hall
 * @param hour by the same clock, from 0 to 24 with its fraction
 */
record Moment(double seconds, Day day, double hour) {

    private static final ZoneRules RULES = ZoneId.of("Europe/Berlin").getRules();
    private static final double DAY = 86_400;
    private static final double YEAR = 365.2425 * DAY;

    /** The 20th of July, when it is warmest. */
    private static final double MIDSUMMER = 200.5 * DAY;

    static Moment of(Instant time) {
        return at(time.getEpochSecond() + time.getNano() / 1e9);
    }

    static Moment at(double seconds) {
        var offset = RULES.getOffset(Instant.ofEpochSecond((long) Math.floor(seconds)));
        var local = seconds + offset.getTotalSeconds();
        var day = Math.floor(local / DAY);
        return new Moment(seconds, Day.of((long) day), (local - day * DAY) / 3_600);
    }

    double summer() {
        return summer(seconds);
    }

    /** 1 in the middle of summer, 0 in the middle of winter, smooth between. */
    static double summer(double seconds) {
        return 0.5 + 0.5 * Math.cos(2 * Math.PI * (seconds - MIDSUMMER) / YEAR);
    }
}
