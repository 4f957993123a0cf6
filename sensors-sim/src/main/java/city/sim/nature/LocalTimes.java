package city.sim.nature;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the clock on the town hall shows: the date and the hour from 0 to 24 with its fraction. */
record LocalTimes(LocalDate date, double hour) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    static LocalTimes of(Instant time) {
        var local = time.atZone(ZONE);
        return new LocalTimes(local.toLocalDate(), local.toLocalTime().toNanoOfDay() / 3_600e9);
    }

    /** 1 in the middle of summer, 0 in the middle of winter, smooth between. */
    double summer() {
        return 0.5 + 0.5 * Math.cos(2 * Math.PI * (date.getDayOfYear() + hour / 24 - 201) / 365.25);
    }
}
