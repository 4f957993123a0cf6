package city.sim.nature;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The sun over the demo city, 50.87 degrees north and 9.71 degrees east. */
final class Sun {

    private static final double LATITUDE = Math.toRadians(50.87);
    private static final double LONGITUDE_DEGREES = 9.71;
    private static final double MINUTES_PER_DEGREE = 4;

    private Sun() {}

    /** Sine of the height above the horizon, negative at night; right to about half a degree. */
    static double sineOfElevation(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        var daysInYear = utc.toLocalDate().lengthOfYear();
        var minutes = utc.toLocalTime().toNanoOfDay() / 60e9;
        var year = 2 * Math.PI / daysInYear * (utc.getDayOfYear() - 1 + (minutes - 720) / 1440);
        var equationOfTimeMinutes = 229.18
                * (0.000075
                        + 0.001868 * Math.cos(year)
                        - 0.032077 * Math.sin(year)
                        - 0.014615 * Math.cos(2 * year)
                        - 0.040849 * Math.sin(2 * year));
        var declination = 0.006918
                - 0.399912 * Math.cos(year)
                + 0.070257 * Math.sin(year)
                - 0.006758 * Math.cos(2 * year)
                + 0.000907 * Math.sin(2 * year)
                - 0.002697 * Math.cos(3 * year)
                + 0.00148 * Math.sin(3 * year);
        var solarMinutes = minutes + equationOfTimeMinutes + MINUTES_PER_DEGREE * LONGITUDE_DEGREES;
        var hourAngle = Math.toRadians(solarMinutes / MINUTES_PER_DEGREE - 180);
        return Math.sin(LATITUDE) * Math.sin(declination)
                + Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(hourAngle);
    }

    /** Index of ultraviolet radiation under a clear sky, 0 while the sun is down. */
    static double clearSkyUvIndex(Instant time) {
        var sine = sineOfElevation(time);
        if (sine <= 0) return 0;
        return 12.5
                * Math.pow(sine, 2.42)
                * Math.pow(ozoneDobson(LocalDate.ofInstant(time, ZoneOffset.UTC)) / 300, -1.23);
    }

    private static double ozoneDobson(LocalDate date) {
        return 335 + 35 * Math.cos(2 * Math.PI * (date.getDayOfYear() - 90) / 365.25);
    }
}
