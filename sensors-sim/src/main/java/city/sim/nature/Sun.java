package city.sim.nature;

/** The sun over the demo city, 50.87 degrees north and 9.71 degrees east. Times in seconds since 1970. */
final class Sun {

    private static final double SINE_OF_LATITUDE = Math.sin(Math.toRadians(50.87));
    private static final double COSINE_OF_LATITUDE = Math.cos(Math.toRadians(50.87));
    private static final double LONGITUDE_DEGREES = 9.71;
    private static final double MINUTES_PER_DEGREE = 4;
    private static final double DAY = 86_400;
    private static final double DAYS_A_YEAR = 365.2425;

    private Sun() {}

    /** Sine of the height above the horizon, negative at night; right to about half a degree. */
    static double sineOfElevation(double seconds) {
        var days = seconds / DAY;
        var minutes = (days - Math.floor(days)) * 1440;
        // The first of January may be half a day off within four years, which is nothing to the sun.
        var year = 2 * Math.PI * ((days - 0.5) / DAYS_A_YEAR);
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
                + 0.000907 * Math.sin(2 * year);
        var solarMinutes = minutes + equationOfTimeMinutes + MINUTES_PER_DEGREE * LONGITUDE_DEGREES;
        var hourAngle = Math.toRadians(solarMinutes / MINUTES_PER_DEGREE - 180);
        return SINE_OF_LATITUDE * Math.sin(declination)
                + COSINE_OF_LATITUDE * Math.cos(declination) * Math.cos(hourAngle);
    }

    /** Index of ultraviolet radiation under a clear sky, 0 while the sun is down. */
    static double clearSkyUvIndex(double seconds) {
        var sine = sineOfElevation(seconds);
        if (sine <= 0) return 0;
        return 12.5 * Math.pow(sine, 2.42) * Math.pow(ozoneDobson(seconds) / 300, -1.23);
    }

    private static double ozoneDobson(double seconds) {
        return 335 + 35 * Math.cos(2 * Math.PI * (seconds / DAY - 89) / DAYS_A_YEAR);
    }
}
